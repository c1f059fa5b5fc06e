import type { RekeyOrder } from '#db/rekey-office.ts';
import type { OfficeGate } from '#electron/device/office-gate-types.ts';
import { secretOf } from '#electron/device/office-secrets.ts';
import { formatRecoveryCode, isSameRecoveryCode, recoverySecret } from '#electron/device/recovery-code.ts';
import type { Backups } from '#electron/server/backups/backups.ts';
import { refusalOf } from '#electron/server/kernel/faults.ts';
import type { KeyPermit } from '#electron/server/key-changes/permits.ts';
import type { KeyChangeState } from '#shared/api/pc-keys.ts';
import type { KeyChangeFigures, KeyChangeProgress } from '#shared/domain/keys/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { putUnderKey, rekeyOrder } from './keys-in-place.ts';

export type KeyChangePorts = {
  readonly gate: OfficeGate;
  /** The backups of the office that is open on this PC. */
  readonly backups: () => Backups | undefined;
  /** Lets terminals and windows go and waits until the office is closed. */
  readonly close: () => Promise<void>;
  /** Writes the held office beside itself under its new key, on a thread. */
  readonly prepare: (order: RekeyOrder, tell: (progress: KeyChangeProgress) => void) => Promise<KeyChangeFigures>;
  readonly nativeBinding: string | undefined;
  readonly pcName: string;
  readonly random: (bytes: number) => Uint8Array;
  readonly newId: () => string;
  /** UTC ms. */
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
};

/** The changing of the keys of this PC's office. */
export type PcKeyChange = ReturnType<typeof keyChangeOf>;

/** How often it is looked how far a backup is, ms. */
const LOOK_MS = 250;

/** Backs the office up, closes it, puts it under a new key and opens it again; or opens it as it was. */
export function keyChangeOf(ports: KeyChangePorts) {
  const { gate, log } = ports;
  let state: Exclude<KeyChangeState, { kind: 'idle' }> | undefined;
  let offered: Uint8Array | undefined;

  const told = (): KeyChangeState => state ?? { kind: 'idle', passphrase: gate.hasPassphrase() };

  const checkIdle = (): void => {
    if (state?.kind === 'running') throw new DomainError('KEYS_CHANGING');
  };

  const backUp = async (backups: Backups): Promise<void> => {
    const timer = setInterval(() => {
      const percent = backups.state().running?.percent;
      if (state?.kind === 'running' && percent !== undefined) state = { kind: 'running', step: 'backup', percent };
    }, LOOK_MS);
    try {
      await backups.now('keyChange');
    } finally {
      clearInterval(timer);
    }
  };

  const change = async (
    backups: Backups,
    { actorId, reason }: KeyPermit,
    opens: { readonly recovery: Uint8Array; readonly passphrase: string | undefined },
  ): Promise<void> => {
    const at = ports.now();
    const to = Buffer.from(ports.random(32));
    await backUp(backups);
    state = { kind: 'running', step: 'close', percent: 0 };
    await gate.hold(ports.close, 'rekeying');
    const held = gate.held();
    const page = await gate.pageUnder(to, { ...opens, at });
    const act = { id: ports.newId(), at, actorId, terminal: ports.pcName, reason };
    const order = rekeyOrder(held, to, { act, nativeBinding: ports.nativeBinding });
    const figures = await ports.prepare(order, (progress) => {
      state = { kind: 'running', ...progress };
    });
    state = { kind: 'running', step: 'swap', percent: 0 };
    putUnderKey(held, page, at);
    await gate.letGo(to);
    log('info', `the office has a new key: ${figures.events} events, ${figures.files} files`);
    state = { kind: 'done', at, ...figures, backup: 'running' };
    void backUpAfter();
  };

  /** The first one that the new code opens; if it fails, the page of the backups says so and it is tried again. */
  const backUpAfter = async (): Promise<void> => {
    const backup = await (ports.backups()?.now('keyChange') ?? Promise.reject(new DomainError('OFFICE_NOT_OPEN'))).then(
      () => 'made' as const,
      () => 'failed' as const,
    );
    if (state?.kind === 'done') state = { ...state, backup };
  };

  const giveUp = async (error: unknown): Promise<void> => {
    const { refusal, known } = refusalOf(error);
    if (!known) log('error', `changing the keys: ${error instanceof Error ? (error.stack ?? error.message) : ''}`);
    await gate.letGo().catch((again: unknown) => log('error', `opening it again: ${String(again)}`));
    state = { kind: 'failed', refusal: { code: refusal.code, params: refusal.params } };
  };

  return {
    state: told,
    /** Throws KEYS_DEMO, KEYS_CHANGING. */
    offer: (): { readonly code: string } => {
      checkIdle();
      const now = gate.state();
      if (now.kind !== 'open') throw new DomainError('OFFICE_NOT_OPEN');
      if (now.demo) throw new DomainError('KEYS_DEMO');
      offered = recoverySecret(ports.random);
      return { code: formatRecoveryCode(offered) };
    },
    /** `permit` is used up once it is begun. */
    begin: async (
      { typed, passphrase }: { readonly typed: string; readonly passphrase: string | undefined },
      permit: () => KeyPermit | undefined,
    ): Promise<KeyChangeState> => {
      checkIdle();
      const backups = ports.backups();
      if (backups === undefined || gate.state().kind !== 'open' || offered === undefined)
        throw new DomainError('OFFICE_NOT_OPEN');
      if (backups.state().place === null) throw new DomainError('BACKUP_NO_PLACE');
      secretOf(typed);
      if (!isSameRecoveryCode(typed, offered)) throw new DomainError('RECOVERY_CODE_OTHER');
      gate.checkNewPassphrase(passphrase);
      const permitted = permit();
      if (permitted === undefined) throw new DomainError('KEYS_NOT_PERMITTED');
      state = { kind: 'running', step: 'backup', percent: 0 };
      const recovery = offered;
      offered = undefined;
      void change(backups, permitted, { recovery, passphrase }).catch(giveUp);
      return state;
    },
    /** What became of it was read; an office that could not be opened is tried once more. */
    settle: async (): Promise<KeyChangeState> => {
      if (state?.kind === 'running') return state;
      if (gate.state().kind === 'rekeying') await gate.letGo();
      state = undefined;
      return told();
    },
  };
}
