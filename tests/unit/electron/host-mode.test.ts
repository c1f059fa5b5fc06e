import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Keychain } from '#electron/device/keychain.ts';
import { officeGate } from '#electron/device/office-gate.ts';
import { type PcSettings, pcSettingsSchema } from '#electron/device/pc-settings.ts';
import { beginHost, hostExitCode, hostExitCodes } from '#electron/main/host-mode.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { temporaryFolder } from './temporary-folder.ts';

const none = () => Promise.reject(new Error('no keychain'));
const noKeychain: Keychain = { backend: 'none', available: () => Promise.resolve(false), seal: none, open: none };
const passphrase = '春江花月夜 2026';
const nothing = { passphrase: undefined, recoveryCode: undefined };

function gateOn(folder: string) {
  return officeGate({
    folder,
    keychain: noKeychain,
    lock: () => ({ release: () => undefined }),
    random: randomBytes,
    newOfficeId: () => '0190a2f0-0000-7000-8000-000000000001',
    now: () => 1_780_000_000_000,
    start: async () => undefined,
  });
}

type Wish = { port: number; interface: string | null; autostart: boolean };

function hostingOf(running?: { port: number; interface: string | null }) {
  const started: Wish[] = [];
  const state = { ...{ able: true, autostart: false, since: null, terminals: 0, problem: null } };
  const now = { ...state, running: running !== undefined, port: 8443, interface: null, ...running };
  return { started, hosting: { state: () => now, start: async (wish: Wish) => (started.push(wish), now) } };
}

const settingsOf = (host?: PcSettings['host']) => () => pcSettingsSchema.parse(host === undefined ? {} : { host });

async function founded(): Promise<string> {
  const folder = path.join(temporaryFolder(), 'office');
  const gate = gateOn(folder);
  await gate.begin();
  await gate.found({ passphrase });
  return folder;
}

describe('A host that begins without a window', () => {
  const places: string[] = [];
  const backups = { give: (folder: string) => Promise.resolve(folder).finally(() => places.push(folder)) };
  it('lets terminals in where the command line says, else as this PC did last, else at the usual port', async () => {
    const folder = await founded();
    const wishes: Wish[] = [];
    for (const [line, host] of [
      [{}, undefined],
      [{}, { enabled: false, port: 9000, interface: 'eth1', autostart: true }],
      [
        { port: 9100, network: 'eth0' },
        { enabled: true, port: 9000, interface: 'eth1', autostart: true },
      ],
    ] as const) {
      const { hosting, started } = hostingOf();
      const secrets = { ...nothing, passphrase };
      await beginHost({ gate: gateOn(folder), hosting, backups, settings: settingsOf(host), secrets, line });
      wishes.push(...started);
    }
    expect(wishes).toEqual([
      { port: 8443, interface: null, autostart: false },
      { port: 9000, interface: 'eth1', autostart: true },
      { port: 9100, interface: 'eth0', autostart: true },
    ]);
  });

  it('takes the office over from the PC that served it last only when it is told to', async () => {
    const folder = await founded();
    for (const takeOver of [undefined, true] as const) {
      const { hosting, started } = hostingOf();
      const line = takeOver === undefined ? {} : { takeOver };
      const secrets = { ...nothing, passphrase };
      await beginHost({ gate: gateOn(folder), hosting, backups, settings: settingsOf(), secrets, line });
      expect(started).toMatchObject([{ takeOver }]);
    }
  });

  it('has the backups made in the folder that the command line names, before anybody comes in', async () => {
    const folder = await founded();
    const { hosting, started } = hostingOf();
    const secrets = { ...nothing, passphrase };
    const begin = (give: (place: string) => Promise<string>) =>
      beginHost({
        ...{ gate: gateOn(folder), hosting, settings: settingsOf(), secrets },
        backups: { give },
        line: { backup: 'stick' },
      });
    const refusal = new DomainError('BACKUP_PLACE_MISSING', { folder: 'stick' });
    await expect(begin(() => Promise.reject(refusal))).rejects.toBe(refusal);
    expect([started.length, hostExitCode(refusal)]).toEqual([0, hostExitCodes.noBackups]);
    places.length = 0;
    await begin(backups.give);
    expect([places, started.length]).toEqual([[path.resolve('stick')], 1]);
  });

  it('does not begin anew where it runs already as it was asked to', async () => {
    const folder = await founded();
    const { hosting, started } = hostingOf({ port: 9000, interface: null });
    const secrets = { ...nothing, passphrase };
    await beginHost({ gate: gateOn(folder), hosting, backups, settings: settingsOf(), secrets, line: { port: 9000 } });
    expect(started).toEqual([]);
  });

  it('is refused with the reason when the office does not open', async () => {
    const folder = await founded();
    const { hosting, started } = hostingOf();
    const begin = (place: string, secrets: { passphrase: string | undefined; recoveryCode: string | undefined }) =>
      beginHost({ gate: gateOn(place), hosting, backups, settings: settingsOf(), secrets, line: {} });
    await expect(begin(folder, nothing)).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(begin(folder, { ...nothing, passphrase: 'some other words' })).rejects.toMatchObject({
      code: 'OFFICE_KEY_WRONG',
    });
    await expect(begin(path.join(folder, 'none'), nothing)).rejects.toMatchObject({ code: 'OFFICE_NOT_FOUND' });
    expect(started).toEqual([]);
  });

  it.each([
    ['OFFICE_IN_USE', hostExitCodes.inUse],
    ['PASSPHRASE_NEEDED', hostExitCodes.notOpened],
    ['OFFICE_MOVED', hostExitCodes.notOpened],
    ['HOST_PORT_TAKEN', hostExitCodes.notServed],
    ['HOST_ELSEWHERE', hostExitCodes.notServed],
    ['DISK_FULL', hostExitCodes.fault],
  ] as const)('that ends with %s ends with %i', (code, exit) => {
    expect(hostExitCode(new DomainError(code))).toBe(exit);
  });
});
