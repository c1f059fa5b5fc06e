import type Database from 'better-sqlite3';
import { reportedCut, settledHead } from '#db/repositories/log-alarms.ts';
import { headToKeep, judgeKept } from '#db/repositories/log-check.ts';
import { type HeadAnswer, isHeadAlarm, type KeptHead } from '#shared/domain/events/heads.ts';
import type { Corridor } from '../kernel/corridor.ts';

/** Compares what the PCs of an office remember of its log with the log. */
export function officeHeads({ client, act }: { readonly client: Database.Database; readonly act: Corridor['act'] }) {
  const underWay = new Set<string>();

  function judge(kept: KeptHead): HeadAnswer {
    const verdict = judgeKept(client, kept);
    return verdict === 'fits' ? verdict : (settledHead(client, kept) ?? verdict);
  }

  /** Writes down, once for each head of each place, that the log is not the one that was told there. */
  function report(place: string, kept: KeptHead, verdict: HeadAnswer): void {
    const { seq, hash } = kept;
    const key = `${place} ${seq} ${hash}`;
    if (underWay.has(key) || reportedCut(client, place, kept)) return;
    underWay.add(key);
    const events = headToKeep(client).seq;
    void act({
      procedure: 'terminals.compareHead',
      run: ({ happened }) =>
        happened({ kind: 'logCut', noun: 'office', id: 1, data: { verdict, place, seq, hash, events } }),
    }).catch(() => underWay.delete(key));
  }

  return {
    /** Where the log ends now. */
    current: () => headToKeep(client),
    /** A PC presents what it kept; what is wrong is written down and told to those who answer for the office. */
    present: (place: string, kept: KeptHead): HeadAnswer => {
      const answer = judge(kept);
      if (isHeadAlarm(answer)) report(place, kept, answer);
      return answer;
    },
  };
}
