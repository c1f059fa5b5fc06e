import type { ReadDb } from '#db/access.ts';
import { type ArrivalRow, arrivalById, waitingArrivals } from '#db/repositories/arrivals.ts';
import { destroyPersonKey } from '#db/repositories/person-keys.ts';
import { arrivals } from '#db/schema/arrivals.ts';
import type { ArrivalState } from '#shared/domain/kiosk/arrivals.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, instantOf } from '#shared/kernel/local-date.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** A guest who still waits. Throws NOT_FOUND or ARRIVAL_OVER. */
export function waitingArrival(db: ReadDb, arrivalId: number): ArrivalRow {
  const arrival = arrivalById(db, arrivalId);
  if (arrival === undefined) throw new DomainError('NOT_FOUND');
  if (arrival.state !== 'waiting') throw new DomainError('ARRIVAL_OVER');
  return arrival;
}

type Ending = {
  readonly state: Exclude<ArrivalState, 'waiting'>;
  readonly by: number | null;
  readonly visitId?: number;
};

/** Ends the waiting of a guest: what they typed is taken out, and what the log has of it can't be read any more. */
export function endArrival(
  { tx, now, afterCommit }: Pick<CommandContext<unknown>, 'tx' | 'now' | 'afterCommit'>,
  { id, personKeyId }: ArrivalRow,
  { state, by, visitId }: Ending,
): void {
  tx.update(arrivals, id, {
    ...{ state, endedAt: now, endedBy: by, name: '', phone: '', interests: [] },
    ...(visitId === undefined ? {} : { visitId }),
  });
  // After the event has been sealed under it.
  afterCommit(() => destroyPersonKey(tx.client, personKeyId, now));
}

/** Guests of days that are over and whom nobody received: they left. Answers how many. */
export async function sweepArrivals(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const before = instantOf(dayOf(now));
  if (waitingArrivals(db, before).length === 0) return 0;
  let left = 0;
  await corridor.act({
    procedure: 'office.guestsLeft',
    run: (context) => {
      const forgotten = waitingArrivals(context.tx, before);
      for (const arrival of forgotten) endArrival(context, arrival, { state: 'left', by: null });
      left = forgotten.length;
      if (left > 0) context.happened({ kind: 'arrivalsClosed', noun: 'office', id: 1, data: { guests: left } });
    },
  });
  return left;
}
