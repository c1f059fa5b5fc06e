import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import type { EventKind, EventNoun } from '#shared/domain/events/kinds.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { personalColumns } from '../personal.ts';
import type { ChangeLine } from './event-hash.ts';

/** An entry of the log with everything it says. */
export type EntryRow = {
  readonly seq: number;
  readonly at: number;
  readonly recordedAt: number;
  readonly businessDate: LocalDate;
  readonly actorId: number | null;
  readonly actor: string | null;
  readonly terminal: string;
  readonly procedure: string;
  readonly requestId: string;
  readonly noun: EventNoun;
  readonly subjectId: number;
  readonly kind: EventKind;
  readonly data: string;
  readonly hash: string;
  readonly previousHash: string;
};

const selectEntry = `select e.seq, e.happened_at as at, e.recorded_at as recordedAt, e.business_date as businessDate,
  e.actor_id as actorId, a.name as actor, e.terminal, e.procedure, e.request_id as requestId, e.noun,
  e.subject_id as subjectId, e.kind, e.data, e.hash, e.previous_hash as previousHash
  from events e left join accounts a on a.id = e.actor_id where e.seq = ?`;

/** One entry of the log. */
export function entryAt(client: Database.Database, seq: number): EntryRow | undefined {
  return client.prepare<[number], EntryRow>(selectEntry).get(seq);
}

/** The first rows that an entry changed, and how many it changed in all. */
export function changesAt(client: Database.Database, seq: number, most: number) {
  const lines = client.prepare<[number, number], ChangeLine>(
    'select table_name as "table", row_id as id, before, after from event_changes where seq = ? order by position limit ?',
  );
  const count = client.prepare<[number], number>('select count(*) from event_changes where seq = ?').pluck();
  return { lines: lines.all(seq, most), count: count.get(seq) ?? 0 };
}

/** The entries about the same record before and after one. */
export function neighboursOf(client: Database.Database, { noun, subjectId, seq }: EntryRow) {
  const ask = (sql: string) =>
    client.prepare<[string, number, number], number | null>(sql).pluck().get(noun, subjectId, seq) ?? null;
  return {
    earlier: ask('select max(seq) from events where noun = ? and subject_id = ? and seq < ?'),
    later: ask('select min(seq) from events where noun = ? and subject_id = ? and seq > ?'),
  };
}

const personalTables: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...personalColumns].map(([table, columns]) => [getTableName(table), columns]),
);

/** The columns of a table that are about a person. */
export function personalColumnsOf(table: string): ReadonlySet<string> | undefined {
  return personalTables.get(table);
}

/** By which key the fields of a row about a person are sealed; undefined when the row is gone and did not say. */
export function personKeyOfRow(
  client: Database.Database,
  { table, id, before, after }: ChangeLine,
): number | undefined {
  if (!personalTables.has(table)) return undefined;
  const stored = client.prepare<[number], number>(`select person_key_id from "${table}" where id = ?`).pluck().get(id);
  if (stored !== undefined) return stored;
  const told: unknown = JSON.parse(after ?? before ?? '{}');
  const key: unknown = Reflect.get(Object(told), 'personKeyId');
  return typeof key === 'number' ? key : undefined;
}

/** Which of the entries of a record: of a kind, by a person, not before an instant (UTC ms). */
type Sought = {
  readonly noun: EventNoun;
  readonly subjectId: number;
  readonly kind: EventKind;
  readonly actorId: number;
  readonly since: number;
};

/** What the newest such entry of a record says, as JSON; undefined where there is none. */
export function newestDataOf(client: Database.Database, sought: Sought): string | undefined {
  return client
    .prepare<[Sought], string>(
      `select data from events where noun = @noun and subject_id = @subjectId and kind = @kind and actor_id = @actorId
         and happened_at >= @since order by seq desc limit 1`,
    )
    .pluck()
    .get(sought);
}
