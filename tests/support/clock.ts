import { instantOf, localDate } from '#shared/kernel/local-date.ts';

/** A clock that stands still until a test moves it. */
export type TestClock = (() => number) & {
  set(instant: number): void;
  advance(milliseconds: number): void;
};

/** A clock at ten in the morning of a working Monday, unless told otherwise. */
export function testClock(start: number = instantOf(localDate('2026-11-23'), 600)): TestClock {
  let now = start;
  return Object.assign(() => now, {
    set: (instant: number) => {
      now = instant;
    },
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
  });
}
