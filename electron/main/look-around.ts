import type { Log } from '#electron/device/log.ts';

/** A host that is away is looked around for every so often, ms. */
const EVERY_MS = 10_000;

/** Looks around now and then, one look after the other; a look that fails is told to the log. Returns how to stop. */
export function lookNowAndThen(look: () => Promise<void>, log: Log): () => void {
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => log('warn', `looking around for the host: ${String(error)}`))
      .finally(() => {
        looking = false;
      });
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
