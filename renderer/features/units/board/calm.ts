/** Hears of something as often as it comes, and tells of it no more often than a reader can follow. */
export type Calm = {
  readonly hear: () => void;
  /** Takes back what has not been told yet. */
  readonly stop: () => void;
};

/** Calls `tell` `soonMs` after something was heard, and in a storm only every `everyMs`; the last of it is always told. */
export function calmly(tell: () => void, everyMs: number, soonMs = 0): Calm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = Number.NEGATIVE_INFINITY;
  return {
    hear: () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          told = performance.now();
          tell();
        },
        Math.max(soonMs, told + everyMs - performance.now()),
      );
    },
    stop: () => clearTimeout(timer),
  };
}
