import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { HealthFigures } from '#shared/domain/health/figures.ts';

/** How often it is looked whether the thread comes in time, ms. */
const RESOLUTION_MS = 20;
/** What is told covers at least one and at most two of these. */
const PERIOD_MS = 5 * 60_000;

type Histogram = ReturnType<typeof monitorEventLoopDelay>;

/** How late the office's own thread comes to what waits for it. */
export type LoopWatch = { readonly read: () => HealthFigures['loop']; readonly stop: () => void };

/** Watches this thread from now on; what was long ago is forgotten, so that a fault of the morning is not told at night. */
export function watchLoop(): LoopWatch {
  let before: Histogram | undefined;
  let now = begun();
  const timer = setInterval(() => {
    before?.disable();
    before = now;
    now = begun();
  }, PERIOD_MS);
  timer.unref();
  return {
    read: () => {
      const both = [now, before].flatMap((each) => (each === undefined || each.count === 0 ? [] : [each]));
      const most = (of: (each: Histogram) => number) => Math.max(0, ...both.map((each) => late(of(each))));
      return {
        meanMs: most(({ mean }) => mean),
        p99Ms: most((each) => each.percentile(99)),
        longestMs: most(({ max }) => max),
      };
    },
    stop: () => {
      clearInterval(timer);
      before?.disable();
      now.disable();
    },
  };
}

function begun(): Histogram {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  return histogram;
}

/** The histogram tells the whole time between two looks, in nanoseconds. */
function late(nanoseconds: number): number {
  return Math.max(0, Math.round(nanoseconds / 1e5 - RESOLUTION_MS * 10) / 10);
}
