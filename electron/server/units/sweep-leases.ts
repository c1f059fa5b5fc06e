import { and, isNull, lte, ne } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { unitById } from '#db/repositories/units.ts';
import { unitHolds, unitLocks } from '#db/schema/inventory.ts';
import type { UnitEvent } from '#shared/domain/units/events.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { applyUnitEvent } from './apply-unit-event.ts';

/** Lets locks and holds end whose time has run out, one act of the office each. Answers how many ended. */
export async function sweepLeases(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const locks = db
    .select({ unitId: unitLocks.unitId })
    .from(unitLocks)
    .where(and(isNull(unitLocks.endedAt), lte(unitLocks.expiresAt, now)))
    .all();
  const holds = db
    .select({ unitId: unitHolds.unitId })
    .from(unitHolds)
    .where(and(isNull(unitHolds.endedAt), ne(unitHolds.purpose, 'approval'), lte(unitHolds.expiresAt, now)))
    .all();
  const ended = await Promise.allSettled([
    ...locks.map(({ unitId }) => end(corridor, unitId, 'lockExpires')),
    ...holds.map(({ unitId }) => end(corridor, unitId, 'holdExpires')),
  ]);
  return ended.filter(({ status }) => status === 'fulfilled').length;
}

function end(
  corridor: Corridor,
  unitId: number,
  event: Extract<UnitEvent, 'lockExpires' | 'holdExpires'>,
): Promise<void> {
  return corridor.act({
    procedure: `office.${event}`,
    run: (context) => {
      const unit = unitById(context.db, unitId);
      if (unit === undefined) return;
      applyUnitEvent(context, unit, event);
      const kind = event === 'lockExpires' ? 'lockExpired' : 'holdExpired';
      context.happened({ kind, noun: 'units', id: unitId, data: { from: unit.commercialState } });
    },
  });
}
