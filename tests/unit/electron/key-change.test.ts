import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { keyName, keyringOf } from '#electron/device/keyring.ts';
import { officePaths, readOfficeHeader } from '#electron/device/office-folder.ts';
import { officeGate } from '#electron/device/office-gate.ts';
import type { OpenedOffice } from '#electron/device/office-gate-types.ts';
import { type KeyChangePorts, keyChangeOf } from '#electron/main/key-change.ts';
import type { Backups } from '#electron/server/backups/backups.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { temporaryFolder } from './temporary-folder.ts';

const permit = { actorId: 7, reason: '有人离职' };
const passphrase = '江边有座白房子 1976';

/** An office that a passphrase opens, on a PC that changes its keys; the writing of the copy is a test's own. */
async function pc(change: Partial<KeyChangePorts> = {}, place: string | null = '/stick') {
  const folder = path.join(temporaryFolder(), 'office');
  const opened: OpenedOffice[] = [];
  const none = () => Promise.reject(new DomainError('OFFICE_KEY_WRONG'));
  const gate = officeGate({
    folder,
    keychain: { backend: 'none', available: () => Promise.resolve(false), seal: none, open: none },
    lock: () => ({ release: () => undefined }),
    random: randomBytes,
    newOfficeId: () => '0190a2f0-0000-7000-8000-000000000001',
    now: () => 1_780_000_000_000,
    start: (office) => {
      opened.push(office);
      return Promise.resolve();
    },
  });
  await gate.begin();
  await gate.found({ passphrase });
  writeFileSync(path.join(folder, 'office.db'), 'old');
  const made: string[] = [];
  const backups = {
    state: () => ({ place, running: null }),
    now: (reason: string) => {
      made.push(reason);
      return Promise.resolve();
    },
  } as unknown as Backups;
  const keys = keyChangeOf({
    gate,
    backups: () => backups,
    close: () => Promise.resolve(),
    prepare: ({ side }) => {
      mkdirSync(side);
      writeFileSync(path.join(side, 'office.db'), 'new');
      return Promise.resolve({ events: 12, files: 3, damaged: 0 });
    },
    nativeBinding: undefined,
    pcName: 'PC',
    random: randomBytes,
    newId: () => 'a',
    now: () => 1_780_000_000_000,
    log: () => undefined,
    ...change,
  });
  const settled = async () => {
    for (let look = 0; keys.state().kind === 'running' && look < 500; look += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    return keys.state();
  };
  const database = () => readFileSync(path.join(folder, 'office.db'), 'utf8');
  return { folder, gate, opened, made, keys, settled, database };
}

const fresh = '另一句新的口令 2026';

describe('A PC that changes the keys of its office', () => {
  it('backs up, puts the copy in its place, opens it with the new key and backs up again', async () => {
    const { folder, gate, opened, made, keys, settled, database } = await pc();
    const { code } = keys.offer();
    expect(await keys.begin({ typed: code, passphrase: fresh }, () => permit)).toMatchObject({ kind: 'running' });
    const figures = { kind: 'done', at: 1_780_000_000_000, events: 12, files: 3, damaged: 0 };
    expect(await settled()).toMatchObject(figures);
    await vi.waitFor(() => expect(keys.state()).toEqual({ ...figures, backup: 'made' }));
    expect(database()).toBe('new');
    expect(made).toEqual(['keyChange', 'keyChange']);
    expect(gate.state().kind).toBe('open');
    const [before, after] = opened;
    if (before === undefined || after === undefined) throw new Error('It was not opened twice');
    expect(after.rootKey.equals(before.rootKey)).toBe(false);
    expect(after.ring?.founding).toEqual(before.rootKey);
    const header = readOfficeHeader(officePaths(folder));
    if (header === undefined) throw new Error('No page');
    expect(keyringOf(header, [after.rootKey]).get(keyName(before.rootKey))).toEqual(before.rootKey);
    expect(keyringOf(header, [before.rootKey]).size).toBe(1);
    expect(readdirSync(folder).filter((name) => /restoring|old key/.test(name))).toEqual([]);
    expect((await keys.settle()).kind).toBe('idle');
  });

  it('begins nothing without the code from the paper, a new passphrase, leave, and a place of the backups', async () => {
    const { keys, made } = await pc();
    await expect(keys.begin({ typed: '', passphrase: fresh }, () => permit)).rejects.toMatchObject({
      code: 'OFFICE_NOT_OPEN',
    });
    const { code: earlier } = keys.offer();
    const { code } = keys.offer();
    const refused = (typed: string, phrase: string | undefined, may: typeof permit | undefined) =>
      keys.begin({ typed, passphrase: phrase }, () => may).catch((error: unknown) => String(Object(error).code));
    expect(await refused(earlier, fresh, permit)).toBe('RECOVERY_CODE_OTHER');
    expect(await refused(code, undefined, permit)).toBe('PASSPHRASE_NEEDED');
    expect(await refused(code, '短', permit)).toBe('PASSPHRASE_SHORT');
    expect(await refused(code, fresh, undefined)).toBe('KEYS_NOT_PERMITTED');
    expect(made).toEqual([]);
    const placeless = await pc({}, null);
    const offered = placeless.keys.offer();
    await expect(placeless.keys.begin({ typed: offered.code, passphrase: fresh }, () => permit)).rejects.toMatchObject({
      code: 'BACKUP_NO_PLACE',
    });
  });

  it('opens the office as it was when the copy fails, and says why', async () => {
    const { gate, opened, keys, settled, database } = await pc({
      prepare: () => Promise.reject(new DomainError('DISK_FULL')),
    });
    const { code } = keys.offer();
    await keys.begin({ typed: code, passphrase: fresh }, () => permit);
    expect(await settled()).toEqual({ kind: 'failed', refusal: { code: 'DISK_FULL', params: {} } });
    expect(database()).toBe('old');
    expect(gate.state().kind).toBe('open');
    expect(opened.map(({ rootKey }) => rootKey)).toEqual([opened[0]?.rootKey, opened[0]?.rootKey]);
    expect((await keys.settle()).kind).toBe('idle');
  });

  it('offers no code while the office is not open', async () => {
    const { keys, gate } = await pc();
    await gate.hold(() => Promise.resolve());
    expect(() => keys.offer()).toThrow(DomainError);
  });
});
