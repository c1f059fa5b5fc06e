import { count, eq } from 'drizzle-orm';
import { activeAccounts } from '#db/repositories/accounts.ts';
import { justAssigned, listCases } from '#db/repositories/cases.ts';
import { contractsToCollect, overdueOriginals } from '#db/repositories/custody.ts';
import {
  endingPermits,
  latestUnitNews,
  latestVisitors,
  moneyFigures,
  overduePayments,
  protectionsOf,
  saleFigures,
  uncoveredBuildings,
  visitFigures,
} from '#db/repositories/day-facts.ts';
import { closingFacts } from '#db/repositories/days.ts';
import { launchesAhead, picksToSubscribe, unpaidIntents } from '#db/repositories/launch-tasks.ts';
import { ownerOf, refundsToPay } from '#db/repositories/owned-money.ts';
import { plannedReleases } from '#db/repositories/releases.ts';
import {
  contractsSignedOn,
  dueCustomers,
  liveSubscriptions,
  paymentsDue,
  pendingApprovals,
  runningBookings,
  runningHolds,
  runningLocks,
  unsealedDocuments,
} from '#db/repositories/task-facts.ts';
import { openTransfers } from '#db/repositories/transfers.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import { guestsOf } from '#db/repositories/visits.ts';
import { units } from '#db/schema/inventory.ts';
import type { tasks } from '#shared/api/tasks.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { stepClock } from '#shared/domain/cases/clock.ts';
import { stepOf } from '#shared/domain/cases/definitions.ts';
import { daysToClose } from '#shared/domain/days/closing.ts';
import type { TaskFacts } from '#shared/domain/tasks/facts.ts';
import { unitNewsKinds } from '#shared/domain/tasks/news.ts';
import { remindersOf } from '#shared/domain/tasks/reminders.ts';
import { tasksOf } from '#shared/domain/tasks/rules.ts';
import { isOverdue, type TaskSubject } from '#shared/domain/tasks/task.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { interestOfRefund } from '../agreements/termination.ts';
import { definitionOf } from '../cases/case-definition.ts';
import { refundsUnasked } from '../changes/refunds-again.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import type { People } from '../kernel/persons.ts';
import { expiringAgreements } from '../partner-agreements/expiring.ts';
import { homeOf, ownerRecord } from '../payments/owners.ts';
import { filingsToTell, undistributedFacts } from './agreement-facts.ts';
import { rulingFacts } from './ruling-facts.ts';
import { waitingContracts } from './waiting-contracts.ts';

/** What somebody must be allowed to read to be told of a task about it. */
const readings: Readonly<Record<TaskSubject['noun'], Permission>> = {
  units: 'board.read',
  customers: 'customers.read',
  visits: 'visits.read',
  subscriptions: 'subscriptions.read',
  contracts: 'contracts.read',
  agreements: 'contracts.read',
  changes: 'changes.read',
  approvals: 'approvals.read',
  documents: 'documents.read',
  cases: 'cases.read',
  refunds: 'payments.read',
  releases: 'releases.read',
  launches: 'launches.read',
  partnerAgreements: 'partnerAgreements.read',
  transfers: 'transfers.read',
  rulings: 'rulings.read',
};

const VISITORS = 6;
const NEWS = 8;

type Pending = ReturnType<typeof pendingApprovals>;

function factsFor(context: QueryContext, pending: Pending): TaskFacts {
  const { db, now, today, actor, setting } = context;
  return {
    now,
    today,
    signingSoonDays: setting('signingSoonDays'),
    customers: dueCustomers(db, actor.id, today),
    guests: longGuests(context),
    locks: runningLocks(db, now),
    holds: runningHolds(db, actor.id, now),
    bookings: runningBookings(db, now),
    approvals: pending.map((approval) => ({
      approvalId: approval.id,
      kind: approval.kind,
      unit: approval.unit,
      customer: approval.customer,
      amount: Number(approval.facts['amount'] ?? 0),
      requestedBy: approval.requestedBy,
      requester: approval.requester,
      deciders: posts.filter((post) => postMayDecide(post, approval.requiredPost)),
      expiresAt: approval.expiresAt,
    })),
    subscriptions: liveSubscriptions(db),
    contracts: waitingContracts(context),
    documents: unsealedDocuments(db),
    payments: paymentsDue(db, today, setting('signingSoonDays')),
    refunds: refundFacts(context),
    refundsUnasked: refundsUnasked(context),
    cases: caseFacts(context),
    releases: plannedReleases(db),
    partnerAgreements: expiringAgreements(context),
    launches: launchesAhead(db),
    unpaidIntents: unpaidIntents(db, actor.id),
    picks: picksToSubscribe(db, actor.id),
    undistributed: undistributedFacts(context),
    filingsToTell: filingsToTell(context),
    overdueOriginals: overdueOriginals(db, today),
    transfers: openTransfers(db).map(({ row }) => ({
      transferId: row.id,
      number: row.number,
      fromDepartment: row.fromDepartment,
      toDepartment: row.toDepartment,
      sentBy: row.sentBy,
      sentOn: dayOf(row.sentAt),
    })),
    transferAnswerDays: setting('transferAnswerDays'),
    ...rulingFacts(context.db),
    toCollect: contractsToCollect(db).map(({ unitId, ...contract }) => ({
      ...contract,
      unit: labelOfUnit(db, unitId),
    })),
  };
}

function longGuests({ db, now, today, actor, setting }: QueryContext): TaskFacts['guests'] {
  const usual = setting('longVisitMinutes') * 60_000;
  return guestsOf(db, actor.id, today)
    .filter(({ receivedAt }) => receivedAt + usual <= now)
    .map((guest) => ({ ...guest, receivedBy: actor.id, askAt: guest.receivedAt + usual }));
}

function refundFacts(context: QueryContext): TaskFacts['refunds'] {
  const { db, setting } = context;
  const days = setting('depositRefundDays');
  return refundsToPay(db).map(({ refund, payee }) => {
    const record = ownerRecord(db, ownerOf(refund));
    return {
      refundId: refund.id,
      number: refund.number,
      unit: homeOf(db, record) || record.number,
      payee,
      amount: sumFen([refund.amount, interestOfRefund(context, refund)]),
      dueOn: addDays(dayOf(refund.requestedAt), days),
    };
  });
}

function caseFacts(context: QueryContext): TaskFacts['cases'] {
  const { db, today, actor } = context;
  const open = listCases(db, { kind: null, open: true, whose: null });
  const mine = open.filter(({ row }) => row.responsibleId === actor.id).map(({ row }) => row.id);
  const assigned = justAssigned(db, mine);
  return open.map(({ row, unit, buyer }) => ({
    caseId: row.id,
    kind: row.kind,
    step: row.step,
    stepName: stepOf(definitionOf(context, row), row.step).name,
    returned: row.state === 'returned',
    unit,
    buyer: buyer ?? '',
    responsibleId: row.responsibleId,
    assignedBy: assigned.get(row.id) ?? null,
    dueOn: stepClock(definitionOf(context, row), row, today).dueOn,
  }));
}

/** Whose deals and visits the day is told of: figures name nobody, so planning counts everybody's too. */
function figuresOfWhom(context: QueryContext): People {
  const { actor } = context;
  if (actor.post === 'planner' || actor.post === 'planningManager') return null;
  return context.reach('subscriptions');
}

function figuresOf(context: QueryContext) {
  const { db, today, can } = context;
  const own = figuresOfWhom(context);
  const available = db.select({ n: count() }).from(units).where(eq(units.commercialState, 'available')).get();
  return {
    scope: own === null ? ('office' as const) : ('own' as const),
    rows: [
      ...(can('visits.read') ? visitFigures(db, today, own) : []),
      ...(can('subscriptions.read') ? saleFigures(db, today, own) : []),
      ...(can('payments.read') ? moneyFigures(db, today, own) : []),
    ],
    available: available?.n ?? 0,
  };
}

function reminders(context: QueryContext, { subscriptions, contracts }: TaskFacts) {
  const { db, today, actor, can } = context;
  const own = figuresOfWhom(context);
  return remindersOf({
    today,
    unsigned: can('subscriptions.read')
      ? [...subscriptions, ...contracts].filter(({ consultantId }) => own === null || own.includes(consultantId))
      : [],
    signed: can('contracts.read') ? contractsSignedOn(db, actor.id, today) : [],
    payments: can('payments.read') ? overduePayments(db, today, own) : [],
    protections: protectionsOf(db, actor.id, today, addDays(today, 7)),
    permits: can('units.release') ? endingPermits(db) : [],
    daysOpen: can('days.close') ? daysToClose(closingFacts(db, today)) : [],
    opening: {
      units: can('units.import') ? (db.select({ n: count() }).from(units).get()?.n ?? 0) : null,
      uncovered: can('projects.write') ? uncoveredBuildings(db) : null,
      people: can('accounts.write') ? activeAccounts(db).length : null,
    },
  });
}

/** Handlers of Today: what this person must do now, and how the day stands. */
export const tasksHandlers: Handlers<typeof tasks> = {
  today: (context) => {
    const { db, actor, now, today, can } = context;
    const pending = pendingApprovals(db);
    const facts = factsFor(context, pending);
    return {
      day: today,
      tasks: tasksOf(facts, { accountId: actor.id, post: actor.post, actingFor: actor.actingFor })
        // Whoever changed to another post is not told of what they may not read any more.
        .filter(({ subject }) => can(readings[subject.noun]))
        .map((task) => ({
          kind: task.kind,
          noun: task.subject.noun,
          subjectId: task.subject.id,
          dueOn: task.dueOn,
          dueAt: task.dueAt,
          overdue: isOverdue(task, now),
          params: task.params,
        })),
      waiting: pending
        .filter(({ requestedBy }) => requestedBy === actor.id)
        .map(({ id, kind, unit, customer, requiredPost, requestedAt }) => ({
          approvalId: id,
          kind,
          unit,
          person: customer,
          requiredPost,
          requestedAt,
        })),
      figures: figuresOf(context),
      reminders: reminders(context, facts),
      visitors: can('visits.read') ? latestVisitors(db, context.reach('customers'), VISITORS) : [],
      news: can('board.read') ? latestUnitNews(db, today, unitNewsKinds, NEWS) : [],
    };
  },
};
