import { z } from 'zod';
import type { Post } from '#shared/domain/accounts/posts.ts';
import type { ApprovalAsk } from '#shared/domain/approvals/authority.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { type Fen, fen, mulDivHalfUp, ONE_PPM, subtractFen } from '#shared/kernel/money.ts';
import type { PriceBuildUp } from './build-up.ts';

/** How far a price may lie from the filed price (备案价浮动范围), in ppm below and above it. */
export const filedBandSchema = z.strictObject({
  belowPpm: z.int().min(0).max(ONE_PPM),
  abovePpm: z.int().min(0).max(ONE_PPM),
});
/** How far a price may lie from the filed price. */
export type FiledBand = z.output<typeof filedBandSchema>;

/** The prices of a unit that limit what it may be sold for (备案价, 表价, 底价); null where not entered. */
export type UnitPrices = {
  readonly listPrice: Fen;
  readonly filedPrice: Fen | null;
  readonly floorPrice: Fen | null;
};

/** Where a price lies against the limits: what the approval ladder and the preflight ask. */
export type PriceFacts = {
  readonly listPrice: Fen;
  readonly total: Fen;
  readonly housePrice: Fen;
  /** How far the home is sold below list, ppm, half up; 0 at or above list. */
  readonly depthPpm: number;
  readonly belowList: Fen;
  readonly belowFloor: boolean;
  /** What lies above the floor price; negative below it; null without a floor price. */
  readonly aboveFloor: Fen | null;
  /** Against the filed price; null without one. */
  readonly againstFiled: Fen | null;
  readonly filed: { readonly lowest: Fen; readonly highest: Fen } | null;
  readonly filedPosition: 'within' | 'below' | 'above' | 'missing';
};

/** Lowest and highest price that the filed price allows, to the fen inside the band. */
export function filedLimits(filedPrice: Fen, band: FiledBand): { readonly lowest: Fen; readonly highest: Fen } {
  const share = (ratePpm: number) => BigInt(filedPrice) * BigInt(ratePpm);
  const million = BigInt(ONE_PPM);
  return {
    lowest: fen(Number((share(ONE_PPM - band.belowPpm) + million - 1n) / million)),
    highest: fen(Number(share(ONE_PPM + band.abovePpm) / million)),
  };
}

/** Depth of a price below list in ppm, half up; 0 at or above list. The bands of authority are compared with it. */
export function depthBelowList(listPrice: Fen, housePrice: Fen): number {
  if (listPrice <= 0 || housePrice >= listPrice) return 0;
  return mulDivHalfUp(listPrice - housePrice, ONE_PPM, listPrice);
}

/** The facts of a built-up price against the unit's list, filed and floor price (domain 4.2). */
export function priceFacts(price: PriceBuildUp, unit: UnitPrices, band: FiledBand): PriceFacts {
  const { housePrice, total } = price;
  const filed = unit.filedPrice === null ? null : filedLimits(unit.filedPrice, band);
  return {
    listPrice: unit.listPrice,
    total,
    housePrice,
    depthPpm: depthBelowList(unit.listPrice, housePrice),
    belowList: subtractFen(unit.listPrice, housePrice),
    belowFloor: unit.floorPrice !== null && housePrice < unit.floorPrice,
    aboveFloor: unit.floorPrice === null ? null : subtractFen(housePrice, unit.floorPrice),
    againstFiled: unit.filedPrice === null ? null : subtractFen(housePrice, unit.filedPrice),
    filed,
    filedPosition: !filed
      ? 'missing'
      : housePrice < filed.lowest
        ? 'below'
        : housePrice > filed.highest
          ? 'above'
          : 'within',
  };
}

/**
 * What forbids a price whoever approves it: nothing left to pay, no filed price, outside the filed band, or above the
 * marked price (明码标价: no sale above the label). Depth below list and floor are matters of approval, not of refusal.
 */
export function priceRefusals(facts: PriceFacts): Refusal[] {
  const refusals: Refusal[] = [];
  if (facts.housePrice <= 0) refusals.push({ code: 'PRICE_NOT_POSITIVE', params: { totalFen: facts.total } });
  if (!facts.filed) refusals.push({ code: 'FILED_PRICE_MISSING' });
  else if (facts.filedPosition !== 'within')
    refusals.push({
      code: 'PRICE_OUTSIDE_FILED_BAND',
      params: { lowestFen: facts.filed.lowest, highestFen: facts.filed.highest },
    });
  if (facts.belowList < 0)
    refusals.push({ code: 'PRICE_ABOVE_LIST', params: { listPriceFen: facts.listPrice, article: 'markedPrice' } });
  return refusals;
}

/** What the ladder of price approvals is asked for a price (decision 19): depth below list, and whether below the floor. */
export function priceApprovalAsk(facts: PriceFacts, requesterPost: Post): ApprovalAsk {
  return { kind: 'priceBelowAuthority', amount: facts.depthPpm, belowFloor: facts.belowFloor, requesterPost };
}
