import type Database from 'better-sqlite3';
import { and, desc, eq, gt, isNotNull, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { DayFigures } from '#shared/domain/days/figures.ts';
import { paymentMethods } from '#shared/domain/payments/states.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { fen, sumFen } from '#shared/kernel/money.ts';
import type { ReadDb } from '../access.ts';
import { days } from '../schema/days.ts';
import { events } from '../schema/events.ts';
import { accounts } from '../schema/office.ts';

/** A day that was closed, as it is stored. */
export type DayRow = typeof days.$inferSelect;

/** The newest day that was ever closed, in whatever state. */
export function newestDay(db: ReadDb): DayRow | undefined {
  return db.select().from(days).orderBy(desc(days.day)).limit(1).get();
}

/** A day by its key. */
export function dayById(db: ReadDb, id: number): DayRow | undefined {
  return db.select().from(days).where(eq(days.id, id)).get();
}

/** Days after one on which somebody worked, until another, the oldest first. */
export function workedDays(db: ReadDb, after: LocalDate, until: LocalDate): LocalDate[] {
  return db
    .selectDistinct({ day: events.businessDate })
    .from(events)
    .where(and(gt(events.businessDate, after), lte(events.businessDate, until), isNotNull(events.actorId)))
    .orderBy(events.businessDate)
    .all()
    .map(({ day }) => day);
}

/** What the rules of closing look at. */
export function closingFacts(db: ReadDb, today: LocalDate) {
  const newest = newestDay(db);
  return { today, newest, worked: workedDays(db, newest?.day ?? addDays(today, -2), today) };
}

/** The newest days that were closed, with who did it. */
export function closedDays(db: ReadDb, limit: number) {
  const reopener = alias(accounts, 'reopener');
  return db
    .select({ row: days, closer: accounts.name, reopener: reopener.name })
    .from(days)
    .innerJoin(accounts, eq(accounts.id, days.closedBy))
    .leftJoin(reopener, eq(reopener.id, days.reopenedBy))
    .orderBy(desc(days.day))
    .limit(limit)
    .all();
}

/** Every day that stands closed, as the check of the log compares it: the head that was printed, and its seal. */
export function sealedHeads(db: ReadDb) {
  return db
    .select({ day: days.day, closings: days.closings, seq: days.seq, hash: days.head, seal: days.seal })
    .from(days)
    .orderBy(days.seq)
    .all();
}

/** The entry at which the last close before a day stands; 0 before the first. */
export function lastClosedSeq(db: ReadDb, before: LocalDate): number {
  const row = db
    .select({ seq: days.seq })
    .from(days)
    .where(lte(days.day, addDays(before, -1)))
    .orderBy(desc(days.day))
    .limit(1)
    .get();
  return row?.seq ?? 0;
}

type Span = { readonly after: number; readonly upTo: number };
type Pieces = { count: number; amount: number | null };

/** Rows of a table `t` that entries of a span wrote, with a sum over them; what an import of a running project brought is none. */
function written(client: Database.Database, { after, upTo }: Span, table: string, sum: string, condition: string) {
  return client
    .prepare<[number, number], Pieces>(
      `select count(*) as count, sum(${sum}) as amount from event_changes c
       join events e on e.seq = c.seq join ${table} t on t.id = c.row_id
       where c.seq > ? and c.seq <= ? and c.table_name = '${table}' and e.kind <> 'projectTakenOver' and ${condition}`,
    )
    .get(after, upTo);
}

function pieces(found: Pieces | undefined) {
  return { count: found?.count ?? 0, amount: fen(found?.amount ?? 0) };
}

/** What the entries of a span of the log come to. */
export function figuresBetween(client: Database.Database, span: Span, day: LocalDate): DayFigures {
  const { after, upTo } = span;
  const counted = new Map(
    client
      .prepare<[number, number], { kind: string; n: number }>(
        'select kind, count(*) as n from events where seq > ? and seq <= ? group by kind',
      )
      .all(after, upTo)
      .map(({ kind, n }) => [kind, n]),
  );
  const of = (kind: string) => counted.get(kind) ?? 0;
  const visits = new Map(
    client
      .prepare<[number, number], { kind: string; n: number }>(
        `select json_extract("after", '$.kind') as kind, count(*) as n from event_changes
         where seq > ? and seq <= ? and table_name = 'visits' and "before" is null group by 1`,
      )
      .all(after, upTo)
      .map(({ kind, n }) => [kind, n]),
  );
  const became = (state: string) => `c."before" is not null and json_extract(c."after", '$.state') = '${state}'`;
  const taken = (condition: string) =>
    written(client, span, 'receipts', 't.amount', `c."before" is null and t.replaces_id is null${condition}`);
  // A request that nobody agreed to ends as well, and was no deal yet.
  const ended = written(
    client,
    span,
    'subscriptions',
    't.price',
    `json_extract(c."after", '$.state') in ('cancelled', 'forfeited')
     and json_extract(c."before", '$.state') not in ('draft', 'inReview')`,
  );
  const byMethod = paymentMethods
    .map((method) => ({ method, ...pieces(taken(` and t.method = '${method}'`)) }))
    .filter(({ count }) => count > 0);
  const late = client
    .prepare<[number, number, string], number>(
      'select count(*) from events where seq > ? and seq <= ? and business_date <> ?',
    )
    .pluck()
    .get(after, upTo, day);
  return {
    calls: visits.get('call') ?? 0,
    firstVisits: visits.get('firstVisit') ?? 0,
    returnVisits: visits.get('returnVisit') ?? 0,
    locks: of('locked'),
    subscriptions: pieces(written(client, span, 'subscriptions', 't.price', 'c."before" is null')),
    cancelled: ended?.count ?? 0,
    contracts: pieces(written(client, span, 'contracts', 't.price', became('signed'))),
    receipts: {
      count: byMethod.reduce((sum, { count }) => sum + count, 0),
      amount: sumFen(byMethod.map(({ amount }) => amount)),
    },
    voided: pieces(written(client, span, 'receipts', 't.amount', became('voided'))),
    exchanged: pieces(
      written(client, span, 'receipts', 't.amount', `c."before" is null and t.replaces_id is not null`),
    ),
    refunds: pieces(written(client, span, 'refunds', 't.amount + t.interest', became('paid'))),
    refundInterest: pieces(written(client, span, 'refunds', 't.interest', `t.interest > 0 and ${became('paid')}`)),
    refundsVoided: pieces(written(client, span, 'refunds', 't.amount + t.interest', became('voided'))),
    byMethod,
    papers: of('issued'),
    prints: of('printed'),
    reveals: of('revealed'),
    exports: of('exported') + of('listPrinted'),
    failedLogins: of('loginFailed'),
    entries: upTo - after,
    late: late ?? 0,
  };
}
