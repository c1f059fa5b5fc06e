/** A repeatable stream of chance for demo data and tests; never for keys, tokens or ids that leave the office. */
export type Random = {
  /** A whole number from `min` to `max`, both possible. */
  int(min: number, max: number): number;
  /** True with the given chance, 0 to 1. */
  chance(probability: number): boolean;
  /** One of the items. Throws a RangeError on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** One of the values, each as likely as its weight. Throws a RangeError when no weight is above zero. */
  weighted<T>(items: readonly (readonly [value: T, weight: number])[]): T;
  /** The items in another order; the given list stays. */
  shuffle<T>(items: readonly T[]): T[];
  /** Bytes, for ids in demo data. */
  bytes(count: number): Uint8Array;
};

function pickFrom<T>(items: readonly T[], index: number): T {
  const found = items.slice(index, index + 1);
  for (const item of found) return item;
  throw new RangeError('Nothing to pick from');
}

/** The stream of a seed: the same seed gives the same values on every machine (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  /** From 0 to below 1, in steps of 2^-32. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (min: number, max: number): number => {
    if (max < min) throw new RangeError(`No whole number from ${min} to ${max}`);
    return min + Math.floor(next() * (max - min + 1));
  };
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (items) => pickFrom(items, Math.floor(next() * items.length)),
    weighted: (items) => {
      const likely = items.filter(([, weight]) => weight > 0);
      let left = next() * likely.reduce((sum, [, weight]) => sum + weight, 0);
      const index = likely.findIndex(([, weight]) => {
        left -= weight;
        return left < 0;
      });
      // Rounding can leave a hair after the last weight.
      return pickFrom(likely, index < 0 ? likely.length - 1 : index)[0];
    },
    shuffle: (items) => {
      const rest = [...items];
      return items.map(() => pickFrom(rest.splice(int(0, rest.length - 1), 1), 0));
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => int(0, 255)),
  };
}
