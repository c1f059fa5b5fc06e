import { rmSync } from 'node:fs';
import type { RestoreOrder } from '#db/restore-office.ts';
import type { OfficeGate } from '#electron/device/office-gate-types.ts';
import { sideFolder } from '#electron/device/office-swap.ts';
import { refusalOf } from '#electron/server/kernel/faults.ts';
import type { RestoreOffer, RestoreState } from '#shared/api/pc-restore.ts';
import type { Restorable } from '#shared/domain/restores/loss.ts';
import type { RestoreProgress } from '#shared/domain/restores/steps.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type BackupSource, backupSourceAt } from './backup-source.ts';
import { backupOffer, type KnownBackups, knownSource } from './known-backups.ts';
import {
  type BackupKeys,
  isKeyKnown,
  keysOfBackup,
  putInPlace,
  type RestoreSecret,
  restoreOrder,
} from './restore-in-place.ts';

export type RestorePorts = {
  readonly gate: OfficeGate;
  /** Lets terminals and windows go and waits until the office is closed. */
  readonly close: () => Promise<void>;
  /** Makes a backup ready, on a thread. */
  readonly prepare: (order: RestoreOrder, tell: (progress: RestoreProgress) => void) => Promise<Restorable>;
  readonly nativeBinding: string | undefined;
  /** What this PC remembers of its office's backups. */
  readonly known: () => KnownBackups | undefined;
  /** The newest version of the database that this program knows. */
  readonly newestSchema: () => number;
  readonly newId: () => string;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
};

/** The restoring of this PC's office from a backup. */
export type PcRestore = ReturnType<typeof restoreOf>;

type Ready = { readonly keys: BackupKeys; readonly found: Restorable };

/** Closes the office, makes a backup ready beside it, and puts it in its place; or opens it again as it was. */
export function restoreOf(ports: RestorePorts) {
  const { gate, log } = ports;
  let state: RestoreState = { kind: 'idle' };
  let source: BackupSource | undefined;
  let ready: Ready | undefined;

  const refusalIn = (error: unknown): Refusal => {
    const { refusal, known } = refusalOf(error);
    if (!known) log('error', `restoring: ${error instanceof Error ? (error.stack ?? error.message) : ''}`);
    return { code: refusal.code, params: refusal.params };
  };

  /** Where a person chooses one of the backups. */
  const choosing = (refusal: Refusal | null): RestoreState => {
    // The gate went on: what is wrong now it says itself.
    if (gate.state().kind !== 'restoring') return { kind: 'idle' };
    if (source === undefined) return { kind: 'begun', refusal };
    const { header, root, snapshots } = source;
    const opening = [header, ...(header.otherKeys ?? [])].flatMap(({ keys }) => keys);
    return {
      kind: 'found',
      folder: root,
      snapshots: snapshots.map(({ stamp, at, events, sizeBytes, verifiedAt }) => ({
        ...{ stamp, at, events, sizeBytes, verifiedAt },
      })),
      keyKnown: isKeyKnown(source, gate.held()),
      ways: (['recovery', 'passphrase'] as const).filter((way) => opening.some(({ kind }) => kind === way)),
      refusal,
    };
  };

  const begin = async (): Promise<void> => {
    await gate.hold(ports.close);
    source = undefined;
    ready = undefined;
    const { header } = gate.held();
    source = knownSource(ports.known(), header);
    state = choosing(null);
  };

  const makeReady = async (from: BackupSource, stamp: string, secret: RestoreSecret | undefined): Promise<void> => {
    const held = gate.held();
    const keys = await keysOfBackup(from, held, { stamp, secret });
    const { nativeBinding } = ports;
    const order = restoreOrder(from, held, { stamp, keys, nativeBinding, newestSchema: ports.newestSchema() });
    const found = await ports.prepare(order, (progress) => {
      state = { kind: 'checking', stamp, ...progress };
    });
    ready = { keys, found };
    state = { kind: 'ready', found };
  };

  const swap = async ({ keys, found }: Ready): Promise<void> => {
    const at = ports.now();
    const aside = putInPlace(gate.held(), { found, page: keys.page, id: ports.newId(), at });
    log('info', `restored the backup ${found.stamp}: ${found.events} events`);
    ready = undefined;
    await gate.letGo(keys.onward);
    state = { kind: 'done', stamp: found.stamp, at: found.at, aside };
  };

  const inBackground = (work: Promise<void>, failed: (refusal: Refusal) => RestoreState): RestoreState => {
    work.catch((error: unknown) => {
      state = failed(refusalIn(error));
    });
    return state;
  };

  return {
    state: (): RestoreState => state,
    /** The newest backup of an office that can't be read, where this PC remembers it. */
    offer: (): RestoreOffer =>
      gate.state().kind === 'damaged' ? backupOffer(gate.folder(), ports.known()) : { kind: 'none' },
    /** Closes what is open here. Throws OFFICE_IN_USE. */
    begin: async (): Promise<RestoreState> => {
      if (gate.state().kind === 'restoring') return state;
      if (gate.state().kind === 'rekeying') throw new DomainError('KEYS_CHANGING');
      state = { kind: 'closing' };
      return inBackground(begin(), (refusal) => ({ kind: 'begun', refusal }));
    },
    /** Looks for backups in a folder that was chosen. */
    choose: (folder: string): RestoreState => {
      const held = gate.held();
      try {
        source = backupSourceAt(folder, held.header?.officeId);
        state = choosing(null);
      } catch (error) {
        state = choosing(refusalIn(error));
      }
      return state;
    },
    check: (stamp: string, secret: RestoreSecret | undefined): RestoreState => {
      gate.held();
      if (source === undefined || state.kind === 'checking' || state.kind === 'swapping') return state;
      state = { kind: 'checking', stamp, step: 'copy', percent: 0 };
      return inBackground(makeReady(source, stamp, secret), choosing);
    },
    /** Back to the list. */
    back: (): RestoreState => {
      if (state.kind === 'ready') {
        ready = undefined;
        state = choosing(null);
      }
      return state;
    },
    swap: (): RestoreState => {
      if (ready === undefined) throw new DomainError('RESTORE_NOT_BEGUN');
      state = { kind: 'swapping' };
      return inBackground(swap(ready), choosing);
    },
    /** Everything as it was before. */
    cancel: async (): Promise<RestoreState> => {
      if (gate.state().kind !== 'restoring' || state.kind === 'checking' || state.kind === 'swapping') return state;
      rmSync(sideFolder(gate.held().paths), { recursive: true, force: true });
      source = undefined;
      ready = undefined;
      state = { kind: 'idle' };
      await gate.letGo();
      return state;
    },
  };
}
