import type { ReadDb } from '#db/access.ts';
import { type ChangeRow, changeById, keptForChangesUntil } from '#db/repositories/changes.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, liveHoldsOf, unitById } from '#db/repositories/units.ts';
import { unitHolds } from '#db/schema/inventory.ts';
import { approvalEnd } from '#shared/domain/approvals/authority.ts';
import { approvalOfChange } from '#shared/domain/changes/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

type Moving = Pick<ChangeRow, 'number' | 'targetUnitId'>;

/** What keeps the home that a deal moves to while its change is open (decision 17); undefined where nothing does. */
function keptFor(db: ReadDb, { number, targetUnitId }: Moving) {
  const holds = targetUnitId === null ? [] : liveHoldsOf(db, targetUnitId).map(({ hold }) => hold);
  return holds.find(({ purpose, reason }) => purpose === 'approval' && reason === number);
}

/** For which of the buyers of a deal a home is wanted: for whom it is held already, else the first. */
export function wantedFor(db: ReadDb, subscriptionId: number, unitId: number): number | null {
  const buyers = buyersOf(db, [subscriptionId]).map(({ customer }) => customer.id);
  const held = liveHoldsOf(db, unitId).find(({ hold }) => hold.customerId !== null && buyers.includes(hold.customerId));
  return held?.hold.customerId ?? buyers[0] ?? null;
}

/** The home that a deal is to move to, and until when it is kept for that. */
export function targetSeen(db: ReadDb, { number, targetUnitId }: Moving) {
  if (targetUnitId === null) return null;
  const keptUntil = keptFor(db, { number, targetUnitId })?.expiresAt ?? null;
  return { unitId: targetUnitId, unit: labelOfUnit(db, targetUnitId), keptUntil };
}

/** True where the home that a deal moves to is kept for this very change. */
export function isKeptFor(db: ReadDb, change: Moving | undefined, holdId: number): boolean {
  return change !== undefined && keptFor(db, change)?.id === holdId;
}

/** Keeps the home that a deal moves to while somebody decides, until an instant. */
export function keepTarget(command: UnitCommand, change: ChangeRow, expiresAt: number): void {
  const { db } = command;
  const target = change.targetUnitId === null ? undefined : unitById(db, change.targetUnitId);
  if (target === undefined) return;
  const customerId = wantedFor(db, change.subscriptionId, target.id);
  applyUnitEvent(command, target, 'park', { customerId }, { reason: change.number, customerId, expiresAt });
}

/** Agreed to, it waits for papers and money: its home is kept as long again as the ladder had for its decision. */
export function keepTargetOn({ db, tx, now, setting }: UnitCommand, change: ChangeRow): void {
  const kept = keptFor(db, change);
  const rule = setting('approvalPolicy').rules[approvalOfChange[change.kind]];
  if (kept !== undefined) tx.update(unitHolds, kept.id, { expiresAt: approvalEnd(now, rule) });
}

/** Gives the home back to which a deal does not move after all. */
export function freeTarget(command: UnitCommand, change: Moving): void {
  const kept = keptFor(command.db, change);
  const target = kept === undefined ? undefined : unitById(command.db, kept.unitId);
  if (target !== undefined) applyUnitEvent(command, target, 'unpark');
}

/**
 * Gives homes back that were kept for changes that are agreed to and were not carried out in time, one act of the office
 * each; the change stays agreed to, and moves the deal if the home is still free then. Answers how many.
 */
export async function sweepTargets(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const ended = await Promise.allSettled(
    keptForChangesUntil(db, now).map(({ id }) =>
      corridor.act({
        procedure: 'office.targetFreed',
        run: (context) => {
          const change = changeById(context.db, id);
          if (change?.state !== 'approved') return;
          const kept = keptFor(context.db, change);
          if (kept === undefined) throw new DomainError('NOT_FOUND');
          freeTarget(context, change);
          context.happened({ kind: 'holdExpired', noun: 'units', id: kept.unitId, data: { from: 'held' } });
        },
      }),
    ),
  );
  return ended.filter(({ status }) => status === 'fulfilled').length;
}
