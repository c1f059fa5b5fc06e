import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Adjustment, Discount } from '../pricing/catalogue.ts';

/** How many homes the buyer's family has with this one (住房套数): it decides tax and the rate of loans. */
export const homeOrders = ['first', 'second', 'further'] as const;
/** Which home of the family it is. */
export type HomeOrder = (typeof homeOrders)[number];

/** States of a purchase plan (置业计划). They follow from the day and the deal, and are never stored. */
export const quoteStates = ['valid', 'expired', 'subscribed'] as const;
/** State of a purchase plan. */
export type QuoteState = (typeof quoteStates)[number];

/** The state of a purchase plan on a day: its last day counts, and what became a subscription stays one. */
export function quoteState(
  quote: { readonly validUntil: LocalDate; readonly subscriptionId: number | null },
  today: LocalDate,
): QuoteState {
  if (quote.subscriptionId !== null) return 'subscribed';
  return today <= quote.validUntil ? 'valid' : 'expired';
}

/** Until when a purchase plan holds: so many days, but no longer than any discount of the catalogue that it counts on. */
export function quoteValidUntil(
  today: LocalDate,
  days: number,
  adjustments: readonly Adjustment[],
  catalogue: readonly Discount[],
): LocalDate {
  const ends = adjustments.flatMap(({ code }) => catalogue.find((one) => one.code === code)?.until ?? []);
  return [addDays(today, days), ...ends].toSorted()[0] ?? today;
}
