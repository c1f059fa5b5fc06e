/** Series of numbers that stand on what buyers sign and pay for (decision 13), by their prefix. */
export const numberSeries = ['HT', 'RG', 'SJ', 'TK', 'XD', 'ZY', 'BG', 'RC'] as const;
/** Prefix of a series of numbers. */
export type NumberSeries = (typeof numberSeries)[number];

/**
 * What became of a number: its record stands; it ended or was voided, with a reason; it was given on paper before the office
 * had this program, and its record was not taken over; or nobody can say.
 */
export const numberStates = ['standing', 'ended', 'before', 'missing'] as const;
/** What became of a number. */
export type NumberState = (typeof numberStates)[number];

/** A number with what became of it; `place` is its place in the series. */
export type PooledNumber = {
  readonly number: string;
  readonly place: number;
  readonly state: NumberState;
  readonly reason: string;
};

/** A record that bears a number; `ended` where it does not stand any more. */
export type NumberedRecord = { readonly number: string; readonly ended: boolean; readonly reason: string };

/** The number at a place of a series: `HT-2026-0007`. */
export function numberAt(series: NumberSeries, year: number, place: number): string {
  return `${series}-${year}-${String(place).padStart(4, '0')}`;
}

/**
 * Every number of a series up to the last that was given. `leaps`: places that the counter passed over in one step because
 * an old number was taken over, each from and to, both included.
 */
export function poolOf(
  series: NumberSeries,
  year: number,
  last: number,
  records: readonly NumberedRecord[],
  leaps: readonly (readonly [from: number, to: number])[],
): PooledNumber[] {
  const known = new Map(records.map((one) => [one.number, one]));
  return Array.from({ length: last }, (_unused, index): PooledNumber => {
    const place = index + 1;
    const number = numberAt(series, year, place);
    const found = known.get(number);
    if (found !== undefined)
      return { number, place, state: found.ended ? 'ended' : 'standing', reason: found.ended ? found.reason : '' };
    const before = leaps.some(([from, to]) => place >= from && place <= to);
    return { number, place, state: before ? 'before' : 'missing', reason: '' };
  });
}
