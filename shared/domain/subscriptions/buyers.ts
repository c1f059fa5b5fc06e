import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import { fen, ONE_PPM, splitFen } from '#shared/kernel/money.ts';

/** A buyer of a subscription (买受人) and what he owns of the unit, in ppm. */
export const buyerSchema = z.strictObject({
  customerId: z.int().min(1),
  sharePpm: z.int().min(1).max(ONE_PPM),
});
/** A buyer and his share. */
export type Buyer = z.output<typeof buyerSchema>;

/**
 * Shares by parts, summing to exactly 1 000 000 ppm: `[1, 1, 1]` are thirds of 333 334, 333 333 and 333 333 (largest
 * remainder, ties to the earlier buyer). Throws a RangeError when no part is positive.
 */
export function sharesByParts(parts: readonly number[]): number[] {
  return splitFen(fen(ONE_PPM), parts);
}

/** Equal shares of `count` buyers, in ppm. */
export function equalShares(count: number): number[] {
  return sharesByParts(Array.from({ length: count }, () => 1));
}

/**
 * The share as a fraction of small parts, such as `[1, 3]` for any of the thirds above, or undefined where it is no n-th
 * of up to 12; papers print `三分之一` instead of 33.3334 %.
 */
export function fractionOfShare(sharePpm: number): readonly [number, number] | undefined {
  for (let denominator = 1; denominator <= 12; denominator += 1)
    for (let numerator = 1; numerator <= denominator; numerator += 1)
      if (Math.abs(sharePpm * denominator - numerator * ONE_PPM) < denominator) return [numerator, denominator];
  return undefined;
}

/** Why a list of buyers cannot stand, or undefined: nobody, somebody twice, or shares that are not 100 %. */
export function buyersRefusal(buyers: readonly Buyer[]): Refusal | undefined {
  if (buyers.length === 0) return { code: 'BUYERS_INCOMPLETE' };
  if (new Set(buyers.map((buyer) => buyer.customerId)).size < buyers.length) return { code: 'BUYER_TWICE' };
  const sum = buyers.reduce((total, buyer) => total + buyer.sharePpm, 0);
  return sum === ONE_PPM ? undefined : { code: 'BUYER_SHARES_DIFFER', params: { ratePpm: sum } };
}
