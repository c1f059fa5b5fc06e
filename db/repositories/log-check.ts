import type Database from 'better-sqlite3';
import { judgeHead, type KeptHead, type LogHead, type LogVerdict } from '#shared/domain/events/heads.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type ChangeLine, GENESIS_HASH, hashOfChanges, hashOfEvent, type StoredEvent } from './event-hash.ts';

/** Entries that are checked in one go, between two breaths. */
const PAGE = 2_000;

const selectEvents = `select seq, happened_at as happenedAt, recorded_at as recordedAt, business_date as businessDate,
  actor_id as actorId, terminal, procedure, request_id as requestId, noun, subject_id as subjectId, kind, data,
  changes_hash as changesHash, previous_hash as previousHash, hash from events where seq > ? order by seq limit ${PAGE}`;

const selectChanges =
  'select table_name as "table", row_id as id, before, after from event_changes where seq = ? order by position';

/** How far a check is. */
export type LogProgress = { readonly done: number; readonly of: number };

/**
 * Checks a whole log from its first entry: every hash against the one before and against the rows it covers, and at their
 * places the heads that somebody keeps outside. In steps, so that others get their turn; what is written meanwhile is left
 * out. The first thing that does not fit ends it.
 */
export function* walkLog(
  client: Database.Database,
  kept: readonly KeptHead[],
): Generator<LogProgress, LogVerdict, undefined> {
  const events = client.prepare<[number], StoredEvent>(selectEvents);
  const changes = client.prepare<[number], ChangeLine>(selectChanges);
  const of = Number(client.prepare('select count(*) from events').pluck().get());
  const heads = kept.filter(({ seq }) => seq > 0).toSorted((one, other) => one.seq - other.seq);
  const foreign = heads.find((head) => judgeKept(client, head) === 'otherOffice');
  if (foreign !== undefined) return { verdict: 'otherOffice', events: of, seq: foreign.seq };
  const remembered = new Set(heads.map(({ seq }) => seq));
  let previous = GENESIS_HASH;
  let count = 0;
  let sure = 0;
  while (count < of) {
    const page = events.all(count);
    // An entry below the first number is in no page: it shows in the count.
    if (page.length === 0) return { verdict: 'changed', events: of, since: count + 1, seq: count + 1 };
    for (const event of page) {
      count += 1;
      const fits =
        event.seq === count &&
        event.previousHash === previous &&
        event.changesHash === hashOfChanges(changes.all(event.seq)) &&
        event.hash === hashOfEvent(event);
      if (!fits) return { verdict: 'changed', events: of, since: count, seq: count };
      const there = remembered.has(count) ? heads.filter(({ seq }) => seq === count) : [];
      // The chain was reckoned anew: what was changed lies after the last entry that somebody remembers as it is.
      if (there.some(({ hash }) => !event.hash.startsWith(hash)))
        return { verdict: 'changed', events: of, since: sure + 1, seq: count };
      if (there.length > 0) sure = count;
      previous = event.hash;
    }
    yield { done: Math.min(count, of), of: Math.max(of, count) };
  }
  // Entries are numbered without a gap up to here: rows of no entry lie below the first or above the last.
  const newest = Number(client.prepare('select max(seq) from events').pluck().get() ?? 0);
  const rowOf = client.prepare<[number], number>('select seq from event_changes where seq < 1 or seq > ? limit 1');
  const stray = rowOf.pluck().get(newest);
  if (stray !== undefined) return { verdict: 'changed', events: of, since: stray, seq: stray };
  const last = heads.at(-1)?.seq ?? 0;
  if (last > count) return { verdict: 'cut', events: count, since: sure + 1, seq: last };
  return { verdict: 'whole', events: count, head: previous };
}

/** {@link walkLog} in one go. */
export function checkLog(client: Database.Database, kept: readonly KeptHead[]): LogVerdict {
  const walk = walkLog(client, kept);
  for (;;) {
    const step = walk.next();
    if (step.done === true) return step.value;
  }
}

/** Where the log stands compared with a head that was kept outside: a question of two entries. */
export function judgeKept(client: Database.Database, kept: KeptHead) {
  const hashAt = client.prepare<[number], string>('select hash from events where seq = ?').pluck();
  const events = Number(client.prepare('select coalesce(max(seq), 0) from events').pluck().get());
  return judgeHead(kept, { events, origin: hashAt.get(1), hashThere: hashAt.get(kept.seq) });
}

/** The newest entry with the hash of the first, as it is given to those who keep it. */
export function headToKeep(client: Database.Database): Required<KeptHead> {
  const row = client.prepare<[], LogHead>('select seq, hash from events order by seq desc limit 1').get();
  const origin = client.prepare<[], string>('select hash from events where seq = 1').pluck().get();
  return { seq: row?.seq ?? 0, hash: row?.hash ?? GENESIS_HASH, origin: origin ?? GENESIS_HASH };
}

/**
 * Checks the newest entries only: each follows the one before and covers its rows. What an office is opened with; a change
 * further back is for the check of the whole log. Throws LOG_BROKEN.
 */
export function checkTail(client: Database.Database, entries: number): void {
  const newest = Number(client.prepare('select coalesce(max(seq), 0) from events').pluck().get());
  const from = Math.max(0, newest - entries);
  const changes = client.prepare<[number], ChangeLine>(selectChanges);
  const hashAt = client.prepare<[number], string>('select hash from events where seq = ?').pluck();
  let previous = from === 0 ? GENESIS_HASH : hashAt.get(from);
  let seq = from;
  for (const event of client.prepare<[number], StoredEvent>(selectEvents).all(from)) {
    seq += 1;
    const fits =
      event.seq === seq &&
      event.previousHash === previous &&
      event.changesHash === hashOfChanges(changes.all(seq)) &&
      event.hash === hashOfEvent(event);
    if (!fits) throw new DomainError('LOG_BROKEN', { seq });
    previous = event.hash;
  }
}
