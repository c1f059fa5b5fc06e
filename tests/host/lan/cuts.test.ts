import { setTimeout as sleep } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSession } from '#electron/server/kernel/session.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier, type OutboxEntry } from '#electron/transports/lan-carrier.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { type ChaosProxy, chaosProxy, waysToCut } from '#tests/support/chaos-proxy.ts';
import { type ServedOffice, servedOffice } from '#tests/support/lan.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { proofFigures, proofSize } from '#tests/support/proof-size.ts';

const CUTS = proofSize(60, 200, 'cuts');
const SEED = Number(process.env['ZHIYE_SEED'] ?? 20_261_126);
/** A request and its answer are a few hundred bytes each: a cut falls before, into or behind them. */
const REACH_BYTES = 900;
/** Half a second of the back-off passes in this much of the test's time. */
const HURRY = 50;

let desk: TestOffice;
let served: ServedOffice;
let wire: ChaosProxy;
let carrier: Carrier;
const outbox = new Map<string, OutboxEntry>();
const random = createRandom(SEED);
const delays = createRandom(SEED + 1);

beforeAll(async () => {
  desk = await testOffice();
  served = servedOffice(desk.office);
  wire = await chaosProxy((await served.host()).port, () => delays.int(0, 3));
  const consultant = desk.as('consultant');
  const connection = desk.office.connect('reception');
  openSession(connection, consultant.me, desk.clock());
  carrier = lanCarrier({
    to: {
      host: '127.0.0.1',
      port: wire.port,
      authority: (await served.authority()).authority,
      token: served.door.tokenOf(connection),
      program: 'test',
      beat: { everyMs: 40, silenceMs: 120 },
    },
    outbox: {
      begin: (entry) => {
        outbox.set(entry.requestId, entry);
        return Promise.resolve();
      },
      done: (id) => outbox.delete(id),
    },
    now: Date.now,
    wait: (ms, signal) => sleep(ms / HURRY, undefined, { signal }),
    log: () => undefined,
  });
});

afterAll(async () => {
  carrier.close();
  await wire.close();
  await served.close();
  await desk.close();
});

it(`a terminal whose wire is cut ${CUTS} times at any byte does everything once and loses nothing (seed ${SEED})`, {
  timeout: proofSize(120_000, 3_600_000),
}, async () => {
  const client = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
  const send = <T>(data: T) => ({ requestId: requestId(), data });
  const { customerId } = await client.customers.openFile(
    send({ name: '林晓燕', phone: '13800001111', channel: 'passingBy' as const, identity: null, address: '' }),
  );
  const written: string[] = [];
  for (let act = 0; wire.cuts() < CUTS; act += 1) {
    if (!wire.armed())
      wire.cutNext({
        direction: random.pick(['up', 'down'] as const),
        afterBytes: random.int(0, REACH_BYTES),
        how: random.pick(waysToCut),
      });
    const content = `contact ${act}`;
    const answer = await client.customers
      .followUp(send({ customerId, method: 'phone' as const, content, rating: 'B' as const, nextOn: null }))
      .then(
        () => 'done',
        (error: { data?: { code?: string } }) => error.data?.code ?? String(error),
      );
    // The wire may be down when somebody begins: then nothing was sent, and it is asked again.
    if (answer === 'HOST_UNREACHABLE') {
      act -= 1;
      continue;
    }
    expect(answer).toBe('done');
    written.push(content);
    // Questions go through the same cuts; one that nobody could take is put again.
    if (act % 5 === 0) {
      const ask = () =>
        client.customers.detail({ customerId }).then(
          ({ customer }) => customer.name,
          (error: { data?: { code?: string } }) => error.data?.code ?? String(error),
        );
      let name = await ask();
      while (name === 'HOST_UNREACHABLE') name = await ask();
      expect(name).toBe('林晓燕');
    }
  }
  const kept = desk.office.database.client
    .prepare('select content, count(*) as times from follow_ups group by content')
    .all() as { content: string; times: number }[];
  const times = new Map(kept.map((row) => [row.content, row.times]));
  const figures = {
    cuts: wire.cuts(),
    acts: written.length,
    duplicated: kept.filter((row) => row.times > 1).length,
    lost: written.filter((content) => !times.has(content)).length,
  };
  proofFigures(figures);
  expect(figures).toMatchObject({ duplicated: 0, lost: 0 });
  expect(kept.length).toBe(written.length);
  expect([...outbox]).toEqual([]);
});
