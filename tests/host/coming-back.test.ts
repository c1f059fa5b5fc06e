import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHostOf, newPlaceOf } from '#electron/lan/own-host.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import { type LanHost, serveLan } from '#electron/transports/lan-host.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { lanHeaders, lanPaths, protocolVersion } from '#shared/api/lan.ts';
import { testAuthority } from '#tests/support/authority.ts';
import { testClock } from '#tests/support/clock.ts';
import { noOutbox } from '#tests/support/lan.ts';
import { requestId, type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { knock } from '#tests/support/outsider.ts';
import { hire } from '#tests/support/people.ts';
import { codeShown, pair } from '#tests/support/terminals.ts';

const PASSWORD = 'a long sentence';
const program = '0.1.0';

describe('The windows of a terminal, over the real wire', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let host: LanHost;
  let token: string;
  let terminalId: number;
  const carriers: Carrier[] = [];
  beforeEach(async () => {
    // Certificates are compared with the computer's own clock.
    desk = await testOffice({ clock: testClock(Date.now()) });
    manager = desk.as('manager', '郑凯');
    const person = { name: '赵敏', loginName: 'zhao.min', post: 'consultant' as const, password: PASSWORD };
    await hire(desk, desk.as('administrator'), person);
    ({ token, terminalId } = await pair(desk, { code: await codeShown(manager), name: '前台' }));
    host = await serve(0);
  });
  afterEach(async () => {
    for (const carrier of carriers.splice(0)) carrier.close();
    await host.close();
    await desk.close();
  });

  async function serve(port: number): Promise<LanHost> {
    const { terminals } = desk.office;
    return serveAs(await terminals.leafFor([]), port);
  }

  function serveAs({ cert, key }: { cert: string; key: string }, port = 0): Promise<LanHost> {
    const { router, terminals } = desk.office;
    const log = () => undefined;
    return serveLan({ router, door: terminals, certificate: { cert, key }, port, address: '127.0.0.1', log });
  }

  const placeOf = async () => {
    const { certificate: authority } = await desk.office.terminals.authority();
    return { host: '127.0.0.1', port: host.port, authority, token, program };
  };

  async function windowOf(place?: Awaited<ReturnType<typeof placeOf>>): Promise<OfficeClient> {
    const to = place ?? (await placeOf());
    const carrier = lanCarrier({ to, outbox: noOutbox, now: Date.now, log: () => undefined });
    carriers.push(carrier);
    return createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
  }

  const login = (window: OfficeClient) =>
    window.session.login({ requestId: requestId(), data: { loginName: 'zhao.min', password: PASSWORD } });
  const current = (window: OfficeClient) => window.session.current({}).catch(() => ({ state: 'unreachable' as const }));

  it('have their sessions again when the host was switched off and on, each its own', async () => {
    const [atWork, before] = [await windowOf(), await windowOf()];
    expect(await login(atWork)).toEqual({ result: 'open' });
    expect(await before.session.current({})).toMatchObject({ state: 'login' });
    const { port } = host;
    await host.close();
    desk = await desk.restart();
    host = await serve(port);
    await expect
      .poll(() => current(atWork), { timeout: 10_000 })
      .toMatchObject({ state: 'open', person: { name: '赵敏' } });
    await expect.poll(() => current(before), { timeout: 10_000 }).toMatchObject({ state: 'login' });
  });

  it('find their host at another address, with their sessions; nobody else is believed there', async () => {
    const place = await placeOf();
    const atWork = await windowOf(place);
    expect(await login(atWork)).toEqual({ result: 'open' });
    const before = host;
    await before.close();
    desk = await desk.restart();
    host = await serve(0);
    const impostor = await serveAs(await testAuthority());
    const { officeId } = await desk.office.terminals.authority();
    const heard = (port: number) => ({
      ...{ address: '127.0.0.1', port, officeName: '', host: '' },
      officeId: officeId.slice(0, 8),
    });
    const old = { officeId, authority: place.authority, address: '127.0.0.1', port: before.port };
    expect(await newPlaceOf(old, [heard(before.port), heard(impostor.port)], isHostOf)).toBeUndefined();
    const found = await newPlaceOf(old, [heard(impostor.port), heard(host.port)], isHostOf);
    expect(found).toEqual({ address: '127.0.0.1', port: host.port });
    place.port = found?.port ?? 0;
    carriers[0]?.hurry();
    await expect
      .poll(() => current(atWork), { timeout: 10_000 })
      .toMatchObject({ state: 'open', person: { name: '赵敏' } });
    await impostor.close();
  });

  it('hear who ended their session, though their wire was cut with it', async () => {
    const window = await windowOf();
    await login(window);
    const [session] = (await manager.terminals.sessions({})).filter((one) => one.terminalId === terminalId);
    await manager.terminals.endSession({ key: session?.key ?? '', accountId: session?.person.id ?? 0 });
    await expect.poll(() => current(window), { timeout: 10_000 }).toMatchObject({ state: 'login', endedBy: '郑凯' });
  });

  it('are counted right, and get their own token, when somebody came who spoke no WebSocket', async () => {
    const headers = {
      authorization: `Bearer ${token}`,
      [lanHeaders.protocol]: String(protocolVersion),
      [lanHeaders.program]: program,
    };
    const odd = await knock(host.port, lanPaths.office, { ...headers, 'sec-websocket-key': 'too short' });
    expect(odd.status).toBe(400);
    expect(desk.office.terminals.present()).toEqual([]);
    const { status, headers: given } = await knock(host.port, lanPaths.office, headers);
    expect(status).toBe(101);
    expect(given[lanHeaders.resume]).toMatch(/^[\w-]{43}$/);
  });
});
