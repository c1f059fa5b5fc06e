import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GateState } from '#electron/device/gate-state.ts';
import type { Keychain } from '#electron/device/keychain.ts';
import type { OutboxFile } from '#electron/device/outbox.ts';
import { type TerminalPairing, terminalFile } from '#electron/device/terminal-file.ts';
import type { EnrolAsked } from '#electron/lan/enrol.ts';
import { type LinkSource, linkReport, ownLine } from '#electron/main/link-report.ts';
import { type TerminalPorts, terminalOf } from '#electron/main/terminal.ts';
import type { Follows } from '#electron/transports/lan-link.ts';
import type { LinkState } from '#shared/api/pc.ts';
import { temporaryFolder } from './temporary-folder.ts';

const jiangbei = '0190a2f0-0000-7000-8000-000000000001';
const yubei = '0190a2f0-0000-7000-8000-000000000002';
const asked = { address: '192.168.1.20', port: 8443, code: 'K7QF2M9D', name: '前台' };

const keychain: Keychain = {
  backend: 'test',
  available: async () => true,
  seal: async (text) => Buffer.from(text),
  open: async (sealed) => sealed.toString(),
};

/** A line that a test moves. */
function testLine() {
  let state: LinkState = { kind: 'connecting', since: 1 };
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    onState: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (next: LinkState) => {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

function pc(folder = temporaryFolder(), change: Partial<TerminalPorts> = {}) {
  const line = testLine();
  const served: { pairing: TerminalPairing; outbox: OutboxFile; follows: Follows }[] = [];
  const enrolled: Omit<EnrolAsked, 'program'>[] = [];
  const readdressed: { address: string; port: number }[] = [];
  let look: () => Promise<void> = () => Promise.resolve();
  const at = {
    now: 1_000,
    officeId: jiangbei,
    administrator: false,
    gate: { kind: 'absent', keychain: true, missing: null },
  };
  let dismissed = 0;
  const terminal = terminalOf({
    own: ownLine(),
    file: terminalFile(path.join(folder, 'terminal.json'), keychain),
    outboxFile: path.join(folder, 'outbox'),
    pcName: 'FRONT-DESK',
    keychain: keychain.available,
    enrol: async (wish) => {
      enrolled.push(wish);
      const token = `token ${enrolled.length}`;
      return { officeId: at.officeId, officeName: '江北案场', authority: 'PEM', token };
    },
    find: async () => [],
    proves: async () => false,
    nowAndThen: (act) => {
      look = act;
      return () => undefined;
    },
    now: () => at.now,
    log: () => undefined,
    serve: (pairing, outbox, follows) => {
      served.push({ pairing, outbox, follows });
      return {
        ipc: { accept: () => never(), closeWindow: () => undefined, connections: () => [], close: () => undefined },
        readdress: (to) => void readdressed.push(to),
        lines: () => [line],
        line: () => line,
        mayAdminister: async () => at.administrator,
        lockScreens: () => undefined,
        close: async () => undefined,
      };
    },
    admit: () => undefined,
    dismiss: () => {
      dismissed += 1;
    },
    gate: { state: () => at.gate as GateState, begin: async () => at.gate as GateState },
    ...change,
  });
  return { terminal, line, served, enrolled, at, folder, readdressed, look: () => look(), dismissed: () => dismissed };
}

function never(): never {
  throw new Error('No window in this test');
}

describe('A PC as a terminal of an office', () => {
  it('pairs once, and is a terminal from the next start on', async () => {
    const first = pc();
    expect(await first.terminal.begin()).toBe(false);
    expect(await first.terminal.state()).toMatchObject({ kind: 'none', pcName: 'FRONT-DESK', unreadable: false });
    expect(await first.terminal.join(asked)).toEqual({ kind: 'terminal', officeName: '江北案场' });
    const next = pc(first.folder);
    expect(await next.terminal.begin()).toBe(true);
    expect(next.served[0]?.pairing).toMatchObject({ token: 'token 1', address: '192.168.1.20', terminalName: '前台' });
    expect(await next.terminal.state()).toEqual({
      kind: 'joined',
      officeName: '江北案场',
      ...{ address: '192.168.1.20', port: 8443, terminalName: '前台', followed: null },
    });
  });

  it('follows the host that took the office over, and never again one that was left behind', async () => {
    const first = pc();
    await first.terminal.join(asked);
    const superseded = { code: 'HOST_SUPERSEDED' };
    const [oldPc, newPc, copy] = [
      { epoch: 1, host: 'old' },
      { epoch: 1_780_000_000, host: 'new' },
      { epoch: 1_780_000_000, host: 'another copy' },
    ];
    const { follows } = first.served[0] ?? {};
    expect([undefined, oldPc, newPc, newPc].map((met) => follows?.(met))).toEqual([null, null, null, null]);
    expect([oldPc, copy, undefined].map((met) => follows?.(met))).toEqual([superseded, superseded, superseded]);
    // Another address, and another day.
    await first.terminal.moveTo({ address: 'OLD-PC', port: 8443 });
    expect(first.served[1]?.follows(oldPc)).toEqual(superseded);
    const next = pc(first.folder);
    await next.terminal.begin();
    expect(next.served[0]?.follows(oldPc)).toEqual(superseded);
    expect(next.served[0]?.follows(newPc)).toBeNull();
    // Whoever types the code of a host means that very one.
    await next.terminal.join({ ...asked, address: 'OLD-PC' });
    expect(next.served[1]?.follows(oldPc)).toBeNull();
  });

  it('does not pair while an office of its own is open, nor while all is well with its host', async () => {
    const { terminal, at, line, enrolled } = pc();
    at.gate = { kind: 'locked', ways: [] } as never;
    await expect(terminal.join(asked)).rejects.toMatchObject({ code: 'OFFICE_EXISTS' });
    at.gate = { kind: 'absent', keychain: true, missing: null };
    await terminal.join(asked);
    line.tell({ kind: 'open', since: 2 });
    await expect(terminal.join(asked)).rejects.toMatchObject({ code: 'TERMINAL_IN_USE' });
    expect(enrolled).toHaveLength(1);
  });

  it('pairs anew with the office where that has moved: the same terminal, which still asks after its acts', async () => {
    const { terminal, at, served, enrolled } = pc();
    await terminal.join(asked);
    const page = served[0]?.outbox.page(() => 7);
    await page?.begin({ requestId: 'request 1', path: 'units.lock', at: 1_000 });
    page?.gone();
    await terminal.join({ ...asked, address: 'NEW-HOST' });
    expect(enrolled[1]).toMatchObject({ token: 'token 1' });
    expect(terminal.leftOver(7)).toEqual([{ requestId: 'request 1', path: 'units.lock', at: 1_000 }]);
    expect(terminal.leftOver(8)).toEqual([]);
    at.officeId = yubei;
    await terminal.join(asked);
    expect(terminal.leftOver(7)).toEqual([]);
    expect(served[2]?.pairing.outboxKey).not.toBe(served[1]?.pairing.outboxKey);
  });

  it('looks for its host at another address without a code, unless it is in touch with it', async () => {
    const { terminal, line, served, enrolled, folder } = pc();
    await terminal.join(asked);
    await terminal.moveTo({ address: '192.168.1.99', port: 9000 });
    expect(served[1]?.pairing).toEqual({ ...served[0]?.pairing, address: '192.168.1.99', port: 9000 });
    expect(enrolled).toHaveLength(1);
    line.tell({ kind: 'open', since: 2 });
    await expect(terminal.moveTo(asked)).rejects.toMatchObject({ code: 'TERMINAL_IN_USE' });
    const next = pc(folder);
    await next.terminal.begin();
    expect(await next.terminal.state()).toMatchObject({ address: '192.168.1.99', port: 9000 });
  });

  it('knows the host of its own office among those that make themselves known', async () => {
    const host = (officeId: string) => ({ officeId, officeName: '案场', host: 'PC', address: '10.0.0.7', port: 8443 });
    const { terminal } = pc(undefined, { find: async () => [host(''), host('0190ffff'), host(jiangbei.slice(0, 8))] });
    expect((await terminal.find()).map(({ own }) => own)).toEqual([false, false, false]);
    await terminal.join(asked);
    expect((await terminal.find()).map(({ own }) => own)).toEqual([true, false, false]);
  });

  it('follows its host to another address by itself once it has been away, and only one that proves to be it', async () => {
    const heard = (address: string, officeId = jiangbei.slice(0, 8)) => ({
      ...{ officeId, officeName: '江北案场', host: 'PC', address, port: 8443 },
    });
    const asked_: string[] = [];
    const { terminal, line, at, look, readdressed, folder, served } = pc(undefined, {
      find: async () => [
        heard('192.168.1.20'),
        heard('10.0.0.6', yubei.slice(0, 8).replace('0', '1')),
        heard('10.0.0.7'),
        heard('10.0.0.8'),
      ],
      proves: async (authority, { address }) => {
        asked_.push(`${authority} ${address}`);
        return address === '10.0.0.8';
      },
    });
    await terminal.join(asked);
    line.tell({ kind: 'lost', since: 1_000 });
    at.now = 9_000;
    await look();
    expect(readdressed).toEqual([]);
    at.now = 20_000;
    await look();
    // Its own old place and the host of another office are not even asked.
    expect(asked_).toEqual(['PEM 10.0.0.7', 'PEM 10.0.0.8']);
    expect(readdressed).toEqual([{ address: '10.0.0.8', port: 8443 }]);
    expect(await terminal.state()).toMatchObject({
      address: '10.0.0.8',
      followed: { from: '192.168.1.20:8443', at: 20_000 },
    });
    // The windows keep their lines and sessions; the next start looks there at once.
    expect(served).toHaveLength(1);
    const next = pc(folder);
    await next.terminal.begin();
    expect(await next.terminal.state()).toMatchObject({ address: '10.0.0.8', followed: null });
  });

  it('stays where it is while a window has its line, or its host has a reason to refuse it', async () => {
    const { terminal, line, at, look, readdressed } = pc(undefined, {
      find: async () => [{ officeId: jiangbei.slice(0, 8), officeName: '', host: '', address: '10.0.0.8', port: 8443 }],
      proves: async () => true,
    });
    await terminal.join(asked);
    at.now = 90_000;
    line.tell({ kind: 'open', since: 2 });
    await look();
    line.tell({ kind: 'refused', since: 3, refusal: { code: 'TERMINAL_REVOKED' } });
    await look();
    expect(readdressed).toEqual([]);
    line.tell({ kind: 'refused', since: 4, refusal: { code: 'HOST_IMPOSTOR' } });
    await look();
    expect(readdressed).toHaveLength(1);
    line.tell({ kind: 'refused', since: 5, refusal: { code: 'HOST_SUPERSEDED' } });
    await look();
    // It is where it was heard of last, and nobody else has been heard of.
    expect(readdressed).toHaveLength(1);
  });

  it('keeps its pairing when a new one is refused', async () => {
    const { terminal, folder } = pc();
    await terminal.join(asked);
    const refusing = pc(folder, { enrol: () => Promise.reject(new Error('refused')) });
    await refusing.terminal.begin();
    await expect(refusing.terminal.join(asked)).rejects.toThrow('refused');
    expect(await pc(folder).terminal.begin()).toBe(true);
  });

  it('leaves its office only for an administrator, or where nobody could be one', async () => {
    const { terminal, at, line, folder, dismissed } = pc();
    await terminal.join(asked);
    line.tell({ kind: 'open', since: 2 });
    await expect(terminal.leave(1)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    at.administrator = true;
    expect(await terminal.leave(1)).toMatchObject({ kind: 'absent' });
    expect(dismissed()).toBe(1);
    expect(existsSync(path.join(folder, 'terminal.json'))).toBe(false);
    await terminal.join(asked);
    line.tell({ kind: 'refused', since: 3, refusal: { code: 'TERMINAL_REVOKED' } });
    at.administrator = false;
    await terminal.leave(1);
    expect(terminal.isTerminal()).toBe(false);
  });
});

describe('How the line of a window stands', () => {
  it('is told at once and at each change; a window that was slow hears the last only', async () => {
    const line = testLine();
    const leaving = new AbortController();
    const report = linkReport(line satisfies LinkSource, leaving.signal);
    expect((await report.next()).value).toMatchObject({ kind: 'connecting' });
    line.tell({ kind: 'open', since: 2 });
    line.tell({ kind: 'lost', since: 3 });
    expect((await report.next()).value).toEqual({ kind: 'lost', since: 3 });
    const next = report.next();
    line.tell({ kind: 'open', since: 4 });
    expect((await next).value).toEqual({ kind: 'open', since: 4 });
    const last = report.next();
    leaving.abort();
    expect((await last).done).toBe(true);
  });
});
