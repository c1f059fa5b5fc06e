import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { isLostAct, LOST_ACTS_TOLD, type LostAct } from '#shared/domain/restores/lost-acts.ts';
import { readDb } from './access.ts';
import { type FileKey, type OpenDatabase, openWithAny } from './connection.ts';
import { newestSeq } from './repositories/events.ts';
import { subjectNames } from './repositories/subject-names.ts';

/** What a person had done in the office that was replaced, and the restored one does not have. */
export type LostActsOf = { readonly accountId: number; readonly count: number; readonly acts: readonly LostAct[] };

/** The last event that both have. Each one's hash covers all before it, so that equal hashes mean equal pasts. */
export function lastCommon(here: Database.Database, other: Database.Database): number {
  const hashes = [here, other].map((client) =>
    client.prepare<[number], string>('select hash from events where seq = ?').pluck(),
  );
  let [low, high] = [0, Math.min(newestSeq(here), newestSeq(other))];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [one, two] = hashes.map((hash) => hash.get(middle));
    if (one !== undefined && one === two) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The acts of each person of a restored office that only the replaced one has, in the order in which they were done. None
 * where that one is not there or can't be read, with none of the office's keys: then nobody knows them.
 */
export function lostActs(
  restored: Database.Database,
  replaced: { readonly file: string; readonly keys: readonly FileKey[]; readonly nativeBinding: string | undefined },
): LostActsOf[] {
  if (!existsSync(replaced.file)) return [];
  let before: OpenDatabase | undefined;
  try {
    before = openWithAny(replaced.keys, { ...replaced, readonly: true });
    return readLost(restored, before);
  } catch {
    return [];
  } finally {
    before?.close();
  }
}

type Row = Pick<LostAct, 'at' | 'kind' | 'noun' | 'requestId'> & {
  readonly actorId: number;
  readonly subjectId: number;
};

/** Names of people are not written into a log that is kept when they are erased. */
const nameless: ReadonlySet<string> = new Set(['accounts', 'customers', 'arrivals']);

function readLost(restored: Database.Database, before: OpenDatabase): LostActsOf[] {
  const common = lastCommon(before.client, restored);
  const rows = before.client
    .prepare<[number], Row>(
      `select happened_at as at, kind, noun, subject_id as subjectId, actor_id as actorId, request_id as requestId
      from events
      where seq > ? and actor_id is not null order by seq`,
    )
    .all(common)
    .filter(({ kind }) => isLostAct(kind));
  const nameOf = subjectNames(readDb(before), rows);
  const known = restored.prepare('select 1 from events where noun = ? and subject_id = ? and seq <= ? limit 1');
  const changed = restored.prepare(
    'select 1 from event_changes where table_name = ? and row_id = ? and seq <= ? limit 1',
  );
  // A record that came after the backup is gone, and its number will be another's.
  const isHere = ({ noun, subjectId }: Row): boolean =>
    known.get(noun, subjectId, common) !== undefined || changed.get(noun, subjectId, common) !== undefined;
  const isPerson = restored.prepare('select 1 from accounts where id = ?');
  const byPerson = new Map<number, Row[]>();
  for (const row of rows) {
    const own = byPerson.get(row.actorId);
    if (own === undefined) byPerson.set(row.actorId, [row]);
    else own.push(row);
  }
  return [...byPerson]
    .filter(([accountId]) => isPerson.get(accountId) !== undefined)
    .map(([accountId, own]) => ({
      accountId,
      count: own.length,
      acts: own.slice(-LOST_ACTS_TOLD).map((row) => ({
        at: row.at,
        kind: row.kind,
        noun: row.noun,
        requestId: row.requestId,
        subjectId: isHere(row) ? row.subjectId : null,
        name: nameless.has(row.noun) ? null : nameOf(row),
      })),
    }));
}
