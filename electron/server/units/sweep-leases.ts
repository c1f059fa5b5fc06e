import { and, eq, isNull, lte, ne, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '#db/access.ts';
import { unitById } from '#db/repositories/units.ts';
import { unitHolds, unitLocks, units } from '#db/schema/inventory.ts';
import type { UnitEvent } from '#shared/domain/units/events.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { applyUnitEvent } from './apply-unit-event.ts';

const parkings = alias(unitHolds, 'parkings');

/**
 * Lets locks and holds end whose time has run out, one act of the office each. The hold of a frozen home runs out once it
 * is thawed, one over which a request lies once that is decided. Answers how many ended.
 */
export async function sweepLeases(corridor: Corridor, db: ReadDb, now: number): Promise<number> {
  const locks = db
    .select({ unitId: unitLocks.unitId })
    .from(unitLocks)
    .where(and(isNull(unitLocks.endedAt), lte(unitLocks.expiresAt, now)))
    .all();
  const holds = db
    .select({ unitId: unitHolds.unitId })
    .from(unitHolds)
    .innerJoin(units, eq(units.id, unitHolds.unitId))
    .where(
      and(
        isNull(unitHolds.endedAt),
        ne(unitHolds.purpose, 'approval'),
        lte(unitHolds.expiresAt, now),
        eq(units.commercialState, 'held'),
        notExists(
          db
            .select({ one: sql`1` })
            .from(parkings)
            .where(and(eq(parkings.unitId, units.id), isNull(parkings.endedAt), eq(parkings.purpose, 'approval'))),
        ),
      ),
    )
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
