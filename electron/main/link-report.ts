import type { LinkState } from '#shared/api/pc.ts';

/** Where the line of a window to the office can be looked at. */
export type LinkSource = {
  readonly state: () => LinkState;
  /** Returns how to stop. */
  readonly onState: (listener: () => void) => () => void;
};

/** The office on this PC: a line that never breaks. */
export const ownOffice: LinkSource = { state: () => ({ kind: 'local' }), onState: () => () => undefined };

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
