import type { LinkState } from '#shared/api/pc.ts';

/** Where the line of a window to the office can be looked at. */
export type LinkSource = {
  readonly state: () => LinkState;
  /** Returns how to stop. */
  readonly onState: (listener: () => void) => () => void;
};

/** What is told of the office on this PC beside that it is there. */
export type OwnState = Omit<Extract<LinkState, { kind: 'local' }>, 'kind'>;

/** The office on this PC: a line that never breaks, with what is wrong with the office behind it. */
export type OwnLine = LinkSource & { readonly tell: (state: OwnState) => void };

/** See {@link OwnLine}. */
export function ownLine(): OwnLine {
  let now: OwnState = {};
  const listeners = new Set<() => void>();
  return {
    state: () => ({ kind: 'local', ...now }),
    onState: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (state) => {
      now = state;
      for (const listener of [...listeners]) listener();
    },
  };
}

/** How the line stands, now and whenever that changes, until the signal; states that nobody waited for are passed over. */
export async function* linkReport(
  source: LinkSource,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<LinkState> {
  let wake: () => void = () => undefined;
  let changed = true;
  const stop = source.onState(() => {
    changed = true;
    wake();
  });
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort);
  const left = () => signal?.aborted ?? false;
  try {
    while (!left()) {
      if (changed) {
        changed = false;
        yield source.state();
      } else
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (changed || left()) resolve();
        });
    }
  } finally {
    stop();
    signal?.removeEventListener('abort', onAbort);
  }
}
