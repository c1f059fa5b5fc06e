import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Keychain, keychainOf } from '#electron/device/keychain.ts';
import { officeGate } from '#electron/device/office-gate.ts';
import type { GatePorts, OpenedOffice } from '#electron/device/office-gate-types.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A keychain of one user: what another one sealed it can't open. */
function keychainOfUser(user: string): Keychain {
  return {
    backend: 'test',
    available: async () => true,
    seal: async (text) => Buffer.from(`${user}\n${text}`),
    open: async (sealed) => {
      const [owner, ...text] = sealed.toString().split('\n');
      if (owner !== user) throw new Error('not yours');
      return text.join('\n');
    },
  };
}

const noKeychain: Keychain = { ...keychainOfUser('nobody'), available: async () => false };

function gateOn(folder: string, change: Partial<GatePorts> = {}) {
  const opened: OpenedOffice[] = [];
  let locks = 0;
  const gate = officeGate({
    folder,
    keychain: keychainOfUser('li'),
    lock: () => {
      locks++;
      return { release: () => locks-- };
    },
    random: randomBytes,
    newOfficeId: () => '0190a2f0-0000-7000-8000-000000000001',
    now: () => 1_780_000_000_000,
    start: async (office) => void opened.push(office),
    ...change,
  });
  return { gate, opened, locks: () => locks };
}

describe('the way into an office', () => {
  it('leads through founding it, and by itself at the next start', async () => {
    const folder = path.join(temporaryFolder(), 'office');
    const first = gateOn(folder);
    expect(await first.gate.begin()).toEqual({ kind: 'absent', keychain: true, missing: null });
    expect(first.locks()).toBe(0);
    await first.gate.found({});
    expect(first.gate.state()).toMatchObject({ kind: 'open', demo: false, recoveryCode: false });
    expect(first.opened[0]?.rootKey).toHaveLength(32);
    first.gate.release();

    const second = gateOn(folder);
    expect(await second.gate.begin()).toMatchObject({ kind: 'open' });
    expect(second.opened[0]?.rootKey).toEqual(first.opened[0]?.rootKey);
    expect(second.locks()).toBe(1);
  });

  it('takes a passphrase where the PC has no keychain', async () => {
    const folder = temporaryFolder();
    const first = gateOn(folder, { keychain: noKeychain });
    expect(await first.gate.begin()).toEqual({ kind: 'absent', keychain: false, missing: null });
    await expect(first.gate.found({})).rejects.toMatchObject({ code: 'PASSPHRASE_NEEDED' });
    await expect(first.gate.found({ passphrase: '太短' })).rejects.toMatchObject({ code: 'PASSPHRASE_SHORT' });
    await first.gate.found({ passphrase: '春江花月夜 2026 ok' });

    const second = gateOn(folder, { keychain: noKeychain });
    expect(await second.gate.begin()).toEqual({ kind: 'locked', ways: ['passphrase'] });
    await expect(second.gate.unlock({ passphrase: 'something else' })).rejects.toMatchObject({
      code: 'OFFICE_KEY_WRONG',
    });
    expect(second.opened).toEqual([]);
    await second.gate.unlock({ passphrase: '春江花月夜　2026 ok' });
    expect(second.opened[0]?.rootKey).toEqual(first.opened[0]?.rootKey);
  });

  it('opens on another PC with the recovery code, and from then on by itself', async () => {
    const folder = temporaryFolder();
    const first = gateOn(folder);
    await first.gate.found({});
    const code = first.gate.offerRecoveryCode();
    expect(() => first.gate.confirmRecoveryCode(code.slice(0, -2))).toThrowError(
      expect.objectContaining({ code: 'RECOVERY_CODE_LENGTH' }),
    );
    first.gate.confirmRecoveryCode(code.toLowerCase());
    expect(first.gate.state()).toMatchObject({ recoveryCode: true });

    const elsewhere = gateOn(folder, { keychain: keychainOfUser('wang') });
    expect(await elsewhere.gate.begin()).toEqual({ kind: 'locked', ways: ['recovery'] });
    const broken = code.replace(/.$/, (last) => (last === 'X' ? 'Y' : 'X'));
    await expect(elsewhere.gate.unlock({ recoveryCode: broken })).rejects.toMatchObject({
      code: 'RECOVERY_CODE_INVALID',
      params: { group: 7 },
    });
    await elsewhere.gate.unlock({ recoveryCode: code });
    expect(elsewhere.opened[0]?.rootKey).toEqual(first.opened[0]?.rootKey);
    expect(await gateOn(folder, { keychain: keychainOfUser('wang') }).gate.begin()).toMatchObject({ kind: 'open' });
  });

  it('keeps the old recovery code until the new one was typed back', async () => {
    const folder = temporaryFolder();
    const { gate } = gateOn(folder);
    await gate.found({});
    const old = gate.offerRecoveryCode();
    gate.confirmRecoveryCode(old);
    const offered = gate.offerRecoveryCode();
    expect(() => gate.confirmRecoveryCode(old)).toThrowError(expect.objectContaining({ code: 'RECOVERY_CODE_OTHER' }));
    const other = gateOn(folder, { keychain: noKeychain });
    await other.gate.begin();
    await expect(other.gate.unlock({ recoveryCode: offered })).rejects.toMatchObject({ code: 'OFFICE_KEY_WRONG' });
    await other.gate.unlock({ recoveryCode: old });
  });

  it('opens the demonstration on every machine', async () => {
    const folder = temporaryFolder();
    await gateOn(folder, { keychain: noKeychain }).gate.found({ demo: true });
    expect(await gateOn(folder, { keychain: noKeychain }).gate.begin()).toMatchObject({ kind: 'open', demo: true });
  });

  it('founds one office when two windows ask at once', async () => {
    const folder = temporaryFolder();
    const { gate, opened } = gateOn(folder);
    const answers = await Promise.allSettled([gate.found({}), gate.found({})]);
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected']);
    expect(opened).toHaveLength(1);
  });

  it('stays closed when the server can not start', async () => {
    const folder = temporaryFolder();
    await gateOn(folder).gate.found({});
    const { gate } = gateOn(folder, { start: async () => Promise.reject(new Error('disk')) });
    await expect(gate.begin()).rejects.toThrow('disk');
    expect(gate.state()).toMatchObject({ kind: 'locked' });
  });
});

describe('the public page of an office folder', () => {
  it('holds no key in clear', async () => {
    const folder = temporaryFolder();
    const { gate, opened } = gateOn(folder, { keychain: noKeychain });
    await gate.found({ passphrase: 'a long passphrase' });
    gate.confirmRecoveryCode(gate.offerRecoveryCode());
    const text = readFileSync(path.join(folder, 'office.json'), 'utf8');
    expect(text).not.toContain(opened[0]?.rootKey.toString('base64'));
    expect(text).not.toContain(opened[0]?.rootKey.toString('hex'));
    expect(text).not.toContain('a long passphrase');
  });

  it('is refused when damaged, when it is missing beside a database, and when a newer program wrote it', async () => {
    const damaged = temporaryFolder({ 'office.json': '{"format":' });
    const unreadable = { kind: 'damaged', refusal: { code: 'OFFICE_FOLDER_INVALID' } };
    expect(await gateOn(damaged).gate.begin()).toMatchObject(unreadable);
    const bare = temporaryFolder({ 'office.db': 'x' });
    expect(await gateOn(bare).gate.begin()).toMatchObject(unreadable);
    await expect(gateOn(bare).gate.found({})).rejects.toMatchObject({ code: 'OFFICE_FOLDER_INVALID' });
    const newer = temporaryFolder({ 'office.json': '{"format":"zhiye-office","version":2,"what":"ever"}' });
    await expect(gateOn(newer).gate.begin()).rejects.toMatchObject({ code: 'OFFICE_FOLDER_NEWER' });
  });

  it('does not open with a passphrase whose cost somebody lowered', async () => {
    const folder = temporaryFolder();
    await gateOn(folder, { keychain: noKeychain }).gate.found({ passphrase: 'a long passphrase' });
    const file = path.join(folder, 'office.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"memoryKib": 65536', '"memoryKib": 64'));
    expect(await gateOn(folder).gate.begin()).toMatchObject({
      kind: 'damaged',
      refusal: { code: 'OFFICE_FOLDER_INVALID' },
    });
  });
});

describe('an office that can not be read', () => {
  it('stays at the gate with the reason, and its key is known to whoever restores it', async () => {
    const folder = temporaryFolder();
    await gateOn(folder).gate.found({});
    const page = readFileSync(path.join(folder, 'office.json'), 'utf8');
    const start = async () => Promise.reject(new DomainError('DATABASE_DAMAGED'));
    const { gate } = gateOn(folder, { start });
    expect(await gate.begin()).toEqual({ kind: 'damaged', refusal: { code: 'DATABASE_DAMAGED', params: {} } });
    await gate.hold(() => Promise.resolve());
    expect(gate.state()).toEqual({ kind: 'restoring' });
    expect(gate.held().rootKey).toHaveLength(32);
    // Given up: it is as it was.
    expect(await gate.letGo()).toMatchObject({ kind: 'damaged' });
    expect(() => gate.held()).toThrow(expect.objectContaining({ code: 'RESTORE_NOT_BEGUN' }));
    expect(readFileSync(path.join(folder, 'office.json'), 'utf8')).toBe(page);
  });

  it('opens again as it was when a restoring is given up', async () => {
    const folder = temporaryFolder();
    const { gate, opened } = gateOn(folder, { keychain: noKeychain });
    await gate.found({ passphrase: 'a long passphrase' });
    let closed = 0;
    await gate.hold(async () => void (closed += 1));
    expect(closed).toBe(1);
    // Nobody is asked for the passphrase once more.
    expect(await gate.letGo()).toMatchObject({ kind: 'open' });
    expect(opened).toHaveLength(2);
  });
});

describe('the keychain', () => {
  const asynchronous = {
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text: string) => Buffer.from(`async:${text}`),
    decryptStringAsync: async (sealed: Buffer) => ({ result: sealed.toString().slice(6) }),
  };
  const synchronous = {
    isEncryptionAvailable: () => true,
    encryptString: (text: string) => Buffer.from(`sync:${text}`),
    decryptString: (sealed: Buffer) => sealed.toString().slice(5),
  };

  it('uses the asynchronous calls where they exist and the synchronous ones elsewhere', async () => {
    const newer = keychainOf({ ...asynchronous, ...synchronous }, { platform: 'win32' });
    expect((await newer.seal('x')).toString()).toBe('async:x');
    expect(await newer.open(Buffer.from('async:x'))).toBe('x');
    const older = keychainOf(synchronous, { platform: 'win32' });
    expect((await older.seal('x')).toString()).toBe('sync:x');
    expect(await older.available()).toBe(true);
  });

  it('does not count a keyring that protects nothing, but in tests', async () => {
    let plain = false;
    const bare = {
      ...synchronous,
      getSelectedStorageBackend: () => 'basic_text',
      setUsePlainTextEncryption: () => {
        plain = true;
      },
    };
    expect(await keychainOf(bare, { platform: 'linux' }).available()).toBe(false);
    expect(plain).toBe(false);
    expect(await keychainOf(bare, { platform: 'linux', plainTextForTests: true }).available()).toBe(true);
    expect(plain).toBe(true);
  });
});

describe('another folder', () => {
  it('is opened instead, and its lock taken', async () => {
    const elsewhere = path.join(temporaryFolder(), 'office');
    const there = gateOn(elsewhere);
    await there.gate.found({});
    there.gate.release();

    const here = gateOn(path.join(temporaryFolder(), 'office'));
    await here.gate.begin();
    await here.gate.openFolder(elsewhere);
    expect(here.gate.state()).toMatchObject({ kind: 'open', demo: false });
    expect(here.gate.folder()).toBe(elsewhere);
    expect(here.opened[0]?.rootKey).toEqual(there.opened[0]?.rootKey);
    expect(here.locks()).toBe(1);
  });

  it('without an office, damaged, newer or in use is refused, and the gate stays where it was', async () => {
    const home = path.join(temporaryFolder(), 'office');
    const { gate, locks } = gateOn(home);
    await gate.begin();
    const empty = temporaryFolder();
    await expect(gate.openFolder(empty)).rejects.toMatchObject({ code: 'OFFICE_NOT_FOUND' });
    const damaged = temporaryFolder();
    writeFileSync(path.join(damaged, 'office.json'), '{');
    await expect(gate.openFolder(damaged)).rejects.toMatchObject({ code: 'OFFICE_FOLDER_INVALID' });
    const newer = temporaryFolder();
    writeFileSync(path.join(newer, 'office.json'), JSON.stringify({ format: 'zhiye-office', version: 99 }));
    await expect(gate.openFolder(newer)).rejects.toMatchObject({ code: 'OFFICE_FOLDER_NEWER' });
    expect(gate.state()).toEqual({ kind: 'absent', keychain: true, missing: null });
    expect(gate.folder()).toBe(home);
    expect(locks()).toBe(0);
  });

  it('is refused once an office is open', async () => {
    const { gate } = gateOn(temporaryFolder());
    await gate.found({});
    await expect(gate.openFolder(temporaryFolder())).rejects.toMatchObject({ code: 'OFFICE_EXISTS' });
  });

  it('takes a demonstration, which says how far its furnishing is', async () => {
    const seen: string[] = [];
    const { gate, locks } = gateOn(path.join(temporaryFolder(), 'office'), {
      start: async (_office, onProgress) => {
        onProgress(0.5);
        seen.push(JSON.stringify(gate.state()));
      },
    });
    await gate.begin();
    await gate.tryDemo(temporaryFolder());
    expect(seen).toEqual([JSON.stringify({ kind: 'preparing', done: 0.5 })]);
    expect(gate.state()).toMatchObject({ kind: 'open', demo: true });
    expect(locks()).toBe(1);
  });

  it('whose demonstration fails leaves the first start as it was', async () => {
    const { gate, locks } = gateOn(path.join(temporaryFolder(), 'office'), {
      start: () => Promise.reject(new Error('no room')),
    });
    await gate.begin();
    await expect(gate.tryDemo(temporaryFolder())).rejects.toThrow('no room');
    expect(gate.state()).toEqual({ kind: 'absent', keychain: true, missing: null });
    expect(locks()).toBe(0);
  });
});
