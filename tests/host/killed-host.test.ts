import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import type { LinkTo } from '#electron/transports/lan-link.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { hostInProcess } from '#tests/support/host-process.ts';
import { noOutbox } from '#tests/support/lan.ts';
import { requestId, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';

const TERMINALS = 20;
/** Terminals are to carry on this soon after their host is up again (trust.md F10). */
const RESUME_MS = 10_000;
const PASSWORD = 'correct horse 7';

type Board = Awaited<ReturnType<OfficeClient['units']['board']>>;

/** What everybody sees of a board, whoever they are. */
const seenOn = ({ units }: Board) => new Map(units.map(({ id, state }) => [id, state]));

const codeOf = (error: unknown): unknown => Reflect.get(Object(Reflect.get(Object(error), 'data')), 'code');

/** A window of a terminal with its board, kept true by nothing but its feed, as a screen does it. */
function windowAt(to: LinkTo) {
  const carrier: Carrier = lanCarrier({ to, outbox: noOutbox, now: Date.now, log: () => undefined });
  const client = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
  let view = new Map<number, string>();
  let seq: number | null = null;
  let closed = false;
  let outcomes: string[] = [];

  async function look(): Promise<void> {
    view = seenOn(await client.units.board({}));
  }

  async function follow(): Promise<void> {
    while (!closed) {
      try {
        for await (const change of await client.session.changes({ since: seq })) {
          seq = Math.max(seq ?? 0, change.seq);
          if (change.touched.some((one) => one === '*' || one.startsWith('unit'))) await look();
        }
      } catch {
        // The line is gone; the feed goes on where it was when there is another.
      }
      await wait(50);
    }
  }

  return {
    carrier,
    view: () => view,
    outcomes: () => outcomes,
    enter: async (loginName: string) => {
      expect(await client.session.login({ requestId: requestId(), data: { loginName, password: PASSWORD } })).toEqual({
        result: 'open',
      });
      await look();
      void follow();
    },
    /** Locks a home and lets it go again until told to stop; what became of each act. */
    work: async (unitId: number, until: AbortSignal) => {
      for (let turn = 0; !until.aborted; turn += 1) {
        const wish = { requestId: requestId(), data: { unitId } };
        const act = turn % 2 === 0 ? client.units.lock(wish) : client.units.unlock(wish);
        const outcome = await act.then(
          () => 'done',
          (error: unknown) => String(codeOf(error)),
        );
        outcomes = [...outcomes, outcome];
        // Nothing was sent: the same act is wished again.
        if (outcome === 'HOST_UNREACHABLE') turn -= 1;
        await wait(20);
      }
    },
    state: async () => (await client.session.current({})).state,
    close: () => {
      closed = true;
      carrier.close();
    },
  };
}

it(`${TERMINALS} terminals at work carry on when their host is killed, and each shows what the host has`, {
  timeout: 120_000,
}, async () => {
  const desk = await testOffice();
  const homes = await buildHomes(desk, { floors: 10, rooms: 4 });
  const manager = desk.as('manager');
  for (let n = 1; n <= TERMINALS; n += 1)
    await hire(desk, manager, { name: `顾问 ${n}`, loginName: `c${n}`, post: 'consultant', password: PASSWORD });
  let host = await hostInProcess(desk, manager.me, { callsInTenSeconds: 100_000 });
  const windows: ReturnType<typeof windowAt>[] = [];
  for (let n = 1; n <= TERMINALS; n += 1) windows.push(windowAt(await host.pair(`终端 ${n}`)));
  for (const [index, window] of windows.entries()) await window.enter(`c${index + 1}`);

  const stop = new AbortController();
  const work = windows.map((window, index) => window.work(homes[index] ?? 0, stop.signal));
  await wait(500);
  await host.kill();
  await wait(300);
  host = await host.again();
  const up = performance.now();
  await expect
    .poll(() => windows.filter(({ carrier }) => carrier.state().kind === 'open').length, { timeout: RESUME_MS })
    .toBe(TERMINALS);
  const resumed = performance.now() - up;
  await wait(500);
  stop.abort();
  await Promise.all(work);

  // Nobody had to log in again, and no act was refused or left in doubt.
  for (const window of windows) {
    expect(await window.state()).toBe('open');
    expect(window.outcomes().filter((outcome) => outcome !== 'done' && outcome !== 'HOST_UNREACHABLE')).toEqual([]);
    expect(window.outcomes().filter((outcome) => outcome === 'done').length).toBeGreaterThan(2);
  }
  const truth = seenOn(await host.manager<Board>('units.board'));
  for (const window of windows) await expect.poll(() => window.view(), { timeout: RESUME_MS }).toEqual(truth);
  // Who holds a home is who was told so last.
  for (const [index, window] of windows.entries()) {
    const done = window.outcomes().filter((outcome) => outcome === 'done').length;
    expect(truth.get(homes[index] ?? 0)).toBe(done % 2 === 1 ? 'locked' : 'available');
  }
  console.info(`${TERMINALS} terminals were linked again ${Math.round(resumed)} ms after their host was up.`);
  for (const window of windows) window.close();
  await host.close();
});
