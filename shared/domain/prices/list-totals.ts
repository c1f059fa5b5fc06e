import { type Area, sumArea, unitPriceOf } from '#shared/kernel/area.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { type UnitUse, unitUses } from '../units/states.ts';

/** A home of a price list, as far as its totals ask; `pricedArea` in hundredths of m², null where homes are sold by the set. */
export type ListedHome = {
  readonly use: UnitUse;
  readonly builtArea: Area;
  readonly pricedArea: Area | null;
  readonly listPrice: Fen | null;
};

/** What the homes of one use come to; the average is that of all their money over all their area. */
export type ListTotal = {
  readonly use: UnitUse;
  readonly homes: number;
  readonly builtArea: Area;
  readonly listPrice: Fen;
  readonly average: Fen | null;
};

/**
 * The totals of a price list by use, in the order of uses: parking spaces never pull down what homes cost on average. Homes
 * without a price count, and are in neither sum of the average.
 */
export function totalsOfList(homes: readonly ListedHome[]): ListTotal[] {
  return unitUses.flatMap((use): ListTotal[] => {
    const own = homes.filter((home) => home.use === use);
    if (own.length === 0) return [];
    const measured = own.flatMap(({ listPrice, pricedArea }) =>
      listPrice === null || pricedArea === null ? [] : [{ listPrice, pricedArea }],
    );
    const money = sumFen(measured.map(({ listPrice }) => listPrice));
    const size = sumArea(measured.map(({ pricedArea }) => pricedArea));
    return [
      {
        use,
        homes: own.length,
        builtArea: sumArea(own.map(({ builtArea }) => builtArea)),
        listPrice: sumFen(own.flatMap(({ listPrice }) => (listPrice === null ? [] : [listPrice]))),
        average: unitPriceOf(money, size) ?? null,
      },
    ];
  });
}
