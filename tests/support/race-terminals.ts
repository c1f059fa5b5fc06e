import { appendFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { lanCarrier } from '#electron/transports/lan-carrier.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { plainTerms } from './deal-builders.ts';
import type { Attempt, RaceOrder } from './race-history.ts';

// Terminals of an office in a process of their own, each with its socket, that all want the same few homes. What they ask
// and what becomes of it is written into a file, a line each, before and after. Argument: a `RaceOrder` as JSON.
const order: RaceOrder = JSON.parse(process.argv[2] ?? '');
const random = createRandom(order.seed);
let left = order.attempts;

/** The same clock in every process of this PC, ms. */
const now = (): number => Number(process.hrtime.bigint()) / 1e6;
const write = (line: object): void => appendFileSync(order.history, `${JSON.stringify(line)}\n`);

const outbox = { begin: () => Promise.resolve(), done: () => undefined };

function windowAt(seat: RaceOrder['seats'][number]) {
  const carrier = lanCarrier({ to: seat.to, outbox, now: Date.now, log: () => undefined });
  const client = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;

  /** Done, or never told: the host fell before or under the repetition. */
  const isHeld = (outcome: string) => ['ok', 'HOST_UNREACHABLE', 'OUTCOME_UNKNOWN'].includes(outcome);

  /** Does an act and says so; now and then it is sent twice under one id, as by somebody who did not wait. */
  async function attempt<T>(
    what: string,
    unitId: number,
    send: (requestId: string) => Promise<T>,
  ): Promise<T | undefined> {
    left -= 1;
    const id = v7();
    const asked: Attempt = { id, what, unitId, by: seat.loginName, from: now() };
    write(asked);
    const once = () =>
      send(id).then(
        (answer) => ({ answer, outcome: { to: now(), outcome: 'ok', params: {} } }),
        (error: unknown) => {
          const { code = String(error), params = {} } = Object(Object(error).data);
          return { answer: undefined, outcome: { to: now(), outcome: String(code), params } };
        },
      );
    const answers = await Promise.all(random.chance(0.1) ? [once(), once()] : [once()]);
    // A refusal leaves nothing behind, and is judged anew; what was done once stays so for whoever repeats it.
    const inTurn = answers.toSorted((one, other) => one.outcome.to - other.outcome.to);
    const done = inTurn.findIndex(({ outcome }) => outcome.outcome === 'ok');
    const undone = done < 0 ? undefined : inTurn.slice(done).find(({ outcome }) => !isHeld(outcome.outcome));
    const first = inTurn[Math.max(0, done)];
    write({
      ...asked,
      ...first?.outcome,
      ...(undone === undefined ? {} : { outcome: `differ: ok, then ${undone.outcome.outcome}` }),
    });
    // The host is away: somebody would wait, too.
    if (first?.outcome.outcome === 'HOST_UNREACHABLE') await wait(50);
    return first?.answer;
  }

  async function consultantTurn(unitId: number, customerId: number): Promise<void> {
    const wish = (requestId: string) => ({ requestId, data: { unitId } });
    const locked = await attempt('lock', unitId, (id) => client.units.lock(wish(id)));
    if (locked === undefined) return;
    // Some forget it: the lock runs out by itself.
    if (random.chance(0.1)) return;
    if (random.chance(0.5)) return void (await attempt('unlock', unitId, (id) => client.units.unlock(wish(id))));
    const terms = { ...plainTerms(unitId), signBy: dayOf(Date.now() + 5 * 86_400_000) };
    const quoted = await client.subscriptions.quote({ terms }).catch(() => undefined);
    if (quoted === undefined) return;
    await attempt('subscribe', unitId, (requestId) =>
      client.subscriptions.create({
        requestId,
        data: {
          ...{ terms, shownPrice: quoted.price, consent: true, mortgageDisclosed: false, reason: '' },
          buyers: [{ customerId, sharePpm: 1_000_000 }],
        },
      }),
    );
  }

  /** Holds homes and lets them go, and gives up whatever deal stands in the way. */
  async function leaderTurn(unitId: number): Promise<void> {
    const until = dayOf(Date.now() + 86_400_000);
    const data = { unitId, purpose: 'management' as const, customerId: null, reason: '领导预留', until };
    const held = await attempt('hold', unitId, (requestId) => client.units.hold({ requestId, data }));
    if (held !== undefined) {
      await wait(random.int(0, 20));
      const drop = { unitId, reason: '不再预留' };
      return void (await attempt('withdrawHold', unitId, (requestId) =>
        client.units.withdrawHold({ requestId, data: drop }),
      ));
    }
    const home = await client.units.detail({ unitId }).catch(() => undefined);
    const subscriptionId = home?.subscription?.id;
    if (subscriptionId === undefined) return;
    const seen = await client.subscriptions.detail({ subscriptionId }).catch(() => undefined);
    if (seen === undefined) return;
    const giveUp = { subscriptionId, version: seen.version, reason: '逾期未签' };
    await attempt('cancel', unitId, (requestId) => client.subscriptions.cancel({ requestId, data: giveUp }));
  }

  /** A customer of one's own, to whom every home is sold. */
  async function ownBuyer(): Promise<number> {
    const number = String(order.seed * 100 + seat.number).padStart(8, '0');
    const { customerId } = await client.visits.register({
      requestId: v7(),
      data: {
        ...{ kind: 'visit', customerId: null, name: '欧阳询', phone: `100${number.slice(-8)}`, channel: 'passingBy' },
        ...{ rating: 'A', partySize: 1, intent: '', notes: '', nextFollowUpOn: null, receivedBy: null },
      },
    });
    const { version, customer } = await client.customers.detail({ customerId });
    await client.customers.update({
      requestId: v7(),
      data: {
        ...{ customerId, version, name: customer.name, secondPhone: null, address: '', intent: '', rating: 'A' },
        ...{ identity: { kind: 'other', number: `9999990${number}` }, nextFollowUpOn: null },
      },
    });
    return customerId;
  }

  return {
    close: () => carrier.close(),
    work: async () => {
      const login = { loginName: seat.loginName, password: order.password };
      // Whoever comes while the host is away waits at the door.
      while ((await client.session.login({ requestId: v7(), data: login }).catch(() => undefined))?.result !== 'open')
        await wait(100);
      let customerId = 0;
      while (!seat.leads && customerId === 0) customerId = await ownBuyer().catch(() => wait(100, 0));
      while (left > 0) {
        const unitId = random.pick(order.homes);
        await (seat.leads ? leaderTurn(unitId) : consultantTurn(unitId, customerId));
        await client.session.touch({}).catch(() => undefined);
      }
    },
  };
}

// While the host is away nothing else keeps this process.
setInterval(() => undefined, 1_000);
const windows = order.seats.map(windowAt);
await Promise.all(windows.map(({ work }) => work()));
for (const { close } of windows) close();
process.exit(0);
