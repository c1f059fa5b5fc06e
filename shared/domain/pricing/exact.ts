import { type Fen, fen, ONE_PPM } from '#shared/kernel/money.ts';

/** An amount of fen kept exactly as a fraction, so that a chain of percents is rounded once, at its end. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };

/** An amount as an exact fraction. */
export function exact(amount: number): Exact {
  return { numerator: BigInt(amount), denominator: 1n };
}

/** Adds whole fen (or takes them off, when negative). */
export function plus(value: Exact, amount: number): Exact {
  return { numerator: value.numerator + BigInt(amount) * value.denominator, denominator: value.denominator };
}

/** What remains after a rate (ppm) is taken off. */
export function lessPpm(value: Exact, ratePpm: number): Exact {
  return {
    numerator: value.numerator * BigInt(ONE_PPM - ratePpm),
    denominator: value.denominator * BigInt(ONE_PPM),
  };
}

/** The fraction as whole fen, rounded half up (away from zero) to a multiple of `unit` fen. */
export function roundTo(value: Exact, unit = 1): Fen {
  const step = value.denominator * BigInt(unit);
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const rounded = Number((magnitude * 2n + step) / (step * 2n)) * unit;
  return fen(value.numerator < 0n ? -rounded : rounded);
}
