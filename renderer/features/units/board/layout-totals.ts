import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { type Area, sumArea } from '#shared/kernel/area.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { BoardCell } from './cell.ts';

/** What the homes of one layout come to. */
export type LayoutTotal = {
  /** House type as the price list says it; empty where it says none. */
  readonly name: string;
  readonly units: number;
  readonly free: number;
  /** Locked, held, booked. */
  readonly claimed: number;
  readonly sold: number;
  readonly area: Area;
  readonly value: Fen;
  readonly soldValue: Fen;
};

const claimed: readonly UnitCommercialState[] = ['locked', 'held', 'booked'];
const sold: readonly UnitCommercialState[] = ['subscribed', 'drafting', 'signed', 'paidUp'];

function totalOf(name: string, cells: readonly BoardCell[]): LayoutTotal {
  const worth = (some: readonly BoardCell[]) => sumFen(some.flatMap(({ listPrice }) => listPrice ?? []));
  const bought = cells.filter(({ state }) => sold.includes(state));
  return {
    name,
    units: cells.length,
    free: cells.filter(({ state }) => state === 'available').length,
    claimed: cells.filter(({ state }) => claimed.includes(state)).length,
    sold: bought.length,
    area: sumArea(cells.map(({ builtArea }) => builtArea)),
    value: worth(cells),
    soldValue: worth(bought),
  };
}

/** Homes by layout, the most frequent first, and all of them together last, under an empty name. */
export function totalsByLayout(cells: readonly BoardCell[]): { layouts: readonly LayoutTotal[]; all: LayoutTotal } {
  const names = [...new Set(cells.map(({ houseType }) => houseType))];
  const layouts = names
    .map((name) =>
      totalOf(
        name,
        cells.filter(({ houseType }) => houseType === name),
      ),
    )
    .toSorted((a, b) => b.units - a.units || a.name.localeCompare(b.name, 'zh-CN'));
  return { layouts, all: totalOf('', cells) };
}
