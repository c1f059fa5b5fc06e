import { depthBelowList } from '#shared/domain/pricing/limits.ts';
import { type Fen, fen, subtractFen } from '#shared/kernel/money.ts';

/** A deal that stands: who made it, and its price without add-ons beside the list price it was made from. */
export type PricedDeal = {
  readonly consultantId: number;
  readonly list: Fen;
  readonly house: Fen;
  /** The floor price of its home; null where there is none. */
  readonly floor: Fen | null;
};

/** What the deals of one consultant come to against list and floor prices. */
export type ConsultantPrices = {
  readonly consultantId: number;
  readonly deals: number;
  readonly list: Fen;
  readonly house: Fen;
  /** How far all of them together lie below list, ppm. */
  readonly belowListPpm: number;
  /** The deepest single one. */
  readonly deepestPpm: number;
  /** What was kept above the floor prices, of the deals whose homes have one. */
  readonly aboveFloor: Fen;
  readonly belowFloor: number;
};

/** Sums deals up by consultant (溢价与让价), those who gave most of the list price away first. */
export function pricesByConsultant(deals: readonly PricedDeal[]): ConsultantPrices[] {
  const sums = new Map<
    number,
    { deals: number; list: number; house: number; above: number; below: number; deep: number }
  >();
  for (const { consultantId, list, house, floor } of deals) {
    const sum = sums.get(consultantId) ?? { deals: 0, list: 0, house: 0, above: 0, below: 0, deep: 0 };
    sums.set(consultantId, {
      deals: sum.deals + 1,
      list: sum.list + list,
      house: sum.house + house,
      above: sum.above + (floor === null ? 0 : subtractFen(house, floor)),
      below: sum.below + (floor !== null && house < floor ? 1 : 0),
      deep: Math.max(sum.deep, depthBelowList(list, house)),
    });
  }
  return [...sums]
    .map(([consultantId, { deals: count, list, house, above, below, deep }]) => ({
      consultantId,
      deals: count,
      list: fen(list),
      house: fen(house),
      belowListPpm: depthBelowList(fen(list), fen(house)),
      deepestPpm: deep,
      aboveFloor: fen(above),
      belowFloor: below,
    }))
    .toSorted((a, b) => b.belowListPpm - a.belowListPpm || b.deals - a.deals || a.consultantId - b.consultantId);
}
