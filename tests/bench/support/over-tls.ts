import { once } from 'node:events';
import { createRouterClient } from '@orpc/server';
import { openSession } from '#electron/server/kernel/session.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { lanCarrier } from '#electron/transports/lan-carrier.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { noOutbox, servedOffice } from '#tests/support/lan.ts';
import { testOffice } from '#tests/support/office.ts';
import { bareWss } from './bare-wss.ts';
import { type Measured, measured, median, type Round } from './measure.ts';

const ROUNDS = 9;
const CALLS_A_ROUND = 200;
const WARM_UP = 400;

/** A question of a terminal to the database of its host and back over TLS, against an echo of as many bytes over a bare wss. */
export async function roundtripOverTls(): Promise<Measured> {
  const desk = await testOffice();
  const served = servedOffice(desk.office);
  const bare = await bareWss(await served.authority());
  bare.server.on('connection', (socket) => socket.on('message', (bytes) => socket.send(bytes)));
  try {
    await buildHomes(desk, { floors: 30, rooms: 8 });
    const connection = desk.office.connect('terminal');
    openSession(connection, desk.as('consultant').me, desk.clock());
    const carrier = lanCarrier({
      to: {
        host: '127.0.0.1',
        port: (await served.host()).port,
        authority: (await served.authority()).authority,
        token: served.door.tokenOf(connection),
        program: 'bench',
      },
      outbox: noOutbox,
      now: Date.now,
      log: () => undefined,
    });
    const client = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
    const socket = await bare.client();
    const said = JSON.stringify(await client.units.cells({ unitIds: [1] }));
    const ask = (count: number) => client.units.cells({ unitIds: [1 + (count % 200)] });
    const echo = () => {
      const heard = once(socket, 'message');
      socket.send(said);
      return heard;
    };
    const timed = async (into: number[], call: () => Promise<unknown>): Promise<void> => {
      const began = performance.now();
      await call();
      into.push(performance.now() - began);
    };
    for (let count = 0; count < WARM_UP; count += 1) await ask(count).then(echo);
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS) {
      const ours: number[] = [];
      const baseline: number[] = [];
      for (let count = 0; count < CALLS_A_ROUND; count += 1) {
        await timed(ours, () => ask(count));
        await timed(baseline, echo);
      }
      rounds.push({ ours: median(ours), baseline: median(baseline) });
    }
    carrier.close();
    socket.terminate();
    return measured(rounds, 'ms at p50');
  } finally {
    bare.close();
    await served.close();
    await desk.close();
  }
}
