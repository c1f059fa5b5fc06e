import { type Area, unitPriceOf } from '#shared/kernel/area.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { UnitCommercialState, UnitEncumbrance } from '../units/states.ts';

/** What anybody may know of a home that is on offer (一房一价公示): no more than these words. */
export const publicStates = ['available', 'reserved', 'paused', 'sold'] as const;
/** What anybody may know of the state of a home. */
export type PublicState = (typeof publicStates)[number];

const shown: Readonly<Record<UnitCommercialState, PublicState | undefined>> = {
  unreleased: undefined,
  notForSale: undefined,
  available: 'available',
  // Whether somebody only looks or has paid is nobody else's business.
  locked: 'reserved',
  booked: 'reserved',
  subscribed: 'reserved',
  drafting: 'reserved',
  held: 'paused',
  frozen: 'paused',
  signed: 'sold',
  paidUp: 'sold',
};

/** What decides whether a home is on the public board. */
export type BoardHome = {
  readonly commercialState: UnitCommercialState;
  readonly encumbrance: UnitEncumbrance;
  readonly listPrice: Fen | null;
  readonly builtArea: Area;
  readonly innerArea: Area | null;
  /** Since when the prices of its building are published; null while they are not. */
  readonly pricesPublishedOn: LocalDate | null;
};

/** What the public board says of a home; undefined for one that is not offered or whose price is not published. */
export function publicHome(home: BoardHome, today: LocalDate) {
  // Nobody can buy what a court has seized, free as it may be.
  const free = home.commercialState === 'available';
  const state = free && home.encumbrance === 'seized' ? 'paused' : shown[home.commercialState];
  const { listPrice, pricesPublishedOn } = home;
  if (state === undefined || listPrice === null) return undefined;
  if (pricesPublishedOn === null || pricesPublishedOn > today) return undefined;
  return { state, listPrice, unitPrice: unitPriceOf(listPrice, home.builtArea) ?? null };
}
