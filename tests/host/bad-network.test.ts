import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { hostInProcess } from '#tests/support/host-process.ts';
import { noOutbox } from '#tests/support/lan.ts';
import { requestId, testOffice } from '#tests/support/office.ts';
import { canMakeNetworks, ownNetwork } from '#tests/support/own-network.ts';
import { hire } from '#tests/support/people.ts';
import { proofSize } from '#tests/support/proof-size.ts';

// A host in a network of its own in this computer, whose wire is pulled and made slow (trust.md F9). Where the machine does
// not let a test make networks, these are told as not run.
const test = it.runIf(canMakeNetworks);

const PASSWORD = 'correct horse 7';
/** How long the wire is out, ms: shorter and longer than a line is silent before it is given up. */
const OUTAGES = [1_000, 14_000, 3_000, 6_000, 11_000, 20_000, 40_000, 60_000].slice(0, proofSize(2, 8));
/** A terminal goes on this soon after its wire is back, also after the longest pause between two tries. */
const RESUME_MS = 15_000;

async function office() {
  const network = ownNetwork();
  const desk = await testOffice();
  await buildHomes(desk, { floors: 20, rooms: 6 });
  const manager = desk.as('manager');
  const person = { name: '赵敏', loginName: 'zhao.min', post: 'consultant' as const, password: PASSWORD };
  await hire(desk, manager, person);
  const host = await hostInProcess(desk, manager.me, { network });
  const to = await host.pair('前台');
  const carrier: Carrier = lanCarrier({ to, outbox: noOutbox, now: Date.now, log: () => undefined });
  const client = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
  const login = { requestId: requestId(), data: { loginName: 'zhao.min', password: PASSWORD } };
  expect(await client.session.login(login)).toEqual({ result: 'open' });
  const chosen = async () => {
    const events = await host.manager<{ procedure: string }[]>('events.list', {
      day: null,
      actorId: null,
      before: null,
    });
    return events.filter(({ procedure }) => procedure === 'session.setLanguage').length;
  };
  const act = () => client.session.setLanguage({ requestId: requestId(), data: { language: 'en' } });
  const close = async () => {
    carrier.close();
    await host.close();
  };
  return { network, carrier, client, act, chosen, close };
}

test('an act that is under way when the wire is pulled is done once, however long the wire is out', {
  timeout: 60_000 + OUTAGES.reduce((sum, ms) => sum + 4 * ms, 0),
}, async () => {
  const { network, carrier, client, act, chosen, close } = await office();
  let done = 0;
  const resumed: number[] = [];
  for (const outage of OUTAGES) {
    const under = act();
    network.pull();
    // Sent into a wire that is out: nobody knows yet, and it is not said to have failed.
    const alsoUnder = act();
    let settled = false;
    void alsoUnder.then(() => {
      settled = true;
    });
    await wait(outage);
    expect(settled).toBe(false);
    network.plug();
    const plugged = performance.now();
    await Promise.all([under, alsoUnder]);
    resumed.push(Math.round(performance.now() - plugged));
    done += 2;
    await expect.poll(() => carrier.state().kind, { timeout: RESUME_MS }).toBe('open');
    expect(await chosen()).toBe(done);
    // The session is the same.
    expect((await client.session.current({})).state).toBe('open');
  }
  expect(Math.max(...resumed)).toBeLessThan(RESUME_MS);
  console.info(
    `After ${OUTAGES.map((ms) => ms / 1000).join(', ')} s without a wire: answered ${resumed.join(', ')} ms after.`,
  );
  await close();
});

test('at 256 kbit a second a terminal shows the board and does its acts, each once', { timeout: 120_000 }, async () => {
  const { network, client, act, chosen, close } = await office();
  network.slow(256);
  const began = performance.now();
  expect((await client.units.board({})).units.length).toBe(120);
  const board = Math.round(performance.now() - began);
  const acts: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const sent = performance.now();
    await act();
    acts.push(Math.round(performance.now() - sent));
  }
  expect(await chosen()).toBe(5);
  expect(board).toBeLessThan(20_000);
  expect(Math.max(...acts)).toBeLessThan(3_000);
  console.info(`At 256 kbit/s: a board of 120 homes after ${board} ms, acts after ${acts.join(', ')} ms.`);
  await close();
});
