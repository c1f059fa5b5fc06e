import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import { intentById } from '#db/repositories/intents.ts';
import { offeredUnits, picksOfLaunch } from '#db/repositories/launch-homes.ts';
import { allLaunches, calledUpTo, desksOfLaunch } from '#db/repositories/launches.ts';
import { buildingsWithPermits, unitsOf } from '#db/repositories/units.ts';
import type { kiosk } from '#shared/api/kiosk.ts';
import { unitLabel } from '#shared/domain/units/label.ts';

/** So many of the newest picks stand on the big screen. */
const RECENT = 12;

/**
 * The launch that runs now, as everybody in the hall may see it: places and homes, and no name of anybody. A home that
 * cannot be picked any more says so, and not why.
 */
export function launchOnScreen(db: ReadDb): z.input<typeof kiosk.launch.output> {
  const launch = allLaunches(db).find(({ state }) => state === 'running' || state === 'paused');
  if (launch === undefined || (launch.state !== 'running' && launch.state !== 'paused')) return null;
  const offered = new Set(offeredUnits(db, launch).map(({ id }) => id));
  const picks = picksOfLaunch(db, launch.id).filter(({ pick }) => pick.state !== 'lapsed');
  const picked = new Set(picks.map(({ pick }) => pick.unitId));
  const names = new Map(buildingsWithPermits(db).map(({ id, name }) => [id, name]));
  const placeOf = (intentId: number) => intentById(db, intentId)?.drawPlace ?? 0;
  return {
    ...{ name: launch.name, state: launch.state, offered: offered.size, picked: picked.size },
    calledUpTo: calledUpTo(db, launch.id),
    desks: desksOfLaunch(db, launch.id).map(({ name, intentId, turnEndsAt }) => ({
      name,
      place: intentId === null ? null : placeOf(intentId),
      endsAt: turnEndsAt,
    })),
    homes: unitsOf(db, null).flatMap((unit) => {
      if (!offered.has(unit.id)) return [];
      const { id, entrance, floor, floorName, roomNo, houseType } = unit;
      const free = unit.commercialState === 'available' || unit.commercialState === 'locked';
      const state = picked.has(id) ? ('picked' as const) : free ? ('free' as const) : ('gone' as const);
      const building = names.get(unit.buildingId) ?? '';
      return [{ id, building, entrance, floor, floorName, roomNo, houseType, state }];
    }),
    recent: picks.slice(0, RECENT).map(({ pick, ...place }) => ({
      unit: unitLabel(place),
      place: placeOf(pick.intentId),
      pickedAt: pick.pickedAt,
    })),
  };
}
