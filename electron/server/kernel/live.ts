import type { LongAct } from '#shared/kernel/long-act.ts';

/** What changed in one commit: the newest event's number and the records touched, as `noun:id`. */
export type Change = { readonly seq: number; readonly touched: string[] };

/** A change as it is told, with the long act that has the office's file; told too whenever that comes further. */
export type Told = Change & { readonly longAct: LongAct | null };

/** Hands every committed change to everybody who listens; a listener that fell behind is told to read anew. */
export type LiveHub = {
  publish(change: Change): void;
  /** Tells everybody of the long act that has the office's file, or that none has any more. */
  tell(longAct: LongAct | null): void;
  /** The long act that has the office's file. */
  longAct(): LongAct | null;
  /**
   * Changes from now on, until the signal; ends at once when it is aborted. What the listener has `missed` is told first,
   * and a long act that runs; it is asked when nothing can come between it and the first change.
   */
  listen(signal: AbortSignal | undefined, missed?: () => Change | null): AsyncIterableIterator<Told>;
  /** Runs for each change, for the office's own servants (rendering, leases). Returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
};

/** After this many unread changes a listener gets one that touches everything instead. */
const BACKLOG = 500;

/** A hub for one office, whose newest event has a number. */
export function createLiveHub(newest = 0): LiveHub {
  const listeners = new Set<(told: Told) => void>();
  let longAct: LongAct | null = null;
  let seq = newest;

  function send(change: Change): void {
    seq = Math.max(seq, change.seq);
    for (const listener of [...listeners]) listener({ ...change, longAct });
  }

  async function* listen(
    signal: AbortSignal | undefined,
    missed: () => Change | null = () => null,
  ): AsyncIterableIterator<Told> {
    const before = missed() ?? (longAct === null ? null : { seq, touched: [] });
    let waiting: Told[] = before === null ? [] : [{ ...before, longAct }];
    let wake: () => void = () => {};
    const listener = (told: Told) => {
      waiting = waiting.length < BACKLOG ? [...waiting, told] : [{ ...told, touched: ['*'] }];
      wake();
    };
    listeners.add(listener);
    const left = () => signal?.aborted ?? false;
    const onAbort = () => wake();
    signal?.addEventListener('abort', onAbort);
    try {
      while (!left()) {
        const batch = waiting;
        waiting = [];
        yield* batch;
        if (waiting.length === 0 && !left())
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      listeners.delete(listener);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    publish: send,
    tell: (now) => {
      longAct = now;
      send({ seq, touched: [] });
    },
    longAct: () => longAct,
    listen,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
