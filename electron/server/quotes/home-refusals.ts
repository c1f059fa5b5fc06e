import type { ReadDb } from '#db/access.ts';
import type { UnitRow } from '#db/repositories/units.ts';
import { notSeized, permitForSale, pricePublished } from '#shared/domain/units/sale-conditions.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { saleFactsOf } from '../units/unit-facts.ts';

/** States in which a home can still come to a customer; what is quoted in others cannot be bought. */
const open: readonly UnitCommercialState[] = ['available', 'locked', 'held', 'booked'];

/** True for a home that can still come to a customer. */
export function isOpenToBuyers({ commercialState }: UnitRow): boolean {
  return open.includes(commercialState);
}

/** Why nobody may be given the price of a home in writing: it is not on sale, or may not be sold; empty when one may. */
export function homeRefusals(
  { db, today }: Pick<QueryContext, 'today'> & { readonly db: ReadDb },
  unit: UnitRow,
): Refusal[] {
  const sale = saleFactsOf(db, unit, today);
  return [stateRefusal(unit), permitForSale(sale), notSeized(sale), pricePublished(sale)].filter(
    (one) => one !== undefined,
  );
}

function stateRefusal(unit: UnitRow): Refusal | undefined {
  if (isOpenToBuyers(unit)) return undefined;
  const { commercialState: state } = unit;
  return state === 'unreleased' ? { code: 'UNIT_NOT_RELEASED' } : { code: 'UNIT_TAKEN', params: { state } };
}
