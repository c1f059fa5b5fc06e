import { and, count, desc, eq, gte, inArray, isNull, lt, lte, min, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { EVENT_ROWS, type EventKind, type EventNoun } from '#shared/domain/events/kinds.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { eventChanges, events } from '../schema/events.ts';
import { accounts } from '../schema/office.ts';
import { openData } from './sealed-words.ts';

/** Which events: of a period, a person, some kinds, a record, a place, a procedure, a wish; before one that is known. */
export type EventFilter = {
  readonly day: LocalDate | null;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly actorId: number | null;
  readonly before: number | null;
  readonly kinds: readonly EventKind[];
  readonly noun: EventNoun | null;
  readonly subjectId: number | null;
  readonly terminal: string | null;
  readonly procedure: string | null;
  readonly requestId: string | null;
};

const PAGE = EVENT_ROWS;
/** More values than a column of names has; further ones are not asked for. */
const MOST_VALUES = 200;

/** `column` begins with a text, whatever signs are in it. */
function beginsWith(column: SQLiteColumn, text: string): SQL {
  return sql`substr(${column}, 1, ${text.length}) = ${text}`;
}

/** The values of a column that begin with a text, each found by one look into its index. */
function valuesOf(db: ReadDb, column: 'terminal' | 'procedure', text: string): string[] {
  const name = sql.identifier(column);
  const found = sql`(
    with recursive named(value) as (
      select min(${name}) from events where ${name} >= ${text}
      union all
      select (select min(${name}) from events where ${name} > value) from named
      where substr(value, 1, ${text.length}) = ${text} limit ${MOST_VALUES}
    )
    select value from named where substr(value, 1, ${text.length}) = ${text})`;
  return db
    .select({ value: sql<string>`value` })
    .from(found)
    .all()
    .map(({ value }) => value);
}

type Narrowing = { readonly column: SQLiteColumn; readonly values: readonly (string | number)[] };

/** By what the events are found: the narrowest filter that has an index, value by value; the rest is looked at in each. */
function narrowingsOf(db: ReadDb, filter: EventFilter): Narrowing[] {
  const { kinds, terminal, procedure, requestId, actorId } = filter;
  const one = (column: SQLiteColumn, value: string | number | null): Narrowing[] =>
    value === null ? [] : [{ column, values: [value] }];
  return [
    ...one(events.requestId, requestId),
    ...(kinds.length === 0 ? [] : [{ column: events.kind, values: kinds }]),
    ...(procedure === null ? [] : [{ column: events.procedure, values: valuesOf(db, 'procedure', procedure) }]),
    ...(terminal === null ? [] : [{ column: events.terminal, values: valuesOf(db, 'terminal', terminal) }]),
    ...one(events.actorId, actorId),
  ];
}

/**
 * Between which numbers the events of some days lie. Days follow each other as numbers do but where a clock was set back,
 * so each day is looked at by itself: one look into the index for each.
 */
function boundsOf(db: ReadDb, from: LocalDate | null, to: LocalDate | null): { first: number; last: number } {
  const until = to ?? '9999-12-31';
  const days = sql`(
    with recursive days(day) as (
      select min(business_date) from events where business_date >= ${from ?? ''}
      union all
      select (select min(business_date) from events where business_date > day) from days where day <= ${until}
    )
    select min((select min(seq) from events where business_date = day)) as first,
      max((select max(seq) from events where business_date = day)) as last
    from days where day <= ${until})`;
  const found = db.select({ first: sql<number | null>`first`, last: sql<number | null>`last` }).from(days).get();
  return { first: found?.first ?? 1, last: found?.last ?? 0 };
}

/** The newest numbers of a filter, at most 200. */
function newestSeqs(db: ReadDb, filter: EventFilter): number[] {
  const { day, from, to, kinds, noun, subjectId, terminal, procedure, requestId, actorId, before } = filter;
  const conditions: SQL[] = [];
  if (day !== null) conditions.push(eq(events.businessDate, day));
  if (from !== null || to !== null) {
    const { first, last } = boundsOf(db, from, to);
    conditions.push(gte(events.seq, first), lte(events.seq, last));
    // Kept from the index of the days, which would have all of them sorted.
    if (from !== null) conditions.push(sql`+${events.businessDate} >= ${from}`);
    if (to !== null) conditions.push(sql`+${events.businessDate} <= ${to}`);
  }
  if (kinds.length > 0) conditions.push(inArray(events.kind, [...kinds]));
  if (noun !== null) conditions.push(eq(events.noun, noun));
  if (subjectId !== null) conditions.push(eq(events.subjectId, subjectId));
  if (terminal !== null) conditions.push(beginsWith(events.terminal, terminal));
  if (procedure !== null) conditions.push(beginsWith(events.procedure, procedure));
  if (requestId !== null) conditions.push(eq(events.requestId, requestId));
  if (actorId !== null) conditions.push(eq(events.actorId, actorId));
  if (before !== null) conditions.push(lt(events.seq, before));
  const newest = (...more: SQL[]): number[] =>
    db
      .select({ seq: events.seq })
      .from(events)
      .where(and(...conditions, ...more))
      .orderBy(desc(events.seq))
      .limit(PAGE)
      .all()
      .map(({ seq }) => seq);
  const [narrowest] = subjectId === null ? narrowingsOf(db, filter) : [];
  if (narrowest === undefined) return newest();
  const found = narrowest.values.flatMap((value) => newest(eq(narrowest.column, value)));
  return found.toSorted((one, other) => other - one).slice(0, PAGE);
}

/** The newest events of a filter, at most 200, with who did them and how many rows they changed. */
export function newestEvents(db: ReadDb, filter: EventFilter) {
  return db
    .select({
      seq: events.seq,
      at: events.happenedAt,
      actor: accounts.name,
      terminal: events.terminal,
      procedure: events.procedure,
      noun: events.noun,
      subjectId: events.subjectId,
      kind: events.kind,
      data: events.data,
      rows: count(eventChanges.position),
    })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.actorId))
    .leftJoin(eventChanges, eq(eventChanges.seq, events.seq))
    .where(inArray(events.seq, newestSeqs(db, filter)))
    .groupBy(events.seq)
    .orderBy(desc(events.seq))
    .all();
}

/**
 * What happened to one record, newest first, at most 200: a line for each event of which it is the subject, and the
 * import that brought it.
 */
export function historyOf(db: ReadDb, noun: EventNoun, subjectId: number) {
  return db
    .select({ seq: events.seq, at: events.happenedAt, kind: events.kind, actor: accounts.name, data: events.data })
    .from(events)
    .leftJoin(accounts, eq(accounts.id, events.actorId))
    .where(
      or(
        and(eq(events.noun, noun), eq(events.subjectId, subjectId)),
        inArray(events.seq, broughtBy(db, noun, subjectId)),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(PAGE)
    .all()
    .map(({ data, ...line }) => ({ ...line, data: openData(db, data) }));
}

/** By which entry each of some records came, as far as the log knows. */
export function entriesThatAdded(db: ReadDb, table: string, rowIds: readonly number[]): ReadonlyMap<number, number> {
  const found = db
    .select({ rowId: eventChanges.rowId, seq: min(eventChanges.seq) })
    .from(eventChanges)
    .where(
      and(eq(eventChanges.tableName, table), inArray(eventChanges.rowId, [...rowIds]), isNull(eventChanges.before)),
    )
    .groupBy(eventChanges.rowId)
    .all();
  return new Map(found.flatMap(({ rowId, seq }) => (seq === null ? [] : [[rowId, seq] as const])));
}

/** Whether a record came with a running project: its paper is of the office before this program. */
export function cameByImport(db: ReadDb, noun: EventNoun, subjectId: number): boolean {
  return broughtBy(db, noun, subjectId).length > 0;
}

/** The import of a running project by which a record came: it is the subject of none of its own. */
function broughtBy(db: ReadDb, noun: EventNoun, subjectId: number): number[] {
  return db
    .select({ seq: events.seq })
    .from(eventChanges)
    .innerJoin(events, eq(events.seq, eventChanges.seq))
    .where(
      and(
        eq(eventChanges.tableName, noun),
        eq(eventChanges.rowId, subjectId),
        isNull(eventChanges.before),
        eq(events.kind, 'projectTakenOver'),
      ),
    )
    .all()
    .map(({ seq }) => seq);
}
