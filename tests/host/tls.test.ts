import { connect } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enrol } from '#electron/lan/enrol.ts';
import { type LanHost, serveLan } from '#electron/transports/lan-host.ts';
import { type LinkTo, openLink } from '#electron/transports/lan-link.ts';
import { lanHeaders, lanPaths, protocolVersion } from '#shared/api/lan.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { testAuthority } from '#tests/support/authority.ts';
import { testClock } from '#tests/support/clock.ts';
import { manInTheMiddle } from '#tests/support/man-in-the-middle.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { askOver, knock, speakPlainly } from '#tests/support/outsider.ts';
import { canScanTls, scanTls } from '#tests/support/tls-scan.ts';

const program = '0.1.0';
let desk: TestOffice;
let manager: TestClient;
let host: LanHost;

beforeAll(async () => {
  // Certificates are compared with the computer's own clock.
  desk = await testOffice({ clock: testClock(Date.now()) });
  manager = desk.as('manager');
  host = await served(desk);
});
afterAll(async () => {
  await host.close();
  await desk.close();
});

async function served({ office }: TestOffice, strangersInAMinute = 1_000): Promise<LanHost> {
  return serveLan({
    router: office.router,
    door: office.terminals,
    certificate: await office.terminals.leafFor([]),
    port: 0,
    limits: { strangersInAMinute },
    log: () => undefined,
  });
}

/** Has a code shown, and gives it. */
async function shownCode(kind: 'one' | 'all' = 'one'): Promise<string> {
  await manager.terminals.openPairing({ kind });
  const { open } = await manager.terminals.pairing({});
  return open?.code ?? '';
}

const asked = (port: number, code: string, name = '签约室') => ({
  ...{ address: '127.0.0.1', port, code, name, program, token: null },
});

/** A new terminal, as its pass has it. */
async function paired(name: string): Promise<LinkTo> {
  const { authority, token } = await enrol(asked(host.port, await shownCode(), name));
  return { host: '127.0.0.1', port: host.port, authority, token, program };
}

const link = (to: LinkTo) => openLink(to, undefined, new AbortController().signal);

const headersOf = (token: string | undefined, protocol = String(protocolVersion)) => ({
  [lanHeaders.protocol]: protocol,
  [lanHeaders.program]: program,
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

/** With which code this side or the other refused. */
async function refusedCode(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof DomainError) return error.code;
  throw error ?? new Error('It was not refused');
}

/** A code that is not the one that is shown. */
const wrongFor = (code: string) => (code.startsWith('0') ? '1' : '0') + code.slice(1);

describe('What somebody on the network gets to see of a host', () => {
  it.skipIf(!canScanTls)(
    'is TLS 1.3 and nothing older, without a weak cipher, by the judgement of sslscan',
    async () => {
      const scan = await scanTls(host.port);
      expect(scan.protocols).toEqual(['tls 1.3']);
      expect(scan.ciphers.length).toBeGreaterThan(0);
      expect(scan.ciphers.filter(({ bits, strength }) => bits < 128 || !/strong|acceptable/.test(strength))).toEqual(
        [],
      );
      expect(scan.groups.filter(({ bits }) => bits < 128)).toEqual([]);
      expect(scan.signature).toMatch(/sha(256|384|512)/i);
      expect([scan.compression, scan.renegotiation, scan.heartbleed]).toEqual([false, false, false]);
    },
  );

  it('is a door that stays shut to whoever offers TLS 1.2', async () => {
    const code = await new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: host.port, maxVersion: 'TLSv1.2', rejectUnauthorized: false });
      socket.on('secureConnect', () => resolve('let in'));
      socket.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    });
    expect(code).toMatch(/PROTOCOL_VERSION/);
  });

  it('is nothing at all without TLS', async () => {
    const heard = await speakPlainly(host.port, `GET ${lanPaths.health} HTTP/1.1\r\nhost: office\r\n\r\n`);
    expect(heard).not.toMatch(/HTTP|ok/);
  });

  it('is that it is there: no version, no name, no program', async () => {
    const { status, text, headers } = await askOver({ port: host.port, path: lanPaths.health });
    expect([status, text]).toEqual([200, '{"ok":true}']);
    const told = Object.keys(headers).filter((name) => !/^(date|connection|keep-alive|transfer-encoding)$/.test(name));
    expect(told.toSorted()).toEqual(['cache-control', 'content-type']);
  });

  it.each(['/', '/office', '/healthz/', '/rpc', '/index.html', '/../office.db', '/%2e%2e/office.db', '/enrol'])(
    'is no page at %s',
    async (path) => {
      const { status, text } = await askOver({ port: host.port, path });
      expect([status, JSON.parse(text)]).toEqual([404, { code: 'NOT_FOUND', params: {} }]);
      const upgraded = path === lanPaths.office ? '/office/' : path;
      expect((await knock(host.port, upgraded, headersOf('x'))).status).toBe(404);
    },
  );

  it('ends where a body is larger than pairing needs, told or not', async () => {
    const body = JSON.stringify({ nonce: 'A'.repeat(5_000) });
    const asking = { port: host.port, method: 'POST', path: lanPaths.enrolBegin };
    expect((await askOver({ ...asking, body })).status).toBe(413);
    const endless = Buffer.alloc(300_000, 32);
    const answer = await askOver({ ...asking, body: endless }).catch(() => ({ status: 413 }));
    expect(answer.status).toBe(413);
    expect((await askOver({ port: host.port, path: lanPaths.health })).status).toBe(200);
  });

  it.each(['', '{', '[]', '{"nonce":7}', '{"nonce":"AAAA","more":1}'])('is no answer to a body of %j', async (body) => {
    const { status, text } = await askOver({ port: host.port, method: 'POST', path: lanPaths.enrolBegin, body });
    expect([status, JSON.parse(text)]).toEqual([400, { code: 'INVALID_INPUT', params: {} }]);
  });
});

describe('A window that asks to be let in', () => {
  it('is refused without a token of its own, with one that nobody gave, and with one that was revoked', async () => {
    const { token } = await paired('旧笔记本');
    const letIn = async (given: string | undefined) => {
      const { status, text } = await knock(host.port, lanPaths.office, headersOf(given));
      return [status, text === '' ? '' : (JSON.parse(text) as { code: string }).code];
    };
    expect(await letIn(token)).toEqual([101, '']);
    expect(await letIn(undefined)).toEqual([401, 'TERMINAL_UNKNOWN']);
    expect(await letIn('A'.repeat(43))).toEqual([401, 'TERMINAL_UNKNOWN']);
    expect(await letIn(`${token}A`)).toEqual([401, 'TERMINAL_UNKNOWN']);
    const old = (await manager.terminals.list({})).find(({ name }) => name === '旧笔记本');
    await manager.terminals.revoke({ terminalId: old?.id ?? 0, version: old?.version ?? 0 });
    expect(await letIn(token)).toEqual([401, 'TERMINAL_REVOKED']);
  });

  it('is cut off at once when its terminal is revoked, and told why when it comes again', async () => {
    const pass = await paired('接待台');
    const { link: open } = await link(pass);
    const one = (await manager.terminals.list({})).find(({ name }) => name === '接待台');
    expect(one?.windows).toBe(1);
    await manager.terminals.revoke({ terminalId: one?.id ?? 0, version: one?.version ?? 0 });
    await open?.broken;
    expect(open?.alive()).toBe(false);
    expect((await link(pass)).refusal).toEqual(expect.objectContaining({ code: 'TERMINAL_REVOKED' }));
  });

  it('is told which side to update when it speaks another version', async () => {
    const { token } = await paired('经理室');
    const older = await knock(host.port, lanPaths.office, headersOf(token, String(protocolVersion - 1)));
    const newer = await knock(host.port, lanPaths.office, headersOf(token, String(protocolVersion + 1)));
    expect([older.status, (JSON.parse(older.text) as { code: string }).code]).toEqual([426, 'PROTOCOL_TERMINAL_OLDER']);
    expect([newer.status, (JSON.parse(newer.text) as { code: string }).code]).toEqual([426, 'PROTOCOL_HOST_OLDER']);
  });

  it('is seen under its address as people write it', async () => {
    const { link: open } = await link(await paired('内勤'));
    const seen = (await manager.terminals.list({})).find(({ name }) => name === '内勤')?.seen;
    expect(seen).toEqual(expect.objectContaining({ address: '127.0.0.1', program }));
    open?.close();
  });
});

// The one system whose loopback has more than one address without being asked.
describe.skipIf(process.platform !== 'linux')('Somebody who tries tokens without end', () => {
  it('is sent away for a while, and keeps no terminal out, at the same address or another', async () => {
    const { token } = await paired('二楼');
    const strict = await served(desk, 5);
    const tryFrom = async (from: string, given: string) =>
      (await knock(strict.port, lanPaths.office, headersOf(given), from)).status;
    const tries: number[] = [];
    for (let n = 0; n < 8; n += 1) tries.push(await tryFrom('127.0.0.2', `guess-${n}`));
    expect(tries).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(await tryFrom('127.0.0.2', token)).toBe(101);
    expect(await tryFrom('127.0.0.3', token)).toBe(101);
    await strict.close();
  });
});

describe('A terminal that meets somebody else at the address of its host', () => {
  it('says nothing to a host of another authority, its token least of all', async () => {
    const pass = await paired('样板间');
    const heard: unknown[] = [];
    const { cert, key } = await testAuthority('Somebody else');
    const impostor = await serveLan({
      router: desk.office.router,
      door: {
        ...desk.office.terminals,
        admit: (asking) => {
          heard.push(asking);
          return desk.office.terminals.admit(asking);
        },
      },
      certificate: { cert, key },
      port: 0,
      address: '127.0.0.1',
      log: () => undefined,
    });
    expect(await link({ ...pass, port: impostor.port })).toEqual({ refusal: { code: 'HOST_IMPOSTOR' } });
    expect(heard).toEqual([]);
    await impostor.close();
  });

  it('is not fooled by a certificate that only bears the names of the right one', async () => {
    const pass = await paired('财务');
    const other = await testOffice({ clock: testClock(Date.now()) });
    const impostor = await served(other);
    expect(await link({ ...pass, port: impostor.port })).toEqual({ refusal: { code: 'HOST_IMPOSTOR' } });
    await impostor.close();
    await other.close();
  });
});

describe('Somebody who wants to be paired', () => {
  let before: number;
  beforeEach(async () => {
    before = (await manager.terminals.list({})).length;
  });
  const added = async () => (await manager.terminals.list({})).length - before;

  it('is let in by the code that the host shows, once', async () => {
    const code = await shownCode();
    await enrol(asked(host.port, code, '前台'));
    expect(await refusedCode(enrol(asked(host.port, code, '后台')))).toBe('PAIRING_CLOSED');
    expect(await added()).toBe(1);
  });

  it('is refused with a wrong code, and after five of them with the right one too', async () => {
    const code = await shownCode();
    const wrong = () => refusedCode(enrol(asked(host.port, wrongFor(code))));
    for (const _left of [4, 3, 2, 1]) expect(await wrong()).toBe('PAIRING_CODE_WRONG');
    expect(await wrong()).toBe('PAIRING_CLOSED');
    expect(await refusedCode(enrol(asked(host.port, code)))).toBe('PAIRING_CLOSED');
    expect((await manager.terminals.pairing({})).ended).toBe('wrongCodes');
    expect(await added()).toBe(0);
  });

  it('has no more tries by asking many times at once', async () => {
    const code = await shownCode();
    const tries = Array.from({ length: 12 }, () => refusedCode(enrol(asked(host.port, wrongFor(code)))));
    const refusals = await Promise.all(tries);
    expect(refusals.filter((one) => one === 'PAIRING_CODE_WRONG').length).toBeLessThanOrEqual(4);
    expect(await refusedCode(enrol(asked(host.port, code)))).toBe('PAIRING_CLOSED');
    expect(await added()).toBe(0);
  });

  it('is refused when nobody has a code shown', async () => {
    await shownCode();
    await manager.terminals.closePairing({});
    expect(await refusedCode(enrol(asked(host.port, '0000-0000')))).toBe('PAIRING_CLOSED');
  });

  it('is not paired through somebody in between who passes the host’s authority on', async () => {
    const between = await manInTheMiddle(host.port, await testAuthority(), { ownAuthority: false });
    expect(await refusedCode(enrol(asked(between.port, await shownCode())))).toBe('HOST_IMPOSTOR');
    // The proof is said only to whom that authority has signed.
    expect(between.heard).toEqual([lanPaths.enrolBegin]);
    expect(await added()).toBe(0);
    await between.close();
  });

  it('is not paired through somebody in between who presents an authority of their own', async () => {
    const between = await manInTheMiddle(host.port, await testAuthority(), { ownAuthority: true });
    expect(await refusedCode(enrol(asked(between.port, await shownCode())))).toBe('PAIRING_CODE_WRONG');
    expect(between.heard).toEqual([lanPaths.enrolBegin, lanPaths.enrolFinish]);
    expect(await added()).toBe(0);
    await between.close();
  });
});
