import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** The office's clock: the host's instants (UTC ms). Injected, because a terminal's own clock may be wrong. */
export type Clock = {
  readonly now: () => number;
  /** The office's instant of one that this PC's own clock gave. */
  readonly ofThisPc: (instant: number) => number;
};

const ClockContext = createContext<Clock | undefined>(undefined);

/** Gives every countdown below it the office's clock. */
export function ClockProvider({ clock, children }: { clock: Clock; children: ReactNode }) {
  return <ClockContext value={clock}>{children}</ClockContext>;
}

/** The office's clock. Throws outside a {@link ClockProvider}: a wrong clock must not go unnoticed. */
export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (!clock) throw new Error('No clock has been provided');
  return clock;
}

/** The office's instant now (UTC ms), renewed every `everyMs`; stands still while `everyMs` is undefined. */
export function useNow(everyMs: number | undefined): number {
  const clock = useClock();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    setNow(clock.now());
    if (everyMs === undefined) return undefined;
    const timer = setInterval(() => setNow(clock.now()), everyMs);
    return () => clearInterval(timer);
  }, [clock, everyMs]);
  return now;
}

/** The office's calendar day today; turns over at midnight. */
export function useToday(): LocalDate {
  return dayOf(useNow(30_000));
}
