import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { readMigrations } from '#db/migrate.ts';
import { prepareRestore } from '#db/restore-office.ts';
import { sideFolder } from '#electron/device/office-swap.ts';
import { backupSourceAt } from '#electron/main/backup-source.ts';
import { notOpened, type Secrets } from '#electron/main/host-mode.ts';
import { keysOfBackup, putInPlace, restoreOrder } from '#electron/main/restore-in-place.ts';
import { openOffice } from '#electron/server/office.ts';
import type { Restorable } from '#shared/domain/restores/loss.ts';
import type { RestoreProgress } from '#shared/domain/restores/steps.ts';
import { gateOf } from '../office/headless-office.ts';
import type { RestoreArguments } from './arguments.ts';

const migrations = path.resolve(import.meta.dirname, '../../db/migrations');

/**
 * Restores an office without a window, as the guided way does; `aside` is undefined where an office is there and it was not
 * said that it is to be replaced. Throws what is wrong with the backup or its key.
 */
export async function restoreHeadless(
  asked: RestoreArguments,
  { passphrase, recoveryCode }: Secrets,
  tell: (progress: RestoreProgress) => void,
): Promise<{ readonly found: Restorable; readonly aside: string | null | undefined }> {
  // It is opened once, so that the restoring is written into it.
  const gate = gateOf(path.resolve(asked.data), async ({ paths, rootKey, ring, demo, returned, restored }) => {
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
    await gate.begin();
    await gate.hold(() => Promise.resolve());
    const held = gate.held();
    const source = backupSourceAt(path.resolve(asked.from), held.header?.officeId);
    const stamp = asked.snapshot ?? source.snapshots[0]?.stamp ?? '';
    const secret = recoveryCode === undefined ? { passphrase: passphrase ?? '' } : { recoveryCode };
    const keys = await keysOfBackup(source, held, { stamp, secret });
    const newestSchema = readMigrations(migrations).length;
    const order = restoreOrder(source, held, { stamp, keys, nativeBinding: undefined, newestSchema });
    const found = await prepareRestore(order, tell);
    if (found.loss.kind !== 'noOffice' && !asked.replace) {
      rmSync(sideFolder(held.paths), { recursive: true, force: true });
      return { found, aside: undefined };
    }
    const aside = putInPlace(held, { found, page: keys.page, id: randomUUID(), at: Date.now() });
    const state = await gate.letGo(keys.onward);
    if (state.kind !== 'open') throw notOpened(state);
    return { found, aside };
  } finally {
    gate.release();
  }
}
