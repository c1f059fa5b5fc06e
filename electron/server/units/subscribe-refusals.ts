import type { UnitRow } from '#db/repositories/units.ts';
import type { UnitFacts } from '#shared/domain/units/facts.ts';
import { claimIsOurs, notKeptForDesks, notParked } from '#shared/domain/units/guards.ts';
import { notSeized, permitForSale, pricePublished } from '#shared/domain/units/sale-conditions.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { gatherUnitFacts, type UnitContext } from './unit-facts.ts';

/** Everything that forbids the caller to subscribe a unit as it stands, the law first; empty when nothing does. */
export function subscribeRefusals(
  context: UnitContext,
  unit: UnitRow,
  facts: UnitFacts = gatherUnitFacts(context, unit),
): Refusal[] {
  const step = { from: unit.commercialState, event: 'park' } as const;
  const claim: Refusal | undefined =
    notKeptForDesks(facts, step) ??
    notParked(facts, step) ??
    (step.from === 'available' ? { code: 'UNIT_NOT_RESERVED' } : claimIsOurs(facts, step));
  return [permitForSale(facts), notSeized(facts), pricePublished(facts), claim].filter((one) => one !== undefined);
}
