import type { Fen } from '#shared/kernel/money.ts';

/** The three prices of a unit that are kept apart: 备案价, 表价, 底价. */
export const keptPrices = ['filed', 'list', 'floor'] as const;
/** One of the three prices of a unit. */
export type KeptPrice = (typeof keptPrices)[number];

/** What one change wrote; a price that it leaves out stayed as it was. */
export type PriceChange<Of extends { readonly seq: number }> = { readonly of: Of } & {
  readonly [Price in KeptPrice]: Fen | null | undefined;
};

/** From what to what a price went; `before` is null for the first. */
export type PriceMove = { readonly before: Fen | null; readonly after: Fen };

/** How prices moved in one act, which may have written them more than once. */
export type PriceMoves<Of> = { readonly of: Of } & { readonly [Price in KeptPrice]: PriceMove | null };

/**
 * The history of a unit's prices, newest first, from its changes, oldest first: one entry for each act that left a price
 * other than it found it. An act that wrote a price and wrote it back changed nothing.
 */
export function priceMoves<Of extends { readonly seq: number }>(changes: readonly PriceChange<Of>[]): PriceMoves<Of>[] {
  const acts = new Map<number, { of: Of; before: Prices; after: Prices }>();
  let now: Prices = { filed: null, list: null, floor: null };
  for (const { of, ...written } of changes) {
    const before = acts.get(of.seq)?.before ?? now;
    now = {
      filed: written.filed === undefined ? now.filed : written.filed,
      list: written.list === undefined ? now.list : written.list,
      floor: written.floor === undefined ? now.floor : written.floor,
    };
    acts.set(of.seq, { of, before, after: now });
  }
  return [...acts.values()]
    .map(({ of, before, after }) => ({
      of,
      filed: moveOf(before.filed, after.filed),
      list: moveOf(before.list, after.list),
      floor: moveOf(before.floor, after.floor),
    }))
    .filter((act) => keptPrices.some((price) => act[price] !== null))
    .toReversed();
}

type Prices = Readonly<Record<KeptPrice, Fen | null>>;

function moveOf(before: Fen | null, after: Fen | null): PriceMove | null {
  return after === null || after === before ? null : { before, after };
}
