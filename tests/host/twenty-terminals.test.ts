import { createORPCClient } from '@orpc/client';
import { expect, it } from 'vitest';
import { type Link, type LinkTo, openLink } from '#electron/transports/lan-link.ts';
import type { OfficeClient } from '#shared/api/index.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { type HostMeasure, type HostProcess, hostInProcess } from '#tests/support/host-process.ts';
import { requestId, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';
import { proofSize } from '#tests/support/proof-size.ts';

const TERMINALS = 20;
/** They take turns at the terminals; one of them may be logged in at several. */
const PEOPLE = 5;
/** Minutes of work, done one after the other without the pauses between them; the first ones fill every cache. */
const MINUTES = proofSize(6, 60);
const WARM_UP = proofSize(3, 15);
/** What may be there more at the end: the log of one's own calls, and what the sweeper has not come to yet. */
const HEAP_MB = 4;
const password = 'correct horse 7';

/** Somebody who works at a terminal: one window, its live feed, and the person's own acts. */
function deskAt(pass: LinkTo, number: number) {
  let link: Link | undefined;
  let resume: string | undefined;
  let client: OfficeClient;
  let feed: Promise<void> | undefined;
  let heard = 0;
  let registered = 0;

  /** Opens the window, with its session where it had one. */
  async function come(): Promise<void> {
    const opened = await openLink(pass, resume, new AbortController().signal);
    if (opened.link === undefined) throw new Error(`Not let in: ${opened.refusal?.code ?? 'no host'}`);
    link = opened.link;
    resume = link.resume ?? resume;
    client = createORPCClient(link.carrier) as unknown as OfficeClient;
  }

  function listen(): void {
    const { changes } = client.session;
    feed = (async () => {
      try {
        for await (const { touched } of await changes({})) heard += touched.length;
      } catch {
        // The line was cut, as it is now and then.
      }
    })();
  }

  async function logIn(): Promise<void> {
    const data = { loginName: loginNameOf(((number - 1) % PEOPLE) + 1), password };
    expect(await client.session.login({ requestId: requestId(), data })).toEqual({ result: 'open' });
    listen();
  }

  async function leave(): Promise<void> {
    link?.close();
    await link?.broken;
    await feed;
  }

  return {
    heard: () => heard,
    registered: () => registered,
    come,
    logIn,
    leave,
    /** The line is cut and found again; the session is still there. */
    blink: async () => {
      await leave();
      await come();
      expect((await client.session.current({})).state).toBe('open');
      listen();
    },
    /** Somebody gets up and sits down again. */
    changePlaces: async () => {
      await client.session.logout({ requestId: requestId(), data: {} });
      await feed;
      await logIn();
    },
    /** What a minute at reception looks like from the office. */
    minute: async (minute: number) => {
      await client.session.touch({});
      await Promise.all([client.session.current({}), client.tasks.today({}), client.units.board({})]);
      await client.visits.register({
        requestId: requestId(),
        data: {
          ...{ kind: 'visit', customerId: null, name: '来访客', channel: 'passingBy', rating: 'C', partySize: 1 },
          ...{ phone: `100${String(number * 1000 + minute).padStart(8, '0')}`, intent: '', notes: '' },
          ...{ nextFollowUpOn: null, receivedBy: null },
        },
      });
      registered += 1;
      await client.customers.list({ scope: 'mine', text: '', rating: null, state: null });
      const language = minute % 2 === 1 ? 'en' : 'zh-CN';
      await client.session.setLanguage({ requestId: requestId(), data: { language } });
    },
  };
}

function loginNameOf(number: number): string {
  return `consultant${number}`;
}

async function pairAll(host: HostProcess): Promise<ReturnType<typeof deskAt>[]> {
  const desks: ReturnType<typeof deskAt>[] = [];
  for (let n = 1; n <= TERMINALS; n += 1) desks.push(deskAt(await host.pair(`终端 ${n}`), n));
  return desks;
}

it(`${MINUTES} minutes of work at ${TERMINALS} terminals leave the host as light as it was`, {
  timeout: proofSize(180_000, 3_600_000),
}, async () => {
  const desk = await testOffice();
  const manager = desk.as('manager');
  for (let n = 1; n <= PEOPLE; n += 1)
    await hire(desk, manager, {
      ...{ name: `顾问 ${n}`, loginName: loginNameOf(n), post: 'consultant', password },
    });
  const host = await hostInProcess(desk, manager.me);
  const desks = await pairAll(host);
  await Promise.all(
    desks.map(async (one) => {
      await one.come();
      await one.logIn();
    }),
  );
  const random = createRandom(20_261_126);
  const measures: HostMeasure[] = [];
  for (let minute = 1; minute <= MINUTES; minute += 1) {
    await Promise.all(desks.map((one) => one.minute(minute)));
    // Every minute one line is cut and one terminal changes hands.
    await desks[random.int(0, TERMINALS - 1)]?.blink();
    await desks[random.int(0, TERMINALS - 1)]?.changePlaces();
    if (minute === WARM_UP || minute === MINUTES) measures.push(await host.measure());
  }
  const [warm, end] = measures;
  if (warm === undefined || end === undefined) throw new Error('Nothing was measured');
  const told = JSON.stringify({ warm, end });
  expect(end.sockets, told).toBe(TERMINALS);
  expect(end.resources, told).toBeLessThanOrEqual(warm.resources);
  expect(end.files, told).toBeLessThanOrEqual(warm.files);
  expect(end.heapUsed - warm.heapUsed, told).toBeLessThan(HEAP_MB * 1024 * 1024);
  expect(end.faults).toEqual([]);
  // The work was done, and everybody heard of it.
  expect(desks.map(({ registered }) => registered())).toEqual(desks.map(() => MINUTES));
  expect(Math.min(...desks.map(({ heard }) => heard()))).toBeGreaterThan(MINUTES * TERMINALS);

  await Promise.all(desks.map((one) => one.leave()));
  await expect.poll(async () => (await host.measure()).sockets).toBe(0);
  expect((await host.measure()).files).toBeLessThanOrEqual(end.files - TERMINALS);
  await host.close();
  await desk.close();
});
