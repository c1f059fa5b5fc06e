import { roomOf } from '#shared/domain/units/room-column.ts';
import { type Area, unitPriceOf } from '#shared/kernel/area.ts';
import { type Fen, fen, mulDivHalfUp } from '#shared/kernel/money.ts';

/** A home as the comparison of floors sees it: its list price before and after, and the area it is sold by. */
export type FairUnit = {
  readonly buildingId: number;
  readonly entrance: string;
  readonly floor: number;
  readonly floorName: string;
  readonly roomNo: string;
  readonly size: Area | null;
  readonly before: Fen | null;
  readonly after: Fen | null;
};

/** Prices per m² of one floor of a building, before and after. */
export type FloorFairness = {
  readonly buildingId: number;
  readonly floor: number;
  readonly floorName: string;
  readonly homes: number;
  /** Average per m², weighed by area; null where no home of the floor has a price. */
  readonly before: Fen | null;
  readonly after: Fen | null;
  /** How much more a m² costs than in the homes right below, on average; null for the lowest of its columns. */
  readonly stepBefore: Fen | null;
  readonly step: Fen | null;
  /** Cheapest and dearest m² of the floor after the change: how neighbours stand to each other. */
  readonly lowest: Fen | null;
  readonly highest: Fen | null;
  /** Homes whose m² costs less than in the home right below them. */
  readonly cheaperBefore: number;
  readonly cheaper: number;
};

type Placed = FairUnit & { readonly perBefore: Fen | undefined; readonly perAfter: Fen | undefined };

const perMetre = (price: Fen | null, size: Area | null) =>
  price === null || size === null ? undefined : unitPriceOf(price, size);

const columnOf = (unit: FairUnit) => JSON.stringify([unit.buildingId, unit.entrance, roomOf(unit)]);

function groups<Key, T>(values: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  const found = new Map<Key, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const own = found.get(key);
    if (own === undefined) found.set(key, [value]);
    else own.push(value);
  }
  return found;
}

/** The home right below each one: the next lower one of its column. */
function below(units: readonly Placed[]): ReadonlyMap<Placed, Placed> {
  const under = new Map<Placed, Placed>();
  for (const column of groups(units, columnOf).values()) {
    const rising = column.toSorted((a, b) => a.floor - b.floor);
    rising.forEach((unit, index) => {
      const lower = rising[index - 1];
      if (lower !== undefined && lower.floor < unit.floor) under.set(unit, lower);
    });
  }
  return under;
}

function average(units: readonly FairUnit[], priceOf: (unit: FairUnit) => Fen | null): Fen | null {
  let total = 0;
  let size = 0;
  for (const unit of units) {
    const price = priceOf(unit);
    if (price === null || unit.size === null) continue;
    total += price;
    size += unit.size;
  }
  return size === 0 ? null : fen(mulDivHalfUp(total, 100, size));
}

/** The steps between floors of every building, the highest floor first: what buyers of one column compare. */
export function fairnessByFloor(units: readonly FairUnit[]): FloorFairness[] {
  const placed = units.map(
    (unit): Placed => ({
      ...unit,
      perBefore: perMetre(unit.before, unit.size),
      perAfter: perMetre(unit.after, unit.size),
    }),
  );
  const under = below(placed);
  const stepsOf = (floor: readonly Placed[], perOf: (unit: Placed) => Fen | undefined) =>
    floor.flatMap((unit) => {
      const lower = under.get(unit);
      const own = perOf(unit);
      const other = lower === undefined ? undefined : perOf(lower);
      return own === undefined || other === undefined ? [] : [own - other];
    });
  const mean = (steps: readonly number[]) =>
    steps.length === 0
      ? null
      : fen(
          mulDivHalfUp(
            steps.reduce((sum, one) => sum + one, 0),
            1,
            steps.length,
          ),
        );
  return [...groups(placed, ({ buildingId, floor }) => JSON.stringify([buildingId, floor])).values()]
    .flatMap((floor): FloorFairness[] => {
      const [first] = floor;
      if (first === undefined) return [];
      const { buildingId, floor: number, floorName } = first;
      const before = stepsOf(floor, ({ perBefore }) => perBefore);
      const after = stepsOf(floor, ({ perAfter }) => perAfter);
      const prices = floor.flatMap(({ perAfter }) => perAfter ?? []);
      return [
        {
          ...{ buildingId, floor: number, floorName, homes: floor.length },
          before: average(floor, (unit) => unit.before),
          after: average(floor, (unit) => unit.after),
          stepBefore: mean(before),
          step: mean(after),
          lowest: prices.length === 0 ? null : fen(Math.min(...prices)),
          highest: prices.length === 0 ? null : fen(Math.max(...prices)),
          cheaperBefore: before.filter((step) => step < 0).length,
          cheaper: after.filter((step) => step < 0).length,
        },
      ];
    })
    .toSorted((a, b) => a.buildingId - b.buildingId || b.floor - a.floor);
}
