import type Database from 'better-sqlite3';
import type { KeptHead, LogHead } from '#shared/domain/events/heads.ts';

/** A PC that remembered another log than the office has, as it was written down. */
export type LogAlarm = LogHead & {
  /** Of the entry that says so. */
  readonly reportedSeq: number;
  readonly at: number;
  /** Name of the PC. */
  readonly place: string;
  readonly verdict: string;
};

const ofHead = `json_extract(data, '$.seq') = ? and json_extract(data, '$.hash') = ?`;

/** True when it was written down before that a place remembers this head. */
export function reportedCut(client: Database.Database, place: string, { seq, hash }: LogHead): boolean {
  const found = client
    .prepare(
      `select 1 from events where kind = 'logCut' and noun = 'office' and ${ofHead} and json_extract(data, '$.place') = ?`,
    )
    .get(seq, hash, place);
  return found !== undefined;
}

/**
 * Why a head that is not in the log is no alarm: the office was restored to before it, and says so itself, or somebody
 * who answers for the office has looked into it.
 */
export function settledHead(client: Database.Database, { seq, hash }: KeptHead): 'restored' | 'accepted' | undefined {
  const restored = client.prepare("select 1 from events where kind = 'restored' and seq <= ? limit 1").get(seq);
  if (restored !== undefined) return 'restored';
  const accepted = client
    .prepare(`select 1 from events where kind = 'logAccepted' and noun = 'office' and ${ofHead}`)
    .get(seq, hash);
  return accepted === undefined ? undefined : 'accepted';
}

/** What PCs remembered of another log and nobody has settled, the newest first. */
export function openLogAlarms(client: Database.Database): LogAlarm[] {
  return client
    .prepare<[], LogAlarm>(
      `select seq as reportedSeq, happened_at as at, json_extract(data, '$.seq') as seq, json_extract(data, '$.hash') as hash,
         json_extract(data, '$.place') as place, json_extract(data, '$.verdict') as verdict
       from events where kind = 'logCut' and noun = 'office' order by events.seq desc limit 100`,
    )
    .all()
    .filter((alarm) => settledHead(client, alarm) === undefined);
}
