import type { Refusal } from '../../kernel/errors.ts';
import { fen } from '../../kernel/money.ts';
import { legalRefusal } from '../lifecycle.ts';
import { lenderConsents, permitForRelease, pricePublished, type SaleFacts } from '../units/sale-conditions.ts';

/** Any price: asks whether prices are published, whatever they are. */
const SOME_PRICE = fen(1);

/**
 * Everything that still stands between a building and its release, by the rules that refuse its units one by one: what
 * a person has to enter before the board will offer them. `unpriced` counts its unreleased units without a filed price.
 */
export function releaseObstacles(facts: Omit<SaleFacts, 'filedPriceFen'>, unpriced: number): Refusal[] {
  const sale: SaleFacts = { ...facts, filedPriceFen: SOME_PRICE };
  return [
    permitForRelease(sale),
    unpriced === 0 ? undefined : legalRefusal('UNITS_UNPRICED', 'markedPrice', { units: unpriced }),
    pricePublished(sale),
    lenderConsents(sale),
  ].filter((refusal) => refusal !== undefined);
}
