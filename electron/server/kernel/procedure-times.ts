import type { ProcedureTime } from '#shared/domain/health/figures.ts';

/** How many of a procedure's last calls its 95th percentile is taken of. */
const KEPT = 200;

type Times = {
  readonly last: Float64Array;
  readonly direct: boolean;
  calls: number;
  sum: number;
  longest: number;
  longestAt: number;
};

/** How long each procedure takes, in memory since the office was opened: one small record for each, however many calls. */
export type ProcedureTimes = {
  /** A call that took so long and ended at an instant (UTC ms). */
  record(path: string, took: number, at: number, direct: boolean): void;
  /** All that were called, the one with the longest mean first. */
  read(): ProcedureTime[];
};

/** The times of one office. */
export function procedureTimes(): ProcedureTimes {
  const all = new Map<string, Times>();
  return {
    record: (path, took, at, direct) => {
      let times = all.get(path);
      if (times === undefined) {
        times = { last: new Float64Array(KEPT), direct, calls: 0, sum: 0, longest: 0, longestAt: at };
        all.set(path, times);
      }
      times.last[times.calls % KEPT] = took;
      times.calls += 1;
      times.sum += took;
      if (took < times.longest) return;
      times.longest = took;
      times.longestAt = at;
    },
    read: () =>
      [...all]
        .map(([path, { last, direct, calls, sum, longest, longestAt }]) => ({
          path,
          calls,
          meanMs: tenths(sum / calls),
          p95Ms: tenths(percentile(last.subarray(0, Math.min(calls, KEPT)), 0.95)),
          longestMs: tenths(longest),
          longestAt,
          direct,
        }))
        .toSorted((one, other) => other.meanMs - one.meanMs),
  };
}

/** The smallest of some values that this share of them does not exceed. */
function percentile(values: Float64Array, share: number): number {
  const sorted = values.toSorted();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

function tenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
