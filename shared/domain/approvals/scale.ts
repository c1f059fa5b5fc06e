import { type Fen, ONE_PPM } from '#shared/kernel/money.ts';
import type { Post } from '../accounts/posts.ts';
import { depthBelowList } from '../pricing/limits.ts';
import type { ApprovalPolicy } from './policy.ts';

/** One band of the scale of authority: who may go that far below list, in ppm; `toPpm` is null where it has no end. */
export type AuthorityBand = {
  readonly post: Post;
  readonly fromPpm: number;
  readonly toPpm: number | null;
  /** What lies below the floor price, whatever its depth. */
  readonly belowFloor: boolean;
};

/**
 * The scale of authority over prices, from the list price down: each post up to its limit, nobody beyond the floor price
 * but the post that may go below it. `floorPpm` is the depth of the floor price; null where there is none to show.
 */
export function authorityBands(policy: ApprovalPolicy, floorPpm: number | null): AuthorityBand[] {
  const { steps } = policy.rules.priceBelowAuthority;
  const bands: AuthorityBand[] = steps.map(({ post, limit }, index) => ({
    post,
    fromPpm: steps[index - 1]?.limit ?? 0,
    toPpm: limit,
    belowFloor: false,
  }));
  if (floorPpm === null) return bands;
  const above = bands
    .filter(({ fromPpm }) => fromPpm < floorPpm)
    .map((band) => ({ ...band, toPpm: Math.min(band.toPpm ?? floorPpm, floorPpm) }));
  return [...above, { post: policy.floorPost, fromPpm: floorPpm, toPpm: null, belowFloor: true }];
}

/** A price against list and floor price: how deep it lies, the scale of authority for it, and where on that it is shown. */
export type PriceOnScale = {
  /** Depth below list, ppm. */
  readonly depth: number;
  /** Null where the floor price is not known. */
  readonly belowFloor: boolean | null;
  readonly bands: AuthorityBand[];
  /** Depth as the scale shows it: what lies above the floor price never in the band below it. */
  readonly shown: number;
};

/** Places the price of a home, without what comes on top, on the scale of authority. `floorPrice` null where nobody may know it. */
export function priceOnScale(
  policy: ApprovalPolicy,
  { listPrice, house, floorPrice }: { readonly listPrice: Fen; readonly house: Fen; readonly floorPrice: Fen | null },
): PriceOnScale {
  const depth = depthBelowList(listPrice, house);
  const belowFloor = floorPrice === null ? null : house < floorPrice;
  // Down, not half up: what the scale allows above the floor must not lie below it by the rounding.
  const floorPpm =
    floorPrice === null ? null : Number((BigInt(listPrice - floorPrice) * BigInt(ONE_PPM)) / BigInt(listPrice));
  const shown = floorPpm === null || belowFloor === true ? depth : Math.min(depth, floorPpm);
  return { depth, belowFloor, bands: authorityBands(policy, floorPpm), shown };
}

/** Where an amount lies on the scale: in which band, and how far into it, 0 to 1. */
export type ScalePlace = { readonly band: number; readonly share: number };

/** The place of an amount on the scale. A limit belongs to the band that ends there; a band without end is never full. */
export function placeOnScale(bands: readonly AuthorityBand[], amountPpm: number): ScalePlace {
  const found = bands.findIndex(({ toPpm }) => toPpm === null || amountPpm <= toPpm);
  const index = found < 0 ? bands.length - 1 : found;
  const band = bands[index];
  if (band === undefined) return { band: 0, share: 0 };
  const into = Math.max(0, amountPpm - band.fromPpm);
  const share =
    band.toPpm === null ? into / (into + Math.max(20_000, band.fromPpm)) : into / (band.toPpm - band.fromPpm);
  return { band: index, share: Math.min(1, share) };
}

/** The highest authority that does not reach an amount, with how far it does; undefined where the lowest reaches. */
export function nearestLower(
  bands: readonly AuthorityBand[],
  amountPpm: number,
): { readonly post: Post; readonly limitPpm: number } | undefined {
  const below = bands.filter(({ toPpm }) => toPpm !== null && toPpm < amountPpm).at(-1);
  return below === undefined || below.toPpm === null ? undefined : { post: below.post, limitPpm: below.toPpm };
}
