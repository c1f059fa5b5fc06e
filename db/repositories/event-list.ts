import { and, count, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { EVENT_ROWS, type EventKind, type EventNoun } from '#shared/domain/events/kinds.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { eventChanges, events } from '../schema/events.ts';
import { accounts } from '../schema/office.ts';

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

/** `column` begins with a text, whatever signs are in it. */
function beginsWith(column: SQLiteColumn, text: string): SQL {
  return sql`substr(${column}, 1, ${text.length}) = ${text}`;
}

const PAGE = EVENT_ROWS;

/** The newest events of a filter, at most 200, with who did them and how many rows they changed. */
export function newestEvents(db: ReadDb, filter: EventFilter) {
  const conditions: SQL[] = [];
  const { day, from, to, kinds, noun, subjectId, terminal, procedure, requestId } = filter;
  if (day !== null) conditions.push(eq(events.businessDate, day));
  if (from !== null) conditions.push(gte(events.businessDate, from));
  if (to !== null) conditions.push(lte(events.businessDate, to));
  if (kinds.length > 0) conditions.push(inArray(events.kind, [...kinds]));
  if (noun !== null) conditions.push(eq(events.noun, noun));
  if (subjectId !== null) conditions.push(eq(events.subjectId, subjectId));
  if (terminal !== null) conditions.push(beginsWith(events.terminal, terminal));
  if (procedure !== null) conditions.push(beginsWith(events.procedure, procedure));
  if (requestId !== null) conditions.push(eq(events.requestId, requestId));
  if (filter.actorId !== null) conditions.push(eq(events.actorId, filter.actorId));
  if (filter.before !== null) conditions.push(lt(events.seq, filter.before));
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
    .where(and(...conditions))
    .groupBy(events.seq)
    .orderBy(desc(events.seq))
    .limit(PAGE)
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
    .map(({ data, ...line }) => {
      const told: Record<string, unknown> = JSON.parse(data);
      return { ...line, data: told };
    });
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
