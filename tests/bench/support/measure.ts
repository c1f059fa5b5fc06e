/** What a bench came to; the ratio is ours over the baseline, both measured in the same run. */
export type Measured = {
  readonly ratio: number;
  /** What the baseline took, in the bench's unit. */
  readonly baseline: number;
  /** What ours took, in the same unit. */
  readonly ours: number;
  readonly unit: string;
  /** How many interleaved rounds the medians are over. */
  readonly rounds: number;
  /** What is held against the bound, where that is not the ratio. */
  readonly judged?: number;
  /** Further figures worth knowing; nothing is decided by them. */
  readonly more?: Readonly<Record<string, number | string>>;
};

/** A bench: what must hold, and how it is measured. */
export type Bench = {
  readonly name: string;
  /** What is compared with what, in a sentence. */
  readonly about: string;
  /** The ratio, or the figure, that must not be exceeded. */
  readonly bound: number;
  readonly run: () => Promise<Measured>;
};

/** One round: both sides one after the other, so that a slow minute of the machine hits both. */
export type Round = { readonly ours: number; readonly baseline: number };

/** Fewer rounds than this decide nothing. */
export const LEAST_ROUNDS = 7;

/** The middle value; between two, their mean. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that a share of all do not exceed; between two, weighted. */
export function percentile(values: readonly number[], percent: number): number {
  if (values.length === 0) throw new RangeError('There is no middle of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const at = ((sorted.length - 1) * percent) / 100;
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** The median of the rounds' ratios and of both sides. A ratio of each round, because rounds differ more than sides. */
export function measured(rounds: readonly Round[], unit: string, more?: Measured['more']): Measured {
  if (rounds.length < LEAST_ROUNDS)
    throw new RangeError(`${rounds.length} rounds are too few; at least ${LEAST_ROUNDS} decide`);
  return {
    ratio: rounded(median(rounds.map(({ ours, baseline }) => ours / baseline))),
    baseline: rounded(median(rounds.map(({ baseline }) => baseline))),
    ours: rounded(median(rounds.map(({ ours }) => ours))),
    unit,
    rounds: rounds.length,
    ...(more === undefined ? {} : { more }),
  };
}

/** Three digits after the point: more is noise. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The line that ends a bench, for people and programs. */
export function lineOf({ name, bound }: Pick<Bench, 'name' | 'bound'>, result: Measured): string {
  const { ratio, baseline, ours, unit, rounds, more } = result;
  return JSON.stringify({ bench: name, ratio, baseline, ours, unit, rounds, bound, ok: holds(bound, result), ...more });
}

/** True when a result keeps its bound. */
export function holds(bound: number, { judged, ratio }: Measured): boolean {
  return (judged ?? ratio) <= bound;
}
