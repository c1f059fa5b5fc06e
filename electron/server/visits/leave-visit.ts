import type { ReadDb } from '#db/access.ts';
import { guestsHere, type VisitRow, visitById } from '#db/repositories/visits.ts';
import { visits as visitsTable } from '#db/schema/customers.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, instantOf } from '#shared/kernel/local-date.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { backAgain, seenOff } from './rota.ts';

/** Visits closed by one act, so that an office with years of them does not stand still. */
const AT_ONCE = 200;

function visitOf({ db }: CommandContext, visitId: number): VisitRow {
  const visit = visitById(db, visitId);
  if (visit === undefined || visit.kind === 'call') throw new DomainError('NOT_FOUND');
  return visit;
}

/** A group has left the hall. */
export function leaveVisit(context: CommandContext, visitId: number): void {
  const { tx, now, happened } = context;
  const visit = visitOf(context, visitId);
  if (visit.leftAt !== null) throw new DomainError('VISIT_OVER');
  tx.update(visitsTable, visit.id, { leftAt: now, ending: 'seenOff' });
  seenOff(context, visit.receivedBy);
  happened({ kind: 'guestLeft', noun: 'customers', id: visit.customerId, data: { visitId } });
}

/** A group had not left after all: the end that was written today is taken back. */
export function returnVisit(context: CommandContext, visitId: number): void {
  const { tx, today, happened } = context;
  const visit = visitOf(context, visitId);
  if (visit.leftAt === null || dayOf(visit.receivedAt) !== today) throw new DomainError('VISIT_NOT_OVER');
  tx.update(visitsTable, visit.id, { leftAt: null, ending: null });
  backAgain(context, visit.receivedBy);
  happened({ kind: 'guestStillHere', noun: 'customers', id: visit.customerId, data: { visitId } });
}

/** The hall is empty: every visit without an end is closed now. Gives how many there were. */
export function closeDay(context: CommandContext): number {
  const { db, tx, now, happened } = context;
  const here = guestsHere(db, now + 1, AT_ONCE);
  for (const { id } of here) tx.update(visitsTable, id, { leftAt: now, ending: 'dayClosed' });
  for (const receiver of new Set(here.map(({ receivedBy }) => receivedBy))) seenOff(context, receiver);
  if (here.length > 0) happened({ kind: 'guestsClosed', noun: 'office', id: 1, data: { visits: here.length } });
  return here.length;
}

/**
 * Visits of days that are over and of which nobody wrote the end: closed by the office, at the moment they began, since
 * nobody knows better. Answers how many.
 */
export async function sweepVisits(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const before = instantOf(dayOf(now));
  if (guestsHere(db, before, 1).length === 0) return 0;
  let closed = 0;
  await corridor.act({
    procedure: 'office.dayCloses',
    run: ({ tx, happened }) => {
      const forgotten = guestsHere(tx, before, AT_ONCE);
      for (const { id, receivedAt } of forgotten)
        tx.update(visitsTable, id, { leftAt: receivedAt, ending: 'dayClosed' });
      closed = forgotten.length;
      if (closed > 0) happened({ kind: 'guestsClosed', noun: 'office', id: 1, data: { visits: closed } });
    },
  });
  return closed;
}
