import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { lanCarrier } from '#electron/transports/lan-carrier.ts';
import type { LinkTo } from '#electron/transports/lan-link.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { createRandom } from '#shared/kernel/random.ts';

/** What a process of pick desks is told when it starts: the way of each of them to the office. */
export type ClientsStart = { readonly seats: readonly LinkTo[]; readonly seed: number };

/** A launch whose groups are called up: its homes, and the desk of each seat in their order. */
export type ClientsOrder = {
  readonly launchId: number;
  readonly deskIds: readonly number[];
  readonly homes: readonly number[];
};

/** What became of it. */
export type ClientsAnswer = {
  /** Homes that were picked, each as often as somebody was told so, with the seat (its place in the order). */
  readonly won: readonly { readonly unitId: number; readonly seat: number }[];
  /** How long each turn took, from the call of the next in turn to the home that they picked, ms. */
  readonly took: readonly number[];
  /** Those who came second, and who was said to have the home since when. */
  readonly told: readonly { readonly unitId: number; readonly by: string; readonly takenAt: number }[];
  /** Refusals that nobody should have met, in words. */
  readonly odd: readonly string[];
};

// Pick desks of a launch in a process of their own, each with its socket over TLS: each calls the next in turn and picks a
// home that they wish for; when another was first, the next wish, until nobody waits. What desks of one process saw go,
// they wish for no more, as on the boards above them. Argument: a `ClientsStart` as JSON.
const start: ClientsStart = JSON.parse(process.argv[2] ?? '');
const random = createRandom(start.seed);
const clients = start.seats.map((to) => {
  const carrier = lanCarrier({
    to,
    outbox: { begin: () => Promise.resolve(), done: () => undefined },
    now: Date.now,
    log: () => undefined,
  });
  return createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
});

/** The way to a busy host may take more than one try. */
async function arrived(client: OfficeClient): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return void (await client.session.current({}));
    } catch (error) {
      if (tries === 60) throw error;
      await wait(500);
    }
}

type Refused = { readonly code?: unknown; readonly params?: Readonly<Record<string, unknown>> };

const refusalIn = (error: unknown): Refused => {
  const { code, params } = Object(Object(error).data ?? error);
  return code === undefined ? { code: String(error) } : { code, params };
};

/** A line that was cut is no refusal: the same wish is sent again under its id, as the screens do. */
const cuts: readonly unknown[] = ['HOST_UNREACHABLE', 'OUTCOME_UNKNOWN'];

async function answered<T>(ask: () => Promise<T>): Promise<T | Refused> {
  for (let tries = 1; ; tries += 1)
    try {
      return await ask();
    } catch (error) {
      const refused = refusalIn(error);
      if (!cuts.includes(refused.code) || tries === 120) return refused;
      await wait(500);
    }
}

async function workThrough({ launchId, deskIds, homes }: ClientsOrder): Promise<ClientsAnswer> {
  const answer = {
    won: [] as ClientsAnswer['won'][number][],
    took: [] as number[],
    told: [] as ClientsAnswer['told'][number][],
    odd: [] as string[],
  };
  const left = [...homes];
  const goneNow = (unitId: number): void => {
    const at = left.indexOf(unitId);
    if (at >= 0) left.splice(at, 1);
  };
  /** Whoever stands at a desk picks one wish after the other until they have a home; false when that cannot be. */
  async function picked(client: OfficeClient, seat: number, deskId: number, intentId: number): Promise<boolean> {
    while (left.length > 0) {
      const unitId = random.pick(left);
      const wish = { requestId: v7(), data: { launchId, deskId, intentId, unitId } };
      const won = await answered(() => client.launches.pick(wish));
      goneNow(unitId);
      if ('pickId' in won) {
        answer.won.push({ unitId, seat });
        return true;
      }
      const { by, takenAt } = won.params ?? {};
      if (won.code === 'UNIT_TAKEN' && typeof by === 'string' && typeof takenAt === 'number')
        answer.told.push({ unitId, by, takenAt });
      else {
        answer.odd.push(`pick: ${String(won.code)} ${JSON.stringify(won.params)}`);
        return false;
      }
    }
    answer.odd.push(`the intent ${intentId} was left without a home`);
    return false;
  }
  await Promise.all(
    clients.map(async (client, seat) => {
      const deskId = deskIds[seat] ?? 0;
      for (;;) {
        const began = performance.now();
        const next = { requestId: v7(), data: { launchId, deskId } };
        const called = await answered(() => client.launches.call(next));
        if (!('intentId' in called)) {
          if (called.code !== 'NOBODY_WAITING') answer.odd.push(`call: ${String(called.code)}`);
          return;
        }
        if (!(await picked(client, seat, deskId, called.intentId))) return;
        answer.took.push(performance.now() - began);
      }
    }),
  );
  return answer;
}

process.on('message', (order: ClientsOrder) => {
  void workThrough(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.stderr.write(String(error));
      process.exit(1);
    },
  );
});
// Everybody sits at their screen before the first home is offered.
for (const client of clients) await arrived(client);
process.send?.('ready');
