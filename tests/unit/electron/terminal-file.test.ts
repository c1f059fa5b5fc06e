import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Keychain } from '#electron/device/keychain.ts';
import { type TerminalPairing, terminalFile } from '#electron/device/terminal-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const pairing: TerminalPairing = {
  officeId: '0190a2f0-0000-7000-8000-000000000001',
  officeName: '江北案场',
  address: '192.168.1.20',
  port: 7443,
  authority: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  terminalName: '前台',
  token: 'a token that lets this PC in',
  outboxKey: Buffer.alloc(32, 7).toString('base64'),
};

/** A keychain of one user, which turns the text so that it can't be read in passing. */
function keychainOfUser(user: string, available = true): Keychain {
  return {
    backend: 'test',
    available: async () => available,
    seal: async (text) => Buffer.from([...`${user}\n${text}`].toReversed().join('')),
    open: async (sealed) => {
      const [owner, ...text] = [...sealed.toString()].toReversed().join('').split('\n');
      if (owner !== user) throw new Error('not yours');
      return text.join('\n');
    },
  };
}

describe('What makes a PC a terminal', () => {
  it('is kept sealed and read again, and gone once the office was left', async () => {
    const file = path.join(temporaryFolder(), 'pc/terminal.json');
    const terminal = terminalFile(file, keychainOfUser('li'));
    expect(await terminal.read()).toBeUndefined();
    await terminal.write(pairing);
    expect(readFileSync(file, 'utf8')).not.toContain(pairing.token);
    expect(await terminalFile(file, keychainOfUser('li')).read()).toEqual(pairing);
    terminal.remove();
    expect(await terminal.read()).toBeUndefined();
  });

  it('is not kept where no keychain guards the token', async () => {
    const file = path.join(temporaryFolder(), 'terminal.json');
    const terminal = terminalFile(file, keychainOfUser('li', false));
    await expect(terminal.assertKeychain()).rejects.toMatchObject({ code: 'KEYCHAIN_MISSING' });
    await expect(terminal.write(pairing)).rejects.toMatchObject({ code: 'KEYCHAIN_MISSING' });
    expect(existsSync(file)).toBe(false);
  });

  it('is put aside when another user sealed it or the file is torn, so that the PC can pair anew', async () => {
    const file = path.join(temporaryFolder(), 'terminal.json');
    await terminalFile(file, keychainOfUser('li')).write(pairing);
    const other = terminalFile(file, keychainOfUser('wu'));
    expect(await other.read()).toBe('unreadable');
    expect(existsSync(`${file}.broken`)).toBe(true);
    expect(await other.read()).toBeUndefined();
    const torn = path.join(temporaryFolder({ 'terminal.json': '{"format":' }), 'terminal.json');
    expect(await terminalFile(torn, keychainOfUser('li')).read()).toBe('unreadable');
  });
});
