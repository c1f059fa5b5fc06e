import type { Clock } from './clock.tsx';

/** The office's clock on this PC: its own clock, corrected by what the host last said. */
export type OfficeClock = Clock & {
  /** Sets the clock by an instant the host has just told (UTC ms). */
  setBy: (hostNow: number) => void;
};

/** Makes the office's clock from a source of this PC's instants. */
export function createOfficeClock(localNow: () => number = Date.now): OfficeClock {
  let offset = 0;
  return {
    now: () => localNow() + offset,
    ofThisPc: (instant) => instant + offset,
    setBy: (hostNow) => {
      offset = hostNow - localNow();
    },
  };
}
