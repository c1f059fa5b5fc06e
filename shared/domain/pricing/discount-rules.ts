import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Adjustment, adjustmentOf, type Discount, isInForce } from './catalogue.ts';

/**
 * Why a set of discounts may not be given together on a day, or undefined. Add-ons are sold, not given: they go with
 * anything. A discount that is not stackable (不可同享) stands alone among percents and reductions.
 */
export function discountRefusal(chosen: readonly Discount[], day: LocalDate): Refusal | undefined {
  if (chosen.some((discount) => !isInForce(discount, day)))
    return { code: 'DISCOUNT_NOT_IN_FORCE', params: { wantedOn: day } };
  const codes = new Set(chosen.map((discount) => discount.code));
  const given = chosen.filter((discount) => discount.kind !== 'addOn');
  if (codes.size < chosen.length || (given.length > 1 && given.some((discount) => !discount.stackable)))
    return { code: 'DISCOUNTS_NOT_COMBINABLE' };
  return undefined;
}

/**
 * The adjustments for the chosen codes of a catalogue, in the catalogue's order, or the refusal: a code that the
 * catalogue does not have is not in force.
 */
export function chooseDiscounts(
  catalogue: readonly Discount[],
  codes: readonly string[],
  day: LocalDate,
): { readonly adjustments: readonly Adjustment[] } | { readonly refusal: Refusal } {
  const chosen = catalogue.filter((discount) => codes.includes(discount.code));
  if (codes.some((code) => !chosen.some((discount) => discount.code === code)))
    return { refusal: { code: 'DISCOUNT_NOT_IN_FORCE', params: { wantedOn: day } } };
  const refusal = discountRefusal(chosen, day);
  return refusal ? { refusal } : { adjustments: chosen.map(adjustmentOf) };
}
