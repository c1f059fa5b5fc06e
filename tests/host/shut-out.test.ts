import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import { type LanHost, serveLan } from '#electron/transports/lan-host.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { testClock } from '#tests/support/clock.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { noOutbox } from '#tests/support/lan.ts';
import { largeProject } from '#tests/support/large-lists.ts';
import { requestId, type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';
import { codeShown, pair } from '#tests/support/terminals.ts';

const PASSWORD = 'a long sentence';
const PIN = '258036';
/** The promise (T4, G13). */
const WITHIN_MS = 1_000;
const DEALS = 120;
const ON_A_FLOOR = 10;

describe('Somebody whose account is disabled', () => {
  let desk: TestOffice;
  let administrator: TestClient;
  let host: LanHost;
  let token: string;
  let he: number;
  const carriers: Carrier[] = [];
  beforeEach(async () => {
    // Certificates are compared with the computer's own clock.
    desk = await testOffice({ clock: testClock(Date.now()) });
    administrator = desk.as('administrator');
    // A post of such rights is confirmed by a second person, so there has to be one.
    desk.as('director');
    const person = { name: '何静', loginName: 'he.jing', post: 'backOffice' as const, password: PASSWORD };
    he = await hire(desk, administrator, person);
    ({ token } = await pair(desk, { code: await codeShown(desk.as('manager')), name: '前台' }));
    const { router, terminals } = desk.office;
    const certificate = await terminals.leafFor([]);
    host = await serveLan({
      ...{ router, door: terminals, certificate, port: 0, address: '127.0.0.1', log: () => undefined },
    });
  });
  afterEach(async () => {
    for (const carrier of carriers.splice(0)) carrier.close();
    await host.close();
    await desk.close();
  });

  /** A window of the terminal, over TLS. */
  async function windowOf(): Promise<OfficeClient> {
    const { certificate: authority } = await desk.office.terminals.authority();
    const to = { host: '127.0.0.1', port: host.port, authority, token, program: '0.1.0' };
    const carrier = lanCarrier({ to, outbox: noOutbox, now: Date.now, log: () => undefined });
    carriers.push(carrier);
    const client = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
    const entered = await client.session.login({
      requestId: requestId(),
      data: { loginName: 'he.jing', password: PASSWORD },
    });
    expect(entered).toEqual({ result: 'open' });
    return client;
  }

  const disable = async () => {
    const account = (await administrator.accounts.list({})).find(({ id }) => id === he);
    const began = performance.now();
    await administrator.accounts.disable({ accountId: he, version: account?.version ?? 0 });
    return began;
  };

  it('is out of every window and terminal within a second, with what was still listening and the PINs', async () => {
    const [one, other] = [await windowOf(), await windowOf()];
    const own = desk.stranger();
    await own.session.login({ loginName: 'he.jing', password: PASSWORD });
    await own.session.setPin({ password: PASSWORD, pin: PIN });
    const leaving = desk.stranger();
    await leaving.session.login({ loginName: 'he.jing', password: PASSWORD });
    await leaving.session.stepAside({});
    const feeds = await Promise.all(
      [one, other].map(async (window) => (await window.session.changes({}))[Symbol.asyncIterator]()),
    );
    const ends = feeds.map((feed) => refusalOf(feed.next()));
    const began = await disable();
    // Their sockets are closed under them.
    for (const { code } of await Promise.all(ends)) expect(['UNAUTHENTICATED', 'HOST_UNREACHABLE']).toContain(code);
    for (const window of [one, other]) {
      await expectRefusal(window.customers.list({} as never), 'UNAUTHENTICATED');
      expect(await window.session.current({})).toMatchObject({ state: 'login' });
    }
    await expectRefusal(own.tasks.today({}), 'UNAUTHENTICATED');
    const took = performance.now() - began;
    expect(took).toBeLessThan(WITHIN_MS);
    expect(await leaving.session.current({})).toMatchObject({ state: 'login', known: [] });
    expect(await leaving.session.enterByPin({ accountId: he, pin: PIN })).toEqual({ result: 'password' });
    // Back again, only the password opens: what the PCs knew is gone.
    const account = (await administrator.accounts.list({})).find(({ id }) => id === he);
    await administrator.accounts.enable({ accountId: he, version: account?.version ?? 0 });
    expect(await leaving.session.enterByPin({ accountId: he, pin: PIN })).toEqual({ result: 'password' });
    expect(await leaving.session.login({ loginName: 'he.jing', password: PASSWORD })).toEqual({ result: 'open' });
  });

  it('has their import stopped that holds everybody up, and nothing of it is written', {
    timeout: 120_000,
  }, async () => {
    await buildHomes(desk, { floors: DEALS / ON_A_FLOOR, rooms: ON_A_FLOOR });
    desk.as('consultant', '陈晓');
    const window = await windowOf();
    const asked = { files: [await largeProject(DEALS, ON_A_FLOOR)], choices: [] };
    const { totals } = await window.imports.previewProject(asked);
    const underWay = new Promise<void>((resolve) => {
      const stop = desk.office.live.onChange(() => {
        if (desk.office.live.longAct()?.step !== 'deals') return;
        stop();
        resolve();
      });
    });
    const written = refusalOf(window.imports.commitProject({ requestId: requestId(), data: { ...asked, totals } }));
    // Whoever waits for it hears first when it is refused.
    await Promise.race([underWay, written]);
    const began = await disable();
    await expectRefusal(window.customers.list({} as never), 'UNAUTHENTICATED');
    expect(performance.now() - began).toBeLessThan(WITHIN_MS);
    expect(['ACT_STOPPED', 'UNAUTHENTICATED']).toContain((await written).code);
    expect(desk.office.live.longAct()).toBeNull();
    expect(await desk.as('backOffice').imports.list({})).toEqual([]);
  });

  it('gets no pages of a print any more and confirms none; its copies count as outside until they are taken back', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    const window = await windowOf();
    const asked = { kind: 'subscriptionBook' as const, subjectId: subscriptionId };
    const { documentId } = await window.documents.issue({ requestId: requestId(), data: asked });
    await desk.office.press.idle();
    const order = { documentId, printer: 'Keeper', copies: 2, reason: '' };
    const { printId } = await window.documents.print({ requestId: requestId(), data: order });
    await disable();
    await expectRefusal(window.documents.printJob({ printId }), 'UNAUTHENTICATED');
    const result = { ok: false as const, failure: 'spooler' };
    await expectRefusal(
      window.documents.printed({ requestId: requestId(), data: { printId, result } }),
      'UNAUTHENTICATED',
    );
    const clerk = desk.as('backOffice');
    expect(await clerk.documents.takeBack({ documentId, copies: 2, reason: '打印人已离职，未见纸张' })).toEqual({
      outside: 0,
    });
  });
});
