import { randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { type GateState, officeGate } from '#electron/device/office-gate.ts';
import { lockOffice } from '#electron/device/office-lock.ts';
import { processIdentity } from '#electron/device/process-identity.ts';
import type { ListReader } from '#electron/server/imports/list-reader.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** Secrets for an office that does not open by itself; from the environment, never from the command line. */
type Secrets = { readonly passphrase: string | undefined; readonly recoveryCode: string | undefined };

/** Opens the office of a data folder as the program does, without a window, and closes it when the work is done. */
export async function withOffice<T>(
  data: string,
  ports: { readonly lists: ListReader; readonly secrets: Secrets },
  work: (office: Office) => Promise<T>,
): Promise<T> {
  let office: Office | undefined;
  const noKeychain = () => Promise.reject(new DomainError('OFFICE_KEY_WRONG'));
  const gate = officeGate({
    folder: path.join(data, 'office'),
    keychain: { backend: 'none', available: () => Promise.resolve(false), seal: noKeychain, open: noKeychain },
    lock: (file) =>
      lockOffice(file, { pid: process.pid, host: hostname(), now: Date.now, token: randomUUID, processIdentity }),
    random: randomBytes,
    newOfficeId: randomUUID,
    now: Date.now,
    start: (opened) => {
      office = openOffice({
        folder: opened.paths.folder,
        rootKey: opened.rootKey,
        demo: opened.demo,
        migrations: path.resolve(import.meta.dirname, '../../db/migrations'),
        tickEveryMs: null,
        lists: ports.lists,
        ports: { clock: Date.now, newId: () => v7(), log: () => undefined },
      });
      return Promise.resolve();
    },
  });
  try {
    let state: GateState = await gate.begin();
    const { passphrase, recoveryCode } = ports.secrets;
    if (state.kind === 'locked' && (passphrase ?? recoveryCode) !== undefined) {
      await gate.unlock(passphrase === undefined ? { recoveryCode: recoveryCode ?? '' } : { passphrase });
      state = gate.state();
    }
    if (office === undefined) throw new DomainError(state.kind === 'absent' ? 'OFFICE_NOT_FOUND' : 'PASSPHRASE_NEEDED');
    return await work(office);
  } finally {
    await office?.close();
    gate.release();
  }
}
