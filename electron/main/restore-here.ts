import { randomUUID } from 'node:crypto';
import { readMigrations } from '#db/migrate.ts';
import type { RestoreOrder } from '#db/restore-office.ts';
import { workerThread } from '#electron/server/kernel/worker-thread.ts';
import restoreOfficeWorker from '#electron/workers/restore-office.ts?modulePath';
import type { Restorable } from '#shared/domain/restores/loss.ts';
import type { RestoreProgress } from '#shared/domain/restores/steps.ts';
import { type PcRestore, type RestorePorts, restoreOf } from './restore.ts';

/** Making a backup ready takes no longer than this; something hangs. */
const TIMEOUT_MS = 12 * 60 * 60_000;

/** Makes a backup ready on a thread of its own, which ends with it. */
function prepareOnThread(
  order: RestoreOrder,
  tell: (progress: RestoreProgress) => void,
  log: (line: string) => void,
): Promise<Restorable> {
  const thread = workerThread<RestoreOrder, Restorable, RestoreProgress>({
    worker: restoreOfficeWorker,
    name: 'restoring',
    timeoutMs: TIMEOUT_MS,
    refusals: { timeout: 'RESTORE_FAILED', failed: 'RESTORE_FAILED' },
    log,
  });
  return thread.send(order, [], tell).finally(() => thread.close());
}

/** The restoring of the office of this very PC. */
export function restoreHere({
  migrations,
  ...ports
}: Pick<RestorePorts, 'gate' | 'log' | 'close' | 'known'> & { readonly migrations: string }): PcRestore {
  return restoreOf({
    ...ports,
    prepare: (order, tell) => prepareOnThread(order, tell, (each) => ports.log('warn', each)),
    nativeBinding: process.env.APP_SQLITE_BINDING,
    newestSchema: () => readMigrations(migrations).length,
    newId: randomUUID,
    now: Date.now,
  });
}
