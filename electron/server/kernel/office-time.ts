/** A jump of the PC's clock that the office does not follow. */
export type ClockJump = {
  /** How far the PC's clock is ahead of the office's time, ms; below 0 when it is behind. */
  readonly byMs: number;
  /** Since when, by the office's own time, UTC ms. */
  readonly since: number;
};

/** The time that an office goes by. */
export type OfficeTime = {
  /** UTC ms; never goes back while the program runs. */
  readonly now: () => number;
  /** What is known to have been: the office's time begins no earlier. */
  readonly notBefore: (instant: number) => void;
  /** How far the PC's clock is off, when that is more than the office follows; null otherwise. */
  readonly jump: () => ClockJump | null;
};

/** The PC's clock is followed within this: corrections from the network are smaller. */
const FOLLOWED_MS = 5 * 60_000;

/**
 * Time by the PC's clock as long as that runs evenly. A jump of more than five minutes, in either direction, is not
 * followed: leases, sessions and days go on by the time that has really passed (`elapsed`, which goes on while the PC
 * sleeps), until the clock is right again or the program starts anew. What was written before is never later than now.
 */
export function officeTime(ports: {
  /** The PC's clock, UTC ms. */
  readonly clock: () => number;
  /** Time since the PC started, ms; nobody sets it. */
  readonly elapsed: () => number;
}): OfficeTime {
  const { clock, elapsed } = ports;
  let anchor = { at: clock(), elapsed: elapsed() };
  let latest = anchor.at;
  let since: number | undefined;

  const steady = (): number => anchor.at + (elapsed() - anchor.elapsed);

  /** The time by what has passed, brought to the clock where the two agree well enough. */
  function now(): number {
    const passed = steady();
    const shown = clock();
    if (Math.abs(shown - passed) <= FOLLOWED_MS) {
      anchor = { at: shown, elapsed: elapsed() };
      since = undefined;
      latest = Math.max(latest, shown);
    } else {
      since ??= passed;
      latest = Math.max(latest, passed);
    }
    return Math.floor(latest);
  }

  return {
    now,
    notBefore: (instant) => {
      if (instant <= now()) return;
      anchor = { at: instant, elapsed: elapsed() };
      latest = instant;
    },
    jump: () => {
      now();
      return since === undefined ? null : { byMs: Math.round(clock() - steady()), since: Math.round(since) };
    },
  };
}
