import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { RekeyOrder } from '#db/rekey-office.ts';
import { workerThread } from '#electron/server/kernel/worker-thread.ts';
import changeKeysWorker from '#electron/workers/change-keys.ts?modulePath';
import type { KeyChangeFigures, KeyChangeProgress } from '#shared/domain/keys/steps.ts';
import { type KeyChangePorts, keyChangeOf, type PcKeyChange } from './key-change.ts';

/** Writing an office once more takes no longer than this; something hangs. */
const TIMEOUT_MS = 12 * 60 * 60_000;

/** The changing of the keys of the office of this very PC. */
export function keyChangeHere(ports: Pick<KeyChangePorts, 'gate' | 'backups' | 'close' | 'log'>): PcKeyChange {
  const prepare: KeyChangePorts['prepare'] = (order, tell) => {
    const thread = workerThread<RekeyOrder, KeyChangeFigures, KeyChangeProgress>({
      worker: changeKeysWorker,
      name: 'keys',
      timeoutMs: TIMEOUT_MS,
      refusals: { timeout: 'KEYS_FAILED', failed: 'KEYS_FAILED' },
      log: (line) => ports.log('warn', line),
    });
    return thread.send(order, [], tell).finally(() => thread.close());
  };
  return keyChangeOf({
    ...ports,
    prepare,
    nativeBinding: process.env.APP_SQLITE_BINDING,
    pcName: hostname(),
    random: randomBytes,
    newId: randomUUID,
    now: Date.now,
  });
}
