import type { Standing } from '#shared/domain/terminals/standing.ts';
import type { FoundHost } from './discovery.ts';
import { standingAt } from './own-host.ts';

/** How often a host looks whether another one serves its office, ms. */
const EVERY_MS = 60_000;

/** How hosts of the same office are found and asked. */
export type OtherHosts = {
  readonly find: () => Promise<readonly FoundHost[]>;
  readonly ask?: typeof standingAt;
};

/**
 * Looks at once and now and then whether another host of the same office makes itself known, and tells as what it presents
 * itself. Only who is signed by the office's own authority is believed, and that it says over that very line. Returns how
 * to stop.
 */
export function watchOtherHosts(
  { officeId, certificate }: { readonly officeId: string; readonly certificate: string },
  { find, ask = standingAt }: OtherHosts,
  met: (standing: Standing) => Promise<void>,
  log: (line: string) => void,
): () => void {
  let looking = false;
  const look = async (): Promise<void> => {
    for (const host of await find()) {
      if (host.officeId === '' || !officeId.startsWith(host.officeId)) continue;
      const standing = await ask(certificate, host);
      if (standing !== undefined) await met(standing);
    }
  };
  const begin = (): void => {
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => log(`looking for other hosts: ${String(error)}`))
      .finally(() => {
        looking = false;
      });
  };
  const timer = setInterval(begin, EVERY_MS).unref();
  begin();
  return () => clearInterval(timer);
}
