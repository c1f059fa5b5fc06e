/** What changed in one commit: the newest event's number and the records touched, as `noun:id`. */
export type Change = { readonly seq: number; readonly touched: string[] };

/** Hands every committed change to everybody who listens; a listener that fell behind is told to read anew. */
export type LiveHub = {
  publish(change: Change): void;
  /** Changes from now on, until the signal; ends at once when it is aborted. */
  listen(signal: AbortSignal | undefined): AsyncIterableIterator<Change>;
  /** Runs for each change, for the office's own servants (rendering, leases). Returns how to stop. */
  onChange(listener: (change: Change) => void): () => void;
};

/** After this many unread changes a listener gets one that touches everything instead. */
const BACKLOG = 500;

/** A hub for one office. */
export function createLiveHub(): LiveHub {
  const listeners = new Set<(change: Change) => void>();

  async function* listen(signal: AbortSignal | undefined): AsyncIterableIterator<Change> {
    let waiting: Change[] = [];
    let wake: () => void = () => {};
    const listener = (change: Change) => {
      waiting = waiting.length < BACKLOG ? [...waiting, change] : [{ seq: change.seq, touched: ['*'] }];
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
    publish: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    listen,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
