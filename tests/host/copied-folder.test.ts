import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Keychain } from '#electron/device/keychain.ts';
import { terminalFile } from '#electron/device/terminal-file.ts';
import { enrol } from '#electron/lan/enrol.ts';
import { ownLine } from '#electron/main/link-report.ts';
import { type Terminal, terminalOf } from '#electron/main/terminal.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import { freePort } from '#tests/support/free-port.ts';
import { dataFolder, type HeadlessHost, startHeadless } from '#tests/support/headless-host.ts';
import { noOutbox } from '#tests/support/lan.ts';

const keychain: Keychain = {
  backend: 'test',
  available: async () => true,
  seal: async (text) => Buffer.from(text),
  open: async (sealed) => sealed.toString(),
};

/** A terminal as its PC has it: what it knows is in its folder, and its one window has a line to the host. */
function terminalIn(folder: string): { readonly terminal: Terminal; readonly carrier: () => Carrier } {
  let carrier: Carrier | undefined;
  const line = () => {
    if (carrier === undefined) throw new Error('No terminal yet');
    return carrier;
  };
  onTestFinished(() => carrier?.close());
  const never = () => {
    throw new Error('No window in this test');
  };
  const terminal = terminalOf({
    file: terminalFile(path.join(folder, 'terminal.json'), keychain),
    outboxFile: path.join(folder, 'outbox'),
    pcName: '前台',
    keychain: keychain.available,
    enrol: (asked) => enrol({ ...asked, program: 'test' }),
    find: async () => [],
    own: ownLine(),
    proves: async () => false,
    nowAndThen: () => () => undefined,
    now: Date.now,
    log: () => undefined,
    serve: ({ address: host, port, authority, token }, _outbox, follows) => {
      carrier?.close();
      const to = { host, port, authority, token, follows, program: 'test' };
      carrier = lanCarrier({ to, outbox: noOutbox, now: Date.now, log: () => undefined });
      return {
        ipc: { accept: never, closeWindow: never, connections: () => [], close: () => undefined },
        readdress: () => undefined,
        lines: () => [line()],
        line,
        mayAdminister: async () => false,
        lockScreens: () => undefined,
        close: async () => undefined,
      };
    },
    admit: () => undefined,
    dismiss: () => undefined,
    gate: {
      state: () => ({ kind: 'absent', keychain: true, missing: null }),
      begin: async () => ({ kind: 'absent', keychain: true, missing: null }),
    },
  });
  return { terminal, carrier: line };
}

describe('An office whose folder somebody copied to another PC', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-copied-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

  it('has one host: the other PC is asked before it serves it, and then the terminals follow that one only', async () => {
    const [here, there] = [path.join(folder, 'old pc'), path.join(folder, 'new pc')];
    const ports = { here: await freePort(), there: 0 };
    while (ports.there === 0 || ports.there === ports.here) ports.there = await freePort();
    await dataFolder(here);
    const host = (data: string, port: number, ...more: string[]): HeadlessHost =>
      startHeadless(['--data', data, '--port', String(port), '--interface', '127.0.0.1', ...more]);
    const stop = async ({ child, ended }: HeadlessHost): Promise<void> => {
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    };

    const first = host(here, ports.here, '--pair');
    const { code } = (await first.next()) ?? {};
    const atDesk = terminalIn(folder);
    const { terminal } = atDesk;
    await terminal.join({ address: '127.0.0.1', port: ports.here, code: String(code), name: '前台' });
    const officeSeen = () => terminalSees(atDesk.carrier());
    await officeSeen();
    // The PC falls without a word, and somebody finds its disk.
    first.child.kill('SIGKILL');
    await first.ended;
    mkdirSync(there);
    cpSync(path.join(here, 'office'), path.join(there, 'office'), { recursive: true });
    const unasked = host(there, ports.there);
    const name = hostname().split('.')[0];
    expect(await unasked.next()).toMatchObject({ refused: 'HOST_ELSEWHERE', params: { name } });
    expect(await unasked.ended).toBe(5);
    expect(unasked.said()).toContain('--take-over');
    const taken = host(there, ports.there, '--take-over');
    expect(await taken.next(), taken.said()).toMatchObject({ listening: true });
    await terminal.moveTo({ address: '127.0.0.1', port: ports.there });
    await officeSeen();

    // The old PC is switched on again. It is asked nothing, for it has served the office all along; but nobody comes.
    const left = host(here, ports.here);
    expect(await left.next(), left.said()).toMatchObject({ listening: true });
    atDesk.carrier().close();
    const file = terminalFile(path.join(folder, 'terminal.json'), keychain);
    const known = await file.read();
    if (known === undefined || known === 'unreadable') throw new Error('The terminal has lost its pairing');
    await file.write({ ...known, port: ports.here });
    const nextDay = terminalIn(folder);
    await nextDay.terminal.begin();
    await vi.waitFor(() => expect(refusalAt(nextDay.carrier())).toBe('HOST_SUPERSEDED'), { timeout: 20_000 });
    await expect(nextDay.carrier().ask('session.current', {})).rejects.toMatchObject({ code: 'HOST_SUPERSEDED' });
    await nextDay.terminal.moveTo({ address: '127.0.0.1', port: ports.there });
    await terminalSees(nextDay.carrier());
    // By the one terminal that knocked the old PC knows it, and at its next start too, until it is taken over there again.
    await vi.waitFor(() => expect(left.said()).toContain('another PC serves this office'), { timeout: 20_000 });
    await stop(taken);
    await stop(left);
    const later = host(here, ports.here);
    expect(await later.next(), later.said()).toMatchObject({ refused: 'OFFICE_SUPERSEDED' });
    expect(await later.ended).toBe(5);
    const again = host(here, ports.here, '--take-over');
    expect(await again.next(), again.said()).toMatchObject({ listening: true });
    await stop(again);
  }, 240_000);
});

function refusalAt(carrier: Carrier): string | undefined {
  const state = carrier.state();
  return state.kind === 'refused' ? state.refusal.code : undefined;
}

/** The office answers at the terminal; a host that has just begun may take a moment. */
async function terminalSees(carrier: Carrier): Promise<void> {
  await vi.waitFor(
    async () => expect(await carrier.ask('session.current', {})).toMatchObject({ officeName: '测试案场' }),
    { timeout: 30_000, interval: 200 },
  );
}
