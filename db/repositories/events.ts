import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import { DomainError } from '#shared/kernel/errors.ts';
import type { RowChange } from '../access.ts';
import { isSealed, personalColumns, seal } from '../personal.ts';
import { holdsWords, keyOfWords, wordColumnsOf } from '../words.ts';
import { type EventHeader, GENESIS_HASH, hashOfChanges, hashOfEvent, type StoredEvent } from './event-hash.ts';
import { checkLog } from './log-check.ts';
import { personKeyOf } from './person-keys.ts';
import { sealedUnder } from './sealed-words.ts';

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

/** When the newest event was written, UTC ms; 0 in an empty log. Asked when an office is opened. */
export function newestInstant(client: Database.Database): number {
  return Number(client.prepare('select recorded_at from events order by seq desc limit 1').pluck().get() ?? 0);
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
  if (personal === undefined) return JSON.stringify(wordsSealed(client, change, values));
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

/** What is written about somebody in a row that has no key, under the one of the person; as it is where it is about nobody. */
function wordsSealed(
  client: Database.Database,
  { table, id, wordsKeyId }: RowChange,
  values: Record<string, unknown>,
): Record<string, unknown> {
  if (!holdsWords(table, values)) return values;
  const name = getTableName(table);
  // Buyers may have come to their deal only after what is written in it.
  const keyId = wordsKeyId ?? keyOfWords(client, name, id);
  const columns = wordColumnsOf(name);
  const covered = Object.entries(values).map(([column, value]) => [
    column,
    columns.includes(column) && typeof value === 'string' ? sealedUnder(client, keyId, value) : value,
  ]);
  return Object.fromEntries(covered);
}

/**
 * Walks the whole log and checks every hash against the one before and against the changes. Returns the number of events
 * and the head's hash. Throws `LOG_BROKEN` with the first entry that does not fit.
 */
export function verifyLog(client: Database.Database): { events: number; head: string } {
  const found = checkLog(client, []);
  if (found.verdict !== 'whole') throw new DomainError('LOG_BROKEN', { seq: found.seq });
  return { events: found.events, head: found.head };
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
