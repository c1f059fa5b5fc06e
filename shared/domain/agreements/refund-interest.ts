import { daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, mulDivHalfUp, ONE_PPM, ZERO_FEN } from '#shared/kernel/money.ts';
import type { ExitCause } from '../changes/settlement.ts';
import type { FieldName } from '../contracts/fields/catalogue.ts';

/**
 * On which article of the contract its end rests where the seller is to answer for it, and the blank in which that
 * article agrees the yearly rate of interest on the refund (contract-form.md, articles 5, 12 to 16 and 20).
 */
export const rateOfGround = {
  title: 'titleInterest',
  lateDelivery: 'deliveryInterest',
  areaDifference: 'areaInterest',
  planningChange: 'planningInterest',
  designChange: 'designInterest',
  quality: 'qualityInterest',
  registration: 'certificateInterest',
} as const satisfies Record<string, FieldName>;
/** An article on which the end of a contract can rest. */
export type ExitGround = keyof typeof rateOfGround;
/** Articles on which the end of a contract can rest. */
export const exitGrounds = Object.keys(rateOfGround) as [ExitGround, ...ExitGround[]];

/** Days of the year by which a yearly rate is broken down to a day (custom). */
export const DAYS_OF_YEAR = 365;

/** By which rate interest runs and up to which day it is reckoned; a rate of 0 is none. */
export type RefundInterest = { readonly yearlyPpm: number; readonly until: LocalDate };

/**
 * The yearly rate (ppm) of interest on money that goes back when a contract ends: none where the buyer is in breach; by the
 * article on which the end rests where the seller is; else, and where that article agrees on none, the reference rate,
 * as nobody's fault returns the price with interest too (SPC sales, arts. 19 and 21).
 */
export function refundInterestPpm(
  { cause, ground }: { readonly cause: ExitCause; readonly ground?: ExitGround | undefined },
  agreed: Readonly<Partial<Record<(typeof rateOfGround)[ExitGround], number | null>>>,
  referencePpm: number,
): number {
  if (cause === 'buyer') return 0;
  if (cause === 'nobody' || ground === undefined) return referencePpm;
  return agreed[rateOfGround[ground]] ?? referencePpm;
}

/** The days for which a payment bears interest: from the day on which it was paid to the day up to which it is reckoned. */
export function interestDays(paidOn: LocalDate, until: LocalDate): number {
  return Math.max(0, daysBetween(paidOn, until));
}

/** Interest on a payment that goes back, in fen: amount × rate × days ÷ 365, half up once. */
export function interestOn(amount: Fen, paidOn: LocalDate, { yearlyPpm, until }: RefundInterest): Fen {
  const days = interestDays(paidOn, until);
  if (days === 0 || yearlyPpm === 0) return ZERO_FEN;
  return fen(mulDivHalfUp(amount, yearlyPpm * days, ONE_PPM * DAYS_OF_YEAR));
}
