import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { type BackupOrder, backUpOffice } from '#db/back-up-office.ts';
import { rekeyOffice } from '#db/rekey-office.ts';
import { pageBesideBackups } from '#electron/device/backup-host.ts';
import { officeRing } from '#electron/device/keyring.ts';
import type { HeldOffice } from '#electron/device/office-gate-types.ts';
import { formatRecoveryCode, isSameRecoveryCode, recoverySecret } from '#electron/device/recovery-code.ts';
import { notOpened, openWithSecrets, type Secrets } from '#electron/main/host-mode.ts';
import { putUnderKey, rekeyOrder } from '#electron/main/keys-in-place.ts';
import { changedKeys, officeKeys } from '#electron/server/keys.ts';
import { openOffice } from '#electron/server/office.ts';
import type { KeyChangeFigures, KeyChangeProgress } from '#shared/domain/keys/steps.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { gateOf } from '../office/headless-office.ts';
import type { RotateArguments } from './arguments.ts';

const migrations = path.resolve(import.meta.dirname, '../../db/migrations');

/** What comes from whoever runs it. */
export type RotatePorts = {
  readonly secrets: Secrets;
  readonly newPassphrase: string | undefined;
  /** Shows the new recovery code and answers what was typed back. */
  readonly readBack: (code: string) => Promise<string>;
  readonly tell: (progress: KeyChangeProgress) => void;
};

/**
 * Changes the keys of an office without a window, as the guided way does. Throws what is wrong with its keys, its backups or
 * the code that was typed back; the office is as it was then.
 */
export async function rotateHeadless(asked: RotateArguments, ports: RotatePorts): Promise<KeyChangeFigures> {
  const { tell } = ports;
  const gate = gateOf(path.resolve(asked.data), async ({ paths, rootKey, ring, demo, returned, restored }) => {
    // It is opened once before and once after, so that both are known to open.
    const office = openOffice({
      folder: paths.folder,
      ...{ rootKey, ring, demo, returned, restored, migrations },
      pcName: hostname(),
      tickEveryMs: null,
      ports: { clock: Date.now, newId: () => v7(), log: () => undefined },
    });
    await office.close();
  });
  try {
    await openWithSecrets(gate, ports.secrets);
    await gate.hold(() => Promise.resolve(), 'rekeying');
    const held = gate.held();
    if (held.header?.demo === true) throw new DomainError('KEYS_DEMO');
    const at = Date.now();
    const to = randomBytes(32);
    const recovery = recoverySecret(randomBytes);
    const typed = await ports.readBack(formatRecoveryCode(recovery));
    if (!isSameRecoveryCode(typed, recovery)) throw new DomainError('RECOVERY_CODE_OTHER');
    const page = await gate.pageUnder(to, { recovery, passphrase: ports.newPassphrase, at });
    tell({ step: 'backup', percent: 0 });
    await backUp(held, asked.backups, ({ percent }) => tell({ step: 'backup', percent }));
    const act = { id: randomUUID(), at, actorId: null, terminal: hostname(), reason: asked.reason };
    const figures = rekeyOffice(rekeyOrder(held, to, { act, nativeBinding: undefined }), tell);
    tell({ step: 'swap', percent: 0 });
    putUnderKey(held, page, at);
    const state = await gate.letGo(to);
    if (state.kind !== 'open') throw notOpened(state);
    await gate.hold(() => Promise.resolve(), 'rekeying');
    await backUp(gate.held(), asked.backups, ({ percent }) => tell({ step: 'backupAfter', percent }));
    return figures;
  } finally {
    gate.release();
  }
}

/** Makes a verified backup of a held office. */
async function backUp(
  { paths, header, rootKey }: HeldOffice,
  place: string,
  tell: (progress: { readonly percent: number }) => void,
): Promise<void> {
  if (header === undefined || rootKey === undefined) throw new DomainError('OFFICE_NOT_OPEN');
  const ring = officeRing(header, rootKey);
  const order: BackupOrder = {
    kind: 'make',
    folder: paths.folder,
    place: path.resolve(place),
    officeId: header.officeId,
    fileKey: officeKeys(rootKey).file,
    changed: ring && changedKeys(ring),
    nativeBinding: undefined,
    officePage: pageBesideBackups(header),
    at: Date.now(),
    reason: 'keyChange',
    programVersion: null,
    stop: new SharedArrayBuffer(4),
  };
  await backUpOffice(order, tell);
}
