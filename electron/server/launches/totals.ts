import type { ReadDb } from '#db/access.ts';
import { intentCounts, waitingCount } from '#db/repositories/intents.ts';
import { offeredUnits, picksOfLaunch } from '#db/repositories/launch-homes.ts';
import type { LaunchRow } from '#db/repositories/launches.ts';
import { intentStates } from '#shared/domain/launches/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { type Fen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';

/** How many of the newest picks the day's figures show. */
const RECENT = 30;

/** How a launch stands now. A home that was picked, lapsed and picked again counts as its last pick. */
export function launchTotals(db: ReadDb, launch: LaunchRow) {
  const offered = offeredUnits(db, launch);
  const picks = picksOfLaunch(db, launch.id);
  const standing = picks.filter(({ pick }) => pick.state !== 'lapsed');
  const worth = (prices: readonly { readonly listPrice: Fen | null }[]) =>
    sumFen(prices.map(({ listPrice }) => listPrice ?? ZERO_FEN));
  const types = [...new Set(offered.map(({ houseType }) => houseType))].toSorted((a, b) => a.localeCompare(b, 'zh'));
  const counts = new Map(intentCounts(db, launch.id).map(({ state, n }) => [state, n]));
  return {
    state: launch.state,
    offered: offered.length,
    picked: standing.length,
    subscribed: standing.filter(({ pick }) => pick.state === 'subscribed').length,
    lapsed: picks.length - standing.length,
    value: worth(standing.map(({ pick }) => pick)),
    offeredValue: worth(offered),
    byType: types.map((houseType) => {
      const picked = standing.filter((one) => one.houseType === houseType);
      return {
        houseType,
        offered: offered.filter((one) => one.houseType === houseType).length,
        picked: picked.length,
        value: worth(picked.map(({ pick }) => pick)),
      };
    }),
    intents: Object.fromEntries(intentStates.map((state) => [state, counts.get(state) ?? 0])) as Record<
      (typeof intentStates)[number],
      number
    >,
    waiting: waitingCount(db, launch),
    recent: picks.slice(0, RECENT).map(({ pick, queueNo, ...place }) => ({
      id: pick.id,
      number: pick.number,
      unitId: pick.unitId,
      unit: unitLabel(place),
      queueNo,
      pickedAt: pick.pickedAt,
      state: pick.state,
    })),
  };
}
