import { setImmediate as breathe } from 'node:timers/promises';
import type { OpenDatabase } from '#db/connection.ts';
import { sealedHeads } from '#db/repositories/days.ts';
import { walkLog } from '#db/repositories/log-check.ts';
import type { LogVerdict } from '#shared/domain/events/heads.ts';
import { sealOfDay } from '../days/procedures.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** How far the check of the log is, and at the end what it came to. */
export type LogCheck = {
  readonly done: number;
  readonly of: number;
  readonly found: LogVerdict | null;
  /** Closed days whose heads were compared too. */
  readonly days: number;
};

/**
 * Walks the whole log while the office goes on, and compares it with the heads of all closed days, whose seals nobody can
 * make who has only the file.
 */
export async function* checkLog(
  database: OpenDatabase,
  key: Uint8Array,
  { db }: Pick<QueryContext, 'db'>,
  signal: AbortSignal | undefined,
): AsyncIterable<LogCheck> {
  const closed = sealedHeads(db);
  const days = closed.length;
  const forged = closed.find(({ seal, ...day }) => seal !== sealOfDay(key, day));
  const walk = walkLog(database.client, closed);
  for (;;) {
    if (signal?.aborted === true) return;
    const step = walk.next();
    if (step.done !== true) {
      yield { ...step.value, found: null, days };
      await breathe();
      continue;
    }
    const { events } = step.value;
    // A day that somebody wrote by hand says nothing of the log, and the log was changed where it was written.
    const found: LogVerdict =
      step.value.verdict === 'whole' && forged !== undefined
        ? { verdict: 'changed', events, since: forged.seq, seq: forged.seq }
        : step.value;
    yield { done: events, of: events, found, days };
    return;
  }
}
