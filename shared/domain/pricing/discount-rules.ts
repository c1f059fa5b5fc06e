import type { Post } from '#shared/domain/accounts/posts.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import {
  type Adjustment,
  adjustmentOf,
  type Discount,
  isByHand,
  isInForce,
  type WantedAdjustment,
} from './catalogue.ts';

/**
 * Why a set of discounts may not be given together on a day, or undefined. Add-ons are sold, not given: they go with
 * anything. A discount that is not stackable (不可同享) stands alone among percents and reductions.
 */
function discountRefusal(chosen: readonly Discount[], day: LocalDate): Refusal | undefined {
  if (chosen.some((discount) => !isInForce(discount, day)))
    return { code: 'DISCOUNT_NOT_IN_FORCE', params: { wantedOn: day } };
  const codes = new Set(chosen.map((discount) => discount.code));
  const given = chosen.filter((discount) => discount.kind !== 'addOn');
  if (codes.size < chosen.length || (given.length > 1 && given.some((discount) => !discount.stackable)))
    return { code: 'DISCOUNTS_NOT_COMBINABLE' };
  return undefined;
}

/** Wanted changes of a price as the office knows them, and why they may not be given. */
export type Granted = { readonly adjustments: readonly Adjustment[]; readonly refusals: readonly Refusal[] };

/**
 * What is given of the wanted changes: rate, amount and name of a listed discount come from the catalogue, whatever the
 * caller thinks of them; anything else counts only as agreed by hand, under a code of that kind. A discount above the
 * caller's post, past its days, or beside one it does not go with is refused.
 */
export function grantDiscounts(
  catalogue: readonly Discount[],
  wanted: readonly WantedAdjustment[],
  { day, post }: { readonly day: LocalDate; readonly post: Post },
): Granted {
  const refusals: Refusal[] = [];
  const chosen: Discount[] = [];
  const adjustments = wanted.flatMap((one): Adjustment[] => {
    if (one.kind !== 'listed' && isByHand(one)) return [one];
    const listed = one.kind === 'listed' ? catalogue.find(({ code }) => code === one.code) : undefined;
    if (listed === undefined) {
      refusals.push({ code: 'DISCOUNT_NOT_AS_LISTED', params: { name: one.kind === 'listed' ? one.code : one.label } });
      return [];
    }
    chosen.push(listed);
    const { authority, label } = listed;
    if (authority !== null && !postMayDecide(post, authority))
      refusals.push({ code: 'DISCOUNT_ABOVE_AUTHORITY', params: { name: label, post: authority } });
    return [adjustmentOf(listed)];
  });
  const together = discountRefusal(chosen, day);
  return { adjustments, refusals: together === undefined ? refusals : [...refusals, together] };
}
