import { z } from 'zod';

declare const fenBrand: unique symbol;

/** An amount of money in whole fen (1 yuan = 100 fen); never a fraction, within the safe integers. */
export type Fen = number & { readonly [fenBrand]: true };

/** Largest amount the office accepts: 10 billion yuan; far above any home, far below the safe integers. */
export const MAX_FEN = 1_000_000_000_000;

function isFen(value: number): value is Fen {
  return Number.isSafeInteger(value);
}

/** Takes a whole number of fen as money. Throws a RangeError on fractions and unsafe integers. */
export function fen(value: number): Fen {
  const whole = value === 0 ? 0 : value;
  if (!isFen(whole)) throw new RangeError(`Not a whole number of fen: ${value}`);
  return whole;
}

/** Nothing owed, nothing paid. */
export const ZERO_FEN: Fen = fen(0);

/** Whole yuan as fen. */
export function yuan(value: number): Fen {
  return fen(value * 100);
}

/** Money at a border of the program: a safe integer of fen, at most {@link MAX_FEN} either way. */
export const fenSchema = z.int().min(-MAX_FEN).max(MAX_FEN).transform(fen).pipe(z.custom<Fen>());

/** Money that cannot be negative, such as a price or a receipt. */
export const amountSchema = z.int().min(0).max(MAX_FEN).transform(fen).pipe(z.custom<Fen>());

/** Money of many units at a border: 0 and more. */
export const totalAmountSchema = z.int().min(0).transform(fen).pipe(z.custom<Fen>());

/** Sum of amounts, in fen. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** `a - b`, in fen. */
export function subtractFen(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

/**
 * `value * numerator / denominator` rounded half up (away from zero for negatives), exact for any safe integers.
 * Used wherever a price is formed; the result is in the unit of `value`.
 */
export function mulDivHalfUp(value: number, numerator: number, denominator: number): number {
  if (denominator <= 0) throw new RangeError(`Denominator must be positive: ${denominator}`);
  const product = BigInt(value) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const negative = product < 0n;
  const magnitude = negative ? -product : product;
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  return Number(negative ? -rounded : rounded);
}

/** One million: a rate of 1_000_000 ppm is 100 %. */
export const ONE_PPM = 1_000_000;

/** `amount` times a rate in parts per million, half up once. */
export function ofPpm(amount: Fen, ratePpm: number): Fen {
  return fen(mulDivHalfUp(amount, ratePpm, ONE_PPM));
}

/**
 * Splits an amount by integer weights so that the parts sum to it to the fen: largest remainder, ties to the earlier
 * part. Throws on negative weights or when all weights are zero.
 */
export function splitFen(total: Fen, weights: readonly number[]): Fen[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0) || weightSum <= 0)
    throw new RangeError('Weights must be whole, not negative, and not all zero');
  const sign = total < 0 ? -1 : 1;
  const magnitude = BigInt(total * sign);
  const shares = weights.map((weight, index) => {
    const product = magnitude * BigInt(weight);
    return { index, floor: Number(product / BigInt(weightSum)), remainder: product % BigInt(weightSum) };
  });
  let missing = Number(magnitude) - shares.reduce((sum, share) => sum + share.floor, 0);
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (missing === 0) break;
    share.floor += 1;
    missing -= 1;
  }
  return shares.map((share) => fen(share.floor * sign));
}

/** Plain decimal text of an amount in yuan with two decimals and no separators, such as `1234.50`. */
export function fenToDecimal(amount: Fen): string {
  const magnitude = Math.abs(amount);
  const text = `${Math.trunc(magnitude / 100)}.${String(magnitude % 100).padStart(2, '0')}`;
  return amount < 0 ? `-${text}` : text;
}

/** Amount in yuan with thousands separators and two decimals, as printed on papers: `1,234.50`. */
export function formatYuan(amount: Fen): string {
  const [whole = '0', decimals = '00'] = fenToDecimal(amount).split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
}
