import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { RowChange } from '../access.ts';
import { isSealed, personalColumns, seal } from '../personal.ts';
import { personKeyOf } from './person-keys.ts';

/** What an event says besides the rows it changed. `data` holds no personal data. */
export type EventHeader = {
  readonly happenedAt: number;
  readonly recordedAt: number;
  readonly businessDate: LocalDate;
  readonly actorId: number | null;
  readonly terminal: string;
  readonly procedure: string;
  readonly requestId: string;
  readonly noun: string;
  readonly subjectId: number;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
};

type StoredEvent = Omit<EventHeader, 'data'> & {
  readonly seq: number;
  readonly data: string;
  readonly changesHash: string;
  readonly previousHash: string;
  readonly hash: string;
};

/** The hash before the first event. */
export const GENESIS_HASH = '0'.repeat(64);

const insertEvent = `insert into events (seq, happened_at, recorded_at, business_date, actor_id, terminal, procedure,
  request_id, noun, subject_id, kind, data, changes_hash, previous_hash, hash)
  values (@seq, @happenedAt, @recordedAt, @businessDate, @actorId, @terminal, @procedure,
  @requestId, @noun, @subjectId, @kind, @data, @changesHash, @previousHash, @hash)`;

const insertChange = `insert into event_changes (seq, position, table_name, row_id, before, after)
  values (?, ?, ?, ?, ?, ?)`;

type Statements = {
  readonly head: Database.Statement<[], { seq: number; hash: string }>;
  readonly event: Database.Statement<[StoredEvent]>;
  readonly change: Database.Statement<[number, number, string, number, string | null, string | null]>;
};

const prepared = new WeakMap<Database.Database, Statements>();

function statementsOf(client: Database.Database): Statements {
  const known = prepared.get(client);
  if (known !== undefined) return known;
  const statements: Statements = {
    head: client.prepare('select seq, hash from events order by seq desc limit 1'),
    event: client.prepare(insertEvent),
    change: client.prepare(insertChange),
  };
  prepared.set(client, statements);
  return statements;
}

/** The newest event: its number and hash; 0 and {@link GENESIS_HASH} for an empty log. */
export function headOf(client: Database.Database): { seq: number; hash: string } {
  return statementsOf(client).head.get() ?? { seq: 0, hash: GENESIS_HASH };
}

/** The number of the newest event, 0 in an empty log: asked once, when an office is opened, before anybody writes. */
export function newestSeq(client: Database.Database): number {
  return Number(client.prepare('select coalesce(max(seq), 0) from events').pluck().get());
}

/**
 * Appends an event with the rows it changed and chains it to the one before. Personal columns are stored as ciphertext
 * under the person's key; the chain covers the ciphertext, so that destroying the key breaks nothing. Returns its number.
 */
export function appendEvent(
  client: Database.Database,
  header: EventHeader,
  changes: readonly RowChange[],
  /** Hears of each change that is written, of all of them. */
  wrote: (done: number, of: number) => void = () => undefined,
): number {
  const { head, event, change } = statementsOf(client);
  const last = head.get() ?? { seq: 0, hash: GENESIS_HASH };
  const seq = last.seq + 1;
  const lines = changes.map((one) => ({
    table: getTableName(one.table),
    id: one.id,
    before: stored(client, one, one.before),
    after: stored(client, one, one.after),
  }));
  const changesHash = hashOfChanges(lines);
  const body = { ...header, seq, data: JSON.stringify(header.data), changesHash, previousHash: last.hash };
  event.run({ ...body, hash: hashOfEvent(body) });
  for (const [position, line] of lines.entries()) {
    change.run(seq, position, line.table, line.id, line.before, line.after);
    wrote(position + 1, lines.length);
  }
  return seq;
}

function stored(client: Database.Database, change: RowChange, values: Record<string, unknown> | null): string | null {
  if (values === null) return null;
  const personal = personalColumns.get(change.table);
  if (personal === undefined) return JSON.stringify(values);
  const touched = Object.keys(values).some((key) => personal.has(key) && values[key] !== null);
  if (!touched) return JSON.stringify(values);
  const key = personKeyOf(client, Number(change.row.personKeyId));
  if (key === undefined) throw new DomainError('NOT_FOUND');
  const covered = Object.entries(values).map(([name, value]) => [
    name,
    personal.has(name) && typeof value === 'string' && !isSealed(value) ? seal(key, value) : value,
  ]);
  return JSON.stringify(Object.fromEntries(covered));
}

type ChangeLine = { table: string; id: number; before: string | null; after: string | null };

function hashOfChanges(lines: readonly ChangeLine[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(JSON.stringify([line.table, line.id, line.before, line.after]));
  return hash.digest('hex');
}

function hashOfEvent(event: Omit<StoredEvent, 'hash'>): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        event.previousHash,
        event.seq,
        event.happenedAt,
        event.recordedAt,
        event.businessDate,
        event.actorId,
        event.terminal,
        event.procedure,
        event.requestId,
        event.noun,
        event.subjectId,
        event.kind,
        event.data,
        event.changesHash,
      ]),
    )
    .digest('hex');
}

const selectEvents = `select seq, happened_at as happenedAt, recorded_at as recordedAt, business_date as businessDate,
  actor_id as actorId, terminal, procedure, request_id as requestId, noun, subject_id as subjectId, kind, data,
  changes_hash as changesHash, previous_hash as previousHash, hash from events order by seq`;

/**
 * Walks the whole log and checks every hash against the one before and against the changes. Returns the number of events
 * and the head's hash. Throws `LOG_BROKEN` with the first entry that does not fit.
 */
export function verifyLog(client: Database.Database): { events: number; head: string } {
  const changesOf = client.prepare<[number], ChangeLine>(
    'select table_name as "table", row_id as id, before, after from event_changes where seq = ? order by position',
  );
  let previous = GENESIS_HASH;
  let count = 0;
  for (const event of client.prepare<[], StoredEvent>(selectEvents).iterate()) {
    count += 1;
    const fits =
      event.seq === count &&
      event.previousHash === previous &&
      event.changesHash === hashOfChanges(changesOf.all(event.seq)) &&
      event.hash === hashOfEvent(event);
    if (!fits) throw new DomainError('LOG_BROKEN', { seq: count });
    previous = event.hash;
  }
  return { events: count, head: previous };
}

const selectTouched = `select distinct noun || ':' || subject_id from events where seq > ?
  union select distinct table_name || ':' || row_id from event_changes where seq > ? limit ?`;

/**
 * The records that events after a number touched, as `noun:id`, and the newest number; `*` alone when there are more events
 * or records than are told one by one, or when the log ends before that number: then another log was seen.
 */
export function touchedSince(
  client: Database.Database,
  since: number,
  most: number,
): { seq: number; touched: string[] } {
  const { seq } = headOf(client);
  if (since > seq || seq - since > most) return { seq, touched: ['*'] };
  const touched = client
    .prepare<[number, number, number], string>(selectTouched)
    .pluck()
    .all(since, since, most + 1);
  return { seq, touched: touched.length > most ? ['*'] : touched };
}
