import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { lanCarrier } from '#electron/transports/lan-carrier.ts';
import type { LinkTo } from '#electron/transports/lan-link.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { createRandom } from '#shared/kernel/random.ts';

/** What a process of launch clients is told when it starts. */
export type ClientsStart = { readonly seats: readonly LinkTo[]; readonly seed: number; readonly until: LocalDate };

/** Homes of which each client takes its share. */
export type ClientsOrder = { readonly homes: readonly number[]; readonly share: number };

/** What became of it. */
export type ClientsAnswer = {
  /** Homes that were won, each as often as somebody was told so. */
  readonly won: readonly number[];
  /** How long every attempt took, won or lost, ms. */
  readonly took: readonly number[];
  readonly lost: number;
  /** Those who lost and were not told who has the home and since when, in words. */
  readonly untold: readonly string[];
};

// Clients of a launch in a process of their own, each with its socket over TLS: each picks homes that it wishes for until
// it has its share, and tries the next wish when somebody else was first. Argument: a `ClientsStart` as JSON.
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

/** The homes in the order in which a client wishes for them. */
function wishes(homes: readonly number[]): readonly number[] {
  return homes
    .map((unitId) => ({ unitId, at: random.int(0, 1_000_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ unitId }) => unitId);
}

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

async function takeShares({ homes, share }: ClientsOrder): Promise<ClientsAnswer> {
  const won: number[] = [];
  const took: number[] = [];
  const untold: string[] = [];
  let lost = 0;
  async function pickOf(client: OfficeClient, unitId: number): Promise<boolean> {
    const began = performance.now();
    const data = { unitId, purpose: 'management' as const, customerId: null, reason: '开盘选房', until: start.until };
    try {
      await client.units.hold({ requestId: v7(), data });
      won.push(unitId);
      return true;
    } catch (error) {
      const { code, params } = Object(Object(error).data);
      if (code === 'UNIT_TAKEN' && typeof params?.by === 'string' && typeof params.takenAt === 'number') lost += 1;
      else untold.push(`${String(code ?? error)} ${JSON.stringify(params)}`);
      return false;
    } finally {
      took.push(performance.now() - began);
    }
  }
  await Promise.all(
    clients.map(async (client) => {
      let left = share;
      for (const unitId of wishes(homes)) {
        if (left === 0) break;
        if (await pickOf(client, unitId)) left -= 1;
      }
    }),
  );
  return { won, took, lost, untold };
}

process.on('message', (order: ClientsOrder) => {
  void takeShares(order).then(
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
