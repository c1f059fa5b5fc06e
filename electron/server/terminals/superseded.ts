import type Database from 'better-sqlite3';
import { isSuperseded, type Standing, type Superseded, supersededSince } from '#shared/domain/terminals/standing.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { Clock } from '../kernel/ports.ts';

type Known = { readonly epoch: number; readonly supersededEpoch: number };

/** What people may still do at a host that was left behind: come and go, so that somebody can take the office over again. */
const stillDone = /^session\./;

/** Whether another PC has taken the office over. It is written into the office, so that it is known at the next start too. */
export function supersession(options: {
  readonly client: Database.Database;
  readonly clock: Clock;
  readonly act: Corridor['act'];
}) {
  const { client, clock, act } = options;
  const select = client.prepare<[], Known>(
    'select epoch, superseded_epoch as supersededEpoch from host_identity where id = 1',
  );
  const listeners = new Set<() => void>();
  const known = (): Known => select.get() ?? { epoch: 0, supersededEpoch: 0 };
  const found = (): Superseded | null => {
    const { epoch, supersededEpoch } = known();
    return supersededEpoch > epoch ? { since: supersededSince(supersededEpoch) } : null;
  };
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  return {
    /** Since when another PC serves the office, as far as this one knows; null while none does. */
    found,
    /** Somebody knows a host of this office: one of its own terminals, or that host itself. */
    met: async (standing: Standing): Promise<void> => {
      const { epoch, supersededEpoch } = known();
      if (!isSuperseded(epoch, standing, clock()) || standing.epoch <= supersededEpoch) return;
      await act({
        procedure: 'terminals.superseded',
        run: ({ tx }) =>
          tx.client.prepare('update host_identity set superseded_epoch = ? where id = 1').run(standing.epoch),
      });
      tell();
    },
    /** True for a host that took the office over from this one. */
    isAbove: (standing: Standing): boolean => isSuperseded(known().epoch, standing, clock()),
    /** It was taken over again, or may have been. */
    lookAgain: tell,
    /** Hears when that changes. Returns how to stop. */
    onChange: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Throws OFFICE_SUPERSEDED for what people do in an office that another PC serves. */
    check: (path: string): void => {
      if (stillDone.test(path)) return;
      const superseded = found();
      if (superseded !== null) throw supersededRefusal(superseded);
    },
  };
}

/** Why nothing is done here any more. */
export function supersededRefusal({ since }: Superseded): DomainError {
  return new DomainError('OFFICE_SUPERSEDED', since === null ? {} : { sinceAt: since });
}
