import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { type Connection, openSession } from '#electron/server/kernel/session.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { noOutbox, type ServedOffice, servedOffice } from '#tests/support/lan.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { bareWss } from './support/bare-wss.ts';
import { type Bench, measured, median, percentile, type Round } from './support/measure.ts';

const TERMINALS = 50;
const ROUNDS = 9;
const COMMITS_A_ROUND = 20;
/** Between two commits, ms: faster than an office that sells on its opening day. */
const PAUSE_MS = 15;
const WARM_UP = 20;

/** Terminals that hear what the office commits; `heard` is told at which instant each of them heard which event. */
async function terminals(desk: TestOffice, served: ServedOffice, heard: (seq: number, at: number) => void) {
  const [{ port }, { authority }] = await Promise.all([served.host(), served.authority()]);
  const me = desk.as('supervisor').me;
  const carriers: Carrier[] = [];
  for (let count = 0; count < TERMINALS; count += 1) {
    const connection: Connection = desk.office.connect(`terminal ${count}`);
    openSession(connection, me, desk.clock());
    const carrier = lanCarrier({
      to: { host: '127.0.0.1', port, authority, token: served.door.tokenOf(connection), program: 'bench' },
      outbox: noOutbox,
      now: Date.now,
      log: () => undefined,
    });
    carriers.push(carrier);
    const client = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
    await client.session.current({});
    void (async () => {
      for await (const { seq } of await client.session.changes({})) heard(seq, performance.now());
    })().catch(() => undefined);
  }
  await wait(300);
  return carriers;
}

async function run() {
  const desk = await testOffice();
  const served = servedOffice(desk.office);
  const bare = await bareWss(await served.authority());
  try {
    await buildHomes(desk, { floors: 30, rooms: 8 });
    const consultant = desk.as('consultant');
    const committed = new Map<number, number>();
    let ours: number[] = [];
    let delivered = 0;
    let commits = 0;
    const stop = desk.office.live.onChange(({ seq }) => {
      committed.set(seq, performance.now());
    });
    const carriers = await terminals(desk, served, (seq, at) => {
      const began = committed.get(seq);
      if (began === undefined) return;
      ours.push(at - began);
      delivered += 1;
    });
    let baseline: number[] = [];
    const clients = await Promise.all(Array.from({ length: TERMINALS }, () => bare.client()));
    for (const client of clients)
      client.on('message', (bytes: Buffer) => {
        baseline.push(performance.now() - Number(JSON.parse(bytes.toString()).at));
      });
    const commit = async (): Promise<void> => {
      const unitId = 1 + (Math.floor(commits / 2) % 200);
      await (commits % 2 === 0 ? consultant.units.lock({ unitId }) : consultant.units.unlock({ unitId }));
      commits += 1;
      await wait(PAUSE_MS);
    };
    const broadcast = async (): Promise<void> => {
      // As long as ours is on the wire.
      const said = JSON.stringify({ at: performance.now(), touched: Array.from({ length: 8 }, () => 'units:1234') });
      for (const socket of bare.server.clients) socket.send(said);
      await wait(PAUSE_MS);
    };
    const rounds: Round[] = [];
    const all: number[] = [];
    for (let count = 0; count < WARM_UP; count += 1) await commit().then(broadcast);
    await wait(200);
    const before = { commits, delivered };
    for (let round = 0; round < ROUNDS; round += 1) {
      ours = [];
      baseline = [];
      for (let count = 0; count < COMMITS_A_ROUND; count += 1) await commit().then(broadcast);
      await wait(100);
      rounds.push({ ours: median(ours), baseline: median(baseline) });
      all.push(...ours);
    }
    stop();
    for (const carrier of carriers) carrier.close();
    const share = (delivered - before.delivered) / ((commits - before.commits) * TERMINALS);
    const result = measured(rounds, 'ms at p50, from the commit to a terminal', {
      terminals: TERMINALS,
      delivered: share,
      p50: Math.round(percentile(all, 50) * 100) / 100,
      p99: Math.round(percentile(all, 99) * 100) / 100,
    });
    // Whoever does not hear of a commit sells a home twice: no ratio makes up for that.
    return share === 1 ? result : { ...result, judged: Number.POSITIVE_INFINITY };
  } finally {
    bare.close();
    await served.close();
    await desk.close();
  }
}

/** What is committed, on the screens of fifty terminals. */
export const live: Bench = {
  name: 'live',
  about: 'a committed act on fifty terminals over TLS, against a bare broadcast to fifty sockets over TLS',
  bound: 4,
  run,
};
