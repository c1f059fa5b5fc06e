import path from 'node:path';
import type { GateState } from '#electron/device/gate-state.ts';
import type { OfficeGate } from '#electron/device/office-gate-types.ts';
import type { PcSettings } from '#electron/device/pc-settings.ts';
import { usualPort } from '#shared/api/lan.ts';
import { DomainError, type ErrorCode } from '#shared/kernel/errors.ts';
import type { CommandLine } from './command-line.ts';
import type { Hosting } from './hosting.ts';
import type { PcBackups } from './pc-backups.ts';

/** How a host without a window ends, for whoever started it. */
export const hostExitCodes = {
  stopped: 0,
  fault: 1,
  usage: 2,
  inUse: 3,
  notOpened: 4,
  notServed: 5,
  noBackups: 6,
} as const;

const byRefusal: Partial<Record<ErrorCode, number>> = {
  OFFICE_IN_USE: hostExitCodes.inUse,
  OFFICE_NOT_FOUND: hostExitCodes.notOpened,
  OFFICE_MOVED: hostExitCodes.notOpened,
  OFFICE_FOLDER_INVALID: hostExitCodes.notOpened,
  OFFICE_FOLDER_NEWER: hostExitCodes.notOpened,
  RESTORE_NOT_FOUND: hostExitCodes.notOpened,
  RESTORE_SEVERAL: hostExitCodes.notOpened,
  RESTORE_OTHER_OFFICE: hostExitCodes.notOpened,
  RESTORE_BROKEN: hostExitCodes.notOpened,
  RESTORE_KEY: hostExitCodes.notOpened,
  RESTORE_NEWER: hostExitCodes.notOpened,
  OFFICE_FILE_LOST: hostExitCodes.notOpened,
  PASSPHRASE_NEEDED: hostExitCodes.notOpened,
  OFFICE_KEY_WRONG: hostExitCodes.notOpened,
  RECOVERY_CODE_LENGTH: hostExitCodes.notOpened,
  RECOVERY_CODE_INVALID: hostExitCodes.notOpened,
  DATABASE_KEY: hostExitCodes.notOpened,
  DATABASE_DAMAGED: hostExitCodes.notOpened,
  LOG_BROKEN: hostExitCodes.notOpened,
  OFFICE_ON_NETWORK: hostExitCodes.notOpened,
  DATABASE_NEWER: hostExitCodes.notOpened,
  IS_A_TERMINAL: hostExitCodes.notServed,
  HOST_ELSEWHERE: hostExitCodes.notServed,
  OFFICE_SUPERSEDED: hostExitCodes.notServed,
  HOST_PORT_TAKEN: hostExitCodes.notServed,
  HOST_NETWORK_MISSING: hostExitCodes.notServed,
  BACKUP_NO_KEY: hostExitCodes.noBackups,
  BACKUP_PLACE_MISSING: hostExitCodes.noBackups,
  BACKUP_PLACE_FULL: hostExitCodes.noBackups,
  BACKUP_PLACE_READONLY: hostExitCodes.noBackups,
  BACKUP_PLACE_INSIDE: hostExitCodes.noBackups,
  BACKUP_FAILED: hostExitCodes.noBackups,
};

/** The exit code for what a host could not begin with. */
export function hostExitCode(error: unknown): number {
  return error instanceof DomainError ? (byRefusal[error.code] ?? hostExitCodes.fault) : hostExitCodes.fault;
}

/** Why an office did not open by itself, by where its gate stands. */
export function notOpened(state: GateState): DomainError {
  const { kind } = state;
  if (kind === 'damaged') return DomainError.from(state.refusal);
  if (kind === 'absent') return new DomainError('OFFICE_NOT_FOUND');
  return new DomainError(kind === 'moved' ? 'OFFICE_MOVED' : 'PASSPHRASE_NEEDED');
}

/** Secrets for an office that does not open by itself; from the environment, never from the command line. */
export type Secrets = { readonly passphrase: string | undefined; readonly recoveryCode: string | undefined };

/** The secrets that the environment has. */
export function secretsOfEnvironment(): Secrets {
  return { passphrase: process.env.ZHIYE_PASSPHRASE, recoveryCode: process.env.ZHIYE_RECOVERY_CODE };
}

/** Opens an office with a secret where it does not open by itself. Throws what says why it stays closed. */
export async function openWithSecrets(gate: OfficeGate, { passphrase, recoveryCode }: Secrets): Promise<void> {
  let state = await gate.begin();
  if (state.kind === 'locked' && (passphrase ?? recoveryCode) !== undefined) {
    await gate.unlock(passphrase === undefined ? { recoveryCode: recoveryCode ?? '' } : { passphrase });
    state = gate.state();
  }
  if (state.kind !== 'open') throw notOpened(state);
}

/**
 * Begins as a host without a window (`--host`): opens the office and lets terminals in at the port and network of the
 * command line, or as this PC did last, and has its backups made at the folder that it names. Throws why it can't.
 */
export async function beginHost(ports: {
  readonly gate: OfficeGate;
  readonly hosting: Pick<Hosting, 'start' | 'state'>;
  readonly settings: () => PcSettings;
  readonly secrets: Secrets;
  readonly backups: Pick<PcBackups, 'give'>;
  readonly line: Pick<CommandLine, 'port' | 'network' | 'takeOver' | 'backup'>;
}): Promise<void> {
  const { gate, hosting, line } = ports;
  await openWithSecrets(gate, ports.secrets);
  if (line.backup !== undefined) await ports.backups.give(path.resolve(line.backup));
  const before = ports.settings().host;
  const port = line.port ?? before?.port ?? usualPort;
  const network = line.network ?? before?.interface ?? null;
  const as = hosting.state();
  if (as.running && as.port === port && as.interface === network) return;
  const { takeOver } = line;
  await hosting.start({ port, interface: network, autostart: before?.autostart ?? false, takeOver });
}
