import { randomBytes, randomUUID } from 'node:crypto';
import { hostname, uptime } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { officeGate } from '#electron/device/office-gate.ts';
import type { OpenedOffice } from '#electron/device/office-gate-types.ts';
import { lockOffice } from '#electron/device/office-lock.ts';
import { processIdentity } from '#electron/device/process-identity.ts';
import { notOpened, openWithSecrets, type Secrets } from '#electron/main/host-mode.ts';
import type { ListReader } from '#electron/server/imports/list-reader.ts';
import { officeTime } from '#electron/server/kernel/office-time.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import type { OfficeOptions } from '#electron/server/office-options.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** What a script that opens an office adds to what its folder says; asked for once the folder is ours and the key fits. */
type Additions = Omit<OfficeOptions, 'folder' | 'rootKey' | 'demo' | 'migrations' | 'ports' | 'time'> & {
  readonly log?: OfficeOptions['ports']['log'];
};

/** An office that is open without a window. */
export type HeadlessOffice = {
  readonly office: Office;
  /** What its folder says of it. */
  readonly opened: Omit<OpenedOffice, 'rootKey'>;
  readonly close: () => Promise<void>;
};

/** The gate of a data folder as a script passes it, with what is to be done once the folder is ours and the key fits. */
export function gateOf(
  data: string,
  start: (opened: OpenedOffice) => Promise<void>,
  { looksOnly = false }: { readonly looksOnly?: boolean } = {},
) {
  const noKeychain = () => Promise.reject(new DomainError('OFFICE_KEY_WRONG'));
  return officeGate({
    folder: path.join(data, 'office'),
    keychain: { backend: 'none', available: () => Promise.resolve(false), seal: noKeychain, open: noKeychain },
    lock: (file) =>
      lockOffice(file, { pid: process.pid, host: hostname(), now: Date.now, token: randomUUID, processIdentity }),
    random: randomBytes,
    newOfficeId: randomUUID,
    now: Date.now,
    looksOnly,
    start,
  });
}

/**
 * Has the folder of an office for as long as a look at its file takes, without opening the office: nothing in it changes.
 * Throws as {@link openHeadless} does.
 */
export async function withOfficeFolder<T>(
  data: string,
  secrets: Secrets,
  look: (opened: OpenedOffice) => T | Promise<T>,
): Promise<T> {
  let seen: { readonly value: T } | undefined;
  const looking = async (opened: OpenedOffice) => {
    seen = { value: await look(opened) };
  };
  const gate = gateOf(data, looking, { looksOnly: true });
  try {
    await openWithSecrets(gate, secrets);
    if (seen === undefined) throw notOpened(gate.state());
    return seen.value;
  } finally {
    gate.release();
  }
}

/**
 * Opens the office of a data folder as the program does, without a window. Throws OFFICE_NOT_FOUND, PASSPHRASE_NEEDED,
 * OFFICE_KEY_WRONG, OFFICE_IN_USE with the process that has it, and what opening the database throws.
 */
export async function openHeadless(
  data: string,
  secrets: Secrets,
  additions: () => Additions | Promise<Additions>,
): Promise<HeadlessOffice> {
  let open: { readonly office: Office; readonly opened: OpenedOffice } | undefined;
  const gate = gateOf(data, async (opened) => {
    const { log = () => undefined, ...more } = await additions();
    const time = officeTime({ clock: Date.now, elapsed: () => uptime() * 1000 });
    const office = openOffice({
      folder: opened.paths.folder,
      rootKey: opened.rootKey,
      ring: opened.ring,
      demo: opened.demo,
      established: opened.established,
      returned: opened.returned,
      restored: opened.restored,
      pcName: hostname(),
      migrations: path.resolve(import.meta.dirname, '../../db/migrations'),
      time,
      ports: { clock: time.now, newId: () => v7(), log },
      ...more,
    });
    open = { office, opened };
  });
  try {
    await openWithSecrets(gate, secrets);
    if (open === undefined) throw notOpened(gate.state());
    const { office, opened } = open;
    return {
      office,
      opened,
      close: async () => {
        await office.close();
        gate.release();
      },
    };
  } catch (error) {
    await open?.office.close();
    gate.release();
    throw error;
  }
}

/** Opens an office for as long as some work takes; nothing happens in it by itself meanwhile. */
export async function withOffice<T>(
  data: string,
  ports: { readonly lists: ListReader; readonly secrets: Secrets },
  work: (office: Office) => Promise<T>,
): Promise<T> {
  const { office, close } = await openHeadless(data, ports.secrets, () => ({ lists: ports.lists, tickEveryMs: null }));
  try {
    return await work(office);
  } finally {
    await close();
  }
}
