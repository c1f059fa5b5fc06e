import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrol } from '#electron/lan/enrol.ts';
import { lanCarrier } from '#electron/transports/lan-carrier.ts';
import { freePort } from '#tests/support/free-port.ts';
import { dataFolder, startHeadless } from '#tests/support/headless-host.ts';
import { noOutbox } from '#tests/support/lan.ts';

describe('A host without a window', () => {
  let data: string;
  let port: number;
  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'zhiye-headless-'));
    await dataFolder(data);
    port = await freePort();
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  const usual = () => ['--data', data, '--port', String(port), '--interface', '127.0.0.1'];

  it('shows a code, lets a terminal in by it, refuses a second host, and ends cleanly when it is told to', async () => {
    const host = startHeadless([...usual(), '--pair']);
    const listening = await host.next();
    expect(listening, host.said()).toMatchObject({ listening: true, pid: host.child.pid, port, addresses: [] });
    const code = String(listening?.['code']);
    expect(host.said()).toContain(`Pairing code: ${code}`);

    const where = { address: '127.0.0.1', port };
    const enrolled = await enrol({ ...where, code, name: '前台', program: 'test', token: null });
    expect(enrolled.officeName).toBe('测试案场');
    const { authority, token } = enrolled;
    const carrier = lanCarrier({
      to: { host: '127.0.0.1', port, authority, token, program: 'test' },
      outbox: noOutbox,
      now: Date.now,
      log: () => undefined,
    });
    expect(await carrier.ask('session.current', {})).toMatchObject({ officeName: '测试案场' });
    carrier.close();

    const second = startHeadless(usual());
    expect(await second.next()).toMatchObject({ refused: 'OFFICE_IN_USE', params: { pid: host.child.pid } });
    expect(await second.ended).toBe(3);
    expect(second.said()).toContain(String(host.child.pid));

    host.child.kill('SIGTERM');
    expect(await host.next()).toEqual({ closed: true });
    expect(await host.ended).toBe(0);
    const log = readFileSync(path.join(data, 'logs/host.log'), 'utf8');
    expect(log).toContain('host ends: SIGTERM');
    // Nothing holds the folder: the next one begins.
    const next = startHeadless(usual());
    expect(await next.next()).toMatchObject({ listening: true, code: null });
    next.child.kill('SIGINT');
    expect(await next.ended).toBe(0);
  }, 120_000);

  it('makes the backups of its office in the folder it was given, and says why it can not', async () => {
    const stick = mkdtempSync(path.join(tmpdir(), 'zhiye-stick-'));
    const host = startHeadless([...usual(), '--backup', stick]);
    expect(await host.next(), host.said()).toMatchObject({ listening: true });
    const made = () => readdirSync(stick, { recursive: true }).map(String);
    // Nothing but the copy: what says whose folder it is lies there before it.
    await expect.poll(made, { timeout: 60_000 }).toContainEqual(expect.stringMatching(/\d\.db$/));
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(made()).toContainEqual(expect.stringMatching(/\d\.db$/));
    for (const [place, refused] of [
      [path.join(stick, 'pulled out'), 'BACKUP_PLACE_MISSING'],
      [path.join(data, 'office', 'backups'), 'BACKUP_PLACE_INSIDE'],
    ] as const) {
      const lost = startHeadless([...usual(), '--backup', place]);
      expect(await lost.next()).toMatchObject({ refused });
      expect(await lost.ended).toBe(6);
    }
    rmSync(stick, { recursive: true, force: true });
  }, 180_000);

  it('says in a sentence and by its exit code why it does not begin', async () => {
    const wrong = startHeadless(usual(), { ZHIYE_PASSPHRASE: 'something else entirely' });
    expect(await wrong.next()).toMatchObject({ refused: 'OFFICE_KEY_WRONG' });
    expect(await wrong.ended).toBe(4);
    const none = startHeadless(usual(), { ZHIYE_PASSPHRASE: '' });
    expect(await none.next()).toMatchObject({ refused: 'OFFICE_KEY_WRONG' });
    expect(await none.ended).toBe(4);
    const empty = path.join(data, 'nothing here');
    mkdirSync(empty);
    const nowhere = startHeadless(['--data', empty]);
    expect(await nowhere.next()).toMatchObject({ refused: 'OFFICE_NOT_FOUND' });
    expect(await nowhere.ended).toBe(4);
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    const late = startHeadless(usual());
    expect(await late.next()).toMatchObject({ refused: 'HOST_PORT_TAKEN', params: { port } });
    expect(await late.ended).toBe(5);
    taken.close();
    const network = startHeadless(['--data', data, '--port', String(port), '--interface', '192.0.2.1']);
    expect(await network.next()).toMatchObject({ refused: 'HOST_NETWORK_MISSING' });
    expect(await network.ended).toBe(5);
    for (const args of [[], ['--data', data, '--port', 'many'], ['--data', data, '--pear']]) {
      const usage = startHeadless(args);
      expect(await usage.ended).toBe(2);
      expect(usage.said()).toMatch(/--data|--port/);
    }
  }, 180_000);
});
