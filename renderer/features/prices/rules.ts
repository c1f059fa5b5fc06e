import type { PriceRule } from '#shared/domain/prices/formula.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

/** The ways in which a rule changes a price, in the order of the chooser. */
export const changeKinds = ['percent', 'perMetre', 'perFloor', 'amount', 'setPerMetre', 'set', 'ofList'] as const;
/** A way in which a rule changes a price. */
export type ChangeKind = (typeof changeKinds)[number];

/** A rule to begin with: every list price, two percent up. */
export function newRule(): PriceRule {
  return {
    where: { buildingIds: [], uses: [], houseTypes: [], orientations: [], floorFrom: null, floorTo: null },
    price: 'list',
    change: { by: 'percent', ratePpm: 20_000 },
  };
}

/** A change of another kind, with what it most often is. */
export function changeOf(by: ChangeKind): PriceRule['change'] {
  switch (by) {
    case 'percent':
      return { by, ratePpm: 20_000 };
    case 'ofList':
      return { by, ratePpm: 950_000 };
    case 'perMetre':
      return { by, amount: yuan(100) };
    case 'perFloor':
      return { by, amount: yuan(10), floor: 1 };
    case 'amount':
      return { by, amount: yuan(10_000) };
    case 'setPerMetre':
      return { by, amount: yuan(10_000) };
    case 'set':
      return { by, amount: yuan(1_000_000) };
  }
}

/** The rule with other figures; what is typed as nothing counts as nothing changed. */
export function withAmount(change: PriceRule['change'], amount: number | null): PriceRule['change'] {
  return 'amount' in change ? { ...change, amount: fen(amount ?? 0) } : change;
}
