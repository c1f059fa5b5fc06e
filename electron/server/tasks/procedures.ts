import { and, count, eq, gte, lt, sql } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { listCustomers } from '#db/repositories/customers.ts';
import {
  dueCustomers,
  liveSubscriptions,
  pendingApprovals,
  runningLocks,
  unsealedDocuments,
} from '#db/repositories/task-facts.ts';
import { visitsOfDay } from '#db/repositories/visits.ts';
import { subscriptions } from '#db/schema/deals.ts';
import { units } from '#db/schema/inventory.ts';
import { receipts } from '#db/schema/papers.ts';
import type { tasks } from '#shared/api/tasks.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import type { TaskFacts } from '#shared/domain/tasks/facts.ts';
import { tasksOf } from '#shared/domain/tasks/rules.ts';
import { isOverdue } from '#shared/domain/tasks/task.ts';
import { addDays, instantOf, type LocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { phoneFor } from '../customers/present.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';

function factsFor({ db, now, today, actor, setting }: QueryContext): TaskFacts {
  return {
    now,
    today,
    signingSoonDays: setting('signingSoonDays'),
    customers: dueCustomers(db, actor.id, today),
    locks: runningLocks(db, now),
    approvals: pendingApprovals(db).map((approval) => ({
      approvalId: approval.id,
      kind: approval.kind,
      unit: approval.unit,
      requestedBy: approval.requestedBy,
      requester: approval.requester,
      deciders: posts.filter((post) => postMayDecide(post, approval.requiredPost)),
      expiresAt: approval.expiresAt,
    })),
    subscriptions: liveSubscriptions(db),
    documents: unsealedDocuments(db),
  };
}

function figuresOf(db: ReadDb, day: LocalDate, waitingApprovals: number) {
  const visits = visitsOfDay(db, day);
  const sold = db
    .select({ n: count(), amount: sql<number>`coalesce(sum(${subscriptions.price}), 0)`.mapWith(Number) })
    .from(subscriptions)
    .where(eq(subscriptions.subscribedOn, day))
    .get();
  const received = db
    .select({ amount: sql<number>`coalesce(sum(${receipts.amount}), 0)`.mapWith(Number) })
    .from(receipts)
    .where(
      and(
        eq(receipts.state, 'valid'),
        gte(receipts.receivedAt, instantOf(day)),
        lt(receipts.receivedAt, instantOf(addDays(day, 1))),
      ),
    )
    .get();
  const available = db.select({ n: count() }).from(units).where(eq(units.commercialState, 'available')).get();
  return {
    calls: visits.filter(({ kind }) => kind === 'call').length,
    visits: visits.filter(({ kind }) => kind !== 'call').length,
    subscriptions: sold?.n ?? 0,
    subscribedAmount: fen(sold?.amount ?? 0),
    receivedAmount: fen(received?.amount ?? 0),
    available: available?.n ?? 0,
    waitingApprovals,
  };
}

/** Handlers of Today: what this person must do now, and how the day stands. */
export const tasksHandlers: Handlers<typeof tasks> = {
  today: (context) => {
    const { db, actor, now, today } = context;
    const facts = factsFor(context);
    const own = tasksOf(facts, { accountId: actor.id, post: actor.post });
    const mine = { ownerId: actor.id, dueOn: null, rating: null, state: null, ids: null };
    return {
      day: today,
      tasks: own.map((task) => ({
        kind: task.kind,
        noun: task.subject.noun,
        subjectId: task.subject.id,
        dueAt: task.dueAt,
        overdue: isOverdue(task, now),
        params: task.params,
      })),
      figures: figuresOf(db, today, own.filter(({ subject }) => subject.noun === 'approvals').length),
      recentCustomers: listCustomers(db, mine)
        .rows.slice(0, 8)
        .map((customer) => ({
          id: customer.id,
          name: customer.name,
          phone: phoneFor(actor, customer),
          rating: customer.rating,
          at: customer.lastContactAt,
        })),
    };
  },
};
