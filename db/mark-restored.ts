import type Database from 'better-sqlite3';
import type { RestoredMark } from '#shared/domain/restores/mark.ts';
import { nextEpoch } from '#shared/domain/terminals/standing.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { appendEvent } from './repositories/events.ts';

/**
 * Writes into a restored office that it is one: an event, and a higher epoch under which terminals meet it, served by
 * whichever PC does so next. Once for each restoring, however often it is opened before its page is told so.
 */
export function markRestored(client: Database.Database, mark: RestoredMark, terminal: string): void {
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
        noun: 'office',
        subjectId: 1,
        kind: 'restored',
        data: { stamp, lost },
      } as const;
      appendEvent(client, header, []);
    })
    .immediate();
}
