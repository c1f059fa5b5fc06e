import type { ReadDb } from '#db/access.ts';
import { openBookings } from '#db/repositories/bookings.ts';
import { liveClaims, liveDeals, type UnitRow, unitsOf } from '#db/repositories/units.ts';
import { endOfDay } from '#shared/domain/units/lock-policy.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { Actor } from '../kernel/session.ts';

type Owner = { readonly accountId: number; readonly by: string; readonly until: number | null };

const dealStates: readonly UnitCommercialState[] = ['subscribed', 'drafting', 'signed', 'paidUp'];

/** A unit as the board paints it. */
export function presentCell(unit: UnitRow, owner: Owner | undefined, actor: Actor) {
  return {
    id: unit.id,
    buildingId: unit.buildingId,
    entrance: unit.entrance,
    floor: unit.floor,
    floorName: unit.floorName,
    roomNo: unit.roomNo,
    use: unit.use,
    houseType: unit.houseType,
    orientation: unit.orientation,
    builtArea: unit.builtArea,
    innerArea: unit.innerArea,
    listPrice: unit.listPrice,
    state: unit.commercialState,
    since: unit.commercialSince,
    reason: unit.commercialState === 'frozen' || unit.commercialState === 'notForSale' ? unit.stateReason : '',
    offSaleUse: unit.offSaleUse,
    encumbrance: unit.encumbrance,
    by: owner?.by ?? null,
    mine: owner?.accountId === actor.id,
    until: owner?.until ?? null,
  };
}

type Claims = readonly (Owner & { readonly unitId: number })[];
type Deals = ReturnType<typeof liveDeals>;

/** Cells of some units, each with who has it by the claims and deals given. */
export function presentCells(units: readonly UnitRow[], claims: Claims, deals: Deals, actor: Actor) {
  const claimants = new Map<number, Owner>(claims.map((claim) => [claim.unitId, claim]));
  const dealers = new Map<number, Owner>(
    deals.map((deal) => [
      deal.unitId,
      {
        accountId: deal.accountId,
        by: deal.by,
        until: deal.state === 'approved' || deal.state === 'depositComplete' ? endOfDay(deal.signBy) : null,
      },
    ]),
  );
  return units.map((unit) => {
    const owner = dealStates.includes(unit.commercialState) ? dealers.get(unit.id) : claimants.get(unit.id);
    return presentCell(unit, owner, actor);
  });
}

/** States in which nobody has a unit. */
const freeStates: readonly UnitCommercialState[] = ['unreleased', 'available'];

/**
 * Cells of all units or of some, each with who has it now: four queries at most, however many units. After a change it is
 * asked for the few units that turned, and who has them is asked only where their state says that somebody does.
 */
export function cellsOf(db: ReadDb, ids: readonly number[] | null, actor: Actor) {
  const units = unitsOf(db, ids);
  const dealt = units.some(({ commercialState }) => dealStates.includes(commercialState));
  const claimed = units.some(
    ({ commercialState }) => !dealStates.includes(commercialState) && !freeStates.includes(commercialState),
  );
  return presentCells(
    units,
    claimed ? [...liveClaims(db, ids), ...openBookings(db, ids)] : [],
    dealt ? liveDeals(db, ids) : [],
    actor,
  );
}
