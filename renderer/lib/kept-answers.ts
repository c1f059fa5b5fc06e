import type { QueryClient } from '@tanstack/react-query';
import { refusalOf } from './error-sentence.ts';
import { isCut, linkNow, onLink } from './link-state.ts';

/** What TanStack Query gives a question with each asking; a question that is asked by hand has no answer to keep. */
export type Asking = {
  readonly signal: AbortSignal;
  readonly client?: QueryClient;
  readonly queryKey?: readonly unknown[];
};

/** A line that breaks is known a moment later than the question that found it broken, ms. */
const MOMENT_MS = 500;

/**
 * Asks; where the office is away, an answer that is on the screen stays there without a fault and is asked for again as
 * soon as the office is back. Without one the refusal is told.
 */
export async function askKeeping<O>(call: () => Promise<O>, { signal, client, queryKey }: Asking): Promise<O> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const away = refusalOf(error).code === 'HOST_UNREACHABLE';
      const answered = queryKey !== undefined && client?.getQueryData(queryKey) !== undefined;
      if (!away || !answered || signal.aborted) throw error;
      await backAgain(signal);
      if (signal.aborted) throw error;
    }
  }
}

/** Resolves when the office is there, a moment from now at the earliest, or when nobody waits any more. */
function backAgain(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let stop: () => void = () => undefined;
    const timer = setTimeout(() => {
      stop = onLink(() => void (isCut(linkNow()) || end()));
      if (!isCut(linkNow())) end();
    }, MOMENT_MS);
    const end = () => {
      clearTimeout(timer);
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
