import type Database from 'better-sqlite3';
import type { RestoredMark } from '#shared/domain/restores/mark.ts';
import { nextEpoch } from '#shared/domain/terminals/standing.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { LostActsOf } from './lost-acts.ts';
import { appendEvent } from './repositories/events.ts';

/**
 * Writes into a restored office that it is one: an event, and a higher epoch under which terminals meet it, served by
 * whichever PC does so next; and to each person which acts of theirs are gone. Once for each restoring, however often it is
 * opened before its page is told so.
 */
export function markRestored(
  client: Database.Database,
  mark: RestoredMark,
  terminal: string,
  lostActs: () => readonly LostActsOf[],
): void {
  client
    .transaction(() => {
      const done = client.prepare("select 1 from events where kind = 'restored' and request_id = ?").get(mark.id);
      if (done !== undefined) return;
      const epoch = client.prepare<[], number>('select epoch from host_identity').pluck().get() ?? 0;
      client
        .prepare('update host_identity set served_by = null, served_by_name = null, epoch = ?')
        .run(nextEpoch(Math.max(epoch, mark.epoch), mark.at));
      const { stamp, lost } = mark;
      const header = {
        happenedAt: mark.at,
        recordedAt: mark.at,
        businessDate: dayOf(mark.at),
        actorId: null,
        terminal,
        procedure: 'restore',
        requestId: mark.id,
      } as const;
      // What is gone is read before anything is written: the log still ends where the backup did.
      const gone = lostActs();
      // First of all: what a PC remembers from here on is gone because of it, and no alarm.
      appendEvent(client, { ...header, noun: 'office', subjectId: 1, kind: 'restored', data: { stamp, lost } }, []);
      for (const { accountId, count, acts } of gone)
        appendEvent(
          client,
          { ...header, noun: 'accounts', subjectId: accountId, kind: 'actsLost', data: { stamp, count, acts } },
          [],
        );
    })
    .immediate();
}
