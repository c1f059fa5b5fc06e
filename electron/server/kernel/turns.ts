import { DomainError } from '#shared/kernel/errors.ts';

/** Does slow work when it is its turn. Rejects with TOO_MANY_REQUESTS when too many wait already. */
export type Turns = <T>(place: string, work: () => Promise<T>) => Promise<T>;

/**
 * Lets a few do slow work at once, such as hashing a password; the others wait. Places take turns, so that whoever asks
 * without end from one place keeps nobody at another waiting longer than for one of their own.
 */
export function createTurns(limits: {
  readonly atOnce: number;
  /** How many may wait, in all and at one place. */
  readonly waiting: number;
  readonly waitingAtOnePlace: number;
  /** After how long somebody who was refused is told to come back, s. */
  readonly comeBack: number;
}): Turns {
  /** Who waits, by place; the place whose turn is next comes first. */
  const waiting = new Map<string, (() => void)[]>();
  let running = 0;
  let waitingNow = 0;

  function next(): void {
    const [first] = waiting;
    if (first === undefined) return;
    const [place, line] = first;
    const start = line.shift();
    waiting.delete(place);
    if (line.length > 0) waiting.set(place, line);
    waitingNow -= 1;
    start?.();
  }

  async function turn(place: string): Promise<void> {
    if (running < limits.atOnce) {
      running += 1;
      return;
    }
    const line = waiting.get(place) ?? [];
    if (waitingNow >= limits.waiting || line.length >= limits.waitingAtOnePlace)
      throw new DomainError('TOO_MANY_REQUESTS', { seconds: limits.comeBack });
    waitingNow += 1;
    waiting.set(place, line);
    // Whoever is done hands their turn over, so that it is never free in between.
    await new Promise<void>((resolve) => line.push(resolve));
  }

  return async (place, work) => {
    await turn(place);
    try {
      return await work();
    } finally {
      if (waitingNow > 0) next();
      else running -= 1;
    }
  };
}
