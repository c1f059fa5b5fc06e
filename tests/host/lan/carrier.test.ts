import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Connection, openSession } from '#electron/server/kernel/session.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { type Carrier, lanCarrier, type OutboxEntry } from '#electron/transports/lan-carrier.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { lanHeaders, lanPaths, protocolVersion } from '#shared/api/lan.ts';
import { testAuthority } from '#tests/support/authority.ts';
import { type ChaosProxy, chaosProxy } from '#tests/support/chaos-proxy.ts';
import { type ServedOffice, servedOffice } from '#tests/support/lan.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';

let desk: TestOffice;
let served: ServedOffice;
let wire: ChaosProxy;
let connection: Connection;
let me: number;
const outbox = new Map<string, OutboxEntry>();
const carriers: Carrier[] = [];

/** A terminal at the other end of the wire; its back-off runs fifty times as fast. */
async function terminal(authority?: string): Promise<{ carrier: Carrier; client: OfficeClient }> {
  const carrier = lanCarrier({
    to: {
      host: '127.0.0.1',
      port: wire.port,
      authority: authority ?? (await served.authority()).authority,
      token: served.door.tokenOf(connection),
      program: 'test',
      beat: { everyMs: 50, silenceMs: 150 },
    },
    outbox: {
      begin: (entry) => Promise.resolve(void outbox.set(entry.requestId, entry)),
      done: (id) => outbox.delete(id),
    },
    now: Date.now,
    wait: (ms, signal) => sleep(ms / 50, undefined, { signal }),
    log: () => undefined,
  });
  carriers.push(carrier);
  return {
    carrier,
    client: createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient,
  };
}

const chooseEnglish = () => ({ requestId: requestId(), data: { language: 'en' as const } });
const codeOf = (error: unknown): unknown => Reflect.get(Object(Reflect.get(Object(error), 'data')), 'code');
const timesChosen = () =>
  desk.office.database.client.prepare("select count(*) from events where kind = 'languageChosen'").pluck().get();

async function until(state: string, { state: now }: Carrier): Promise<void> {
  await expect.poll(() => now().kind, { timeout: 5000, interval: 5 }).toBe(state);
}

beforeEach(async () => {
  desk = await testOffice();
  served = servedOffice(desk.office);
  wire = await chaosProxy((await served.host()).port);
  ({ me } = desk.as('consultant'));
  connection = desk.office.connect('reception');
  openSession(connection, me, desk.clock());
  outbox.clear();
});

afterEach(async () => {
  for (const carrier of carriers.splice(0)) carrier.close();
  await wire.close();
  await served.close();
  await desk.close();
});

describe('a terminal whose host is away', () => {
  it('refuses an act without sending it, and does it when the host is back and it is asked again', async () => {
    const { client, carrier } = await terminal();
    await until('open', carrier);
    wire.down(true);
    await until('lost', carrier);
    const wish = chooseEnglish();
    await expect(client.session.setLanguage(wish)).rejects.toSatisfy((error) => codeOf(error) === 'HOST_UNREACHABLE');
    expect([...outbox.keys()]).toEqual([]);
    wire.down(false);
    await client.session.setLanguage(wish);
    expect(timesChosen()).toBe(1);
  });

  it('notes an act that is under way before it sends it, and finds out what became of it when the host is back', async () => {
    const { client, carrier } = await terminal();
    await until('open', carrier);
    // The answer is cut off: it was done, and nobody at the terminal knows.
    wire.cutNext({ direction: 'down', afterBytes: 1, how: 'reset' });
    const wish = chooseEnglish();
    const answer = client.session.setLanguage(wish);
    await expect.poll(() => wire.cuts(), { interval: 2 }).toBe(1);
    wire.down(true);
    expect(outbox.get(wish.requestId)).toMatchObject({ path: 'session.setLanguage' });
    await sleep(100);
    wire.down(false);
    await answer;
    expect(timesChosen()).toBe(1);
    expect(outbox.size).toBe(0);
  });

  it('leaves no fault behind when a page that listens goes with the link', async () => {
    const { client, carrier } = await terminal();
    await until('open', carrier);
    const leaving = new AbortController();
    const changes = await client.session.changes({}, { signal: leaving.signal });
    const heard = changes[Symbol.asyncIterator]()
      .next()
      .catch(() => undefined);
    await sleep(20);
    carrier.close();
    leaving.abort();
    await heard;
    // A fault that nobody catches would end this file's run.
    await sleep(100);
    expect(carrier.state().kind).toBe('open');
  });

  it('says that the outcome is unknown when the session ended meanwhile, and keeps the act noted', async () => {
    const { client, carrier } = await terminal();
    await until('open', carrier);
    wire.cutNext({ direction: 'down', afterBytes: 1, how: 'end' });
    const wish = chooseEnglish();
    const answer = client.session.setLanguage(wish);
    await expect.poll(() => wire.cuts(), { interval: 2 }).toBe(1);
    connection.session = undefined;
    await expect(answer).rejects.toSatisfy((error) => codeOf(error) === 'OUTCOME_UNKNOWN');
    expect([...outbox.keys()]).toEqual([wish.requestId]);
  });

  it('asks its questions again on the next link', async () => {
    const { client, carrier } = await terminal();
    await until('open', carrier);
    wire.cutNext({ direction: 'down', afterBytes: 3, how: 'silence' });
    expect(await client.session.current({})).toMatchObject({ state: 'open', person: { id: me } });
  });

  it('ends a feed when its link breaks, so that the screens know how old they are', async () => {
    const { client, carrier } = await terminal();
    await until('open', carrier);
    const changes = await client.session.changes({});
    const heard = changes[Symbol.asyncIterator]().next();
    await sleep(100);
    wire.down(true);
    await expect(heard).rejects.toSatisfy((error) => codeOf(error) === 'HOST_UNREACHABLE');
  });
});

describe('a host', () => {
  it('is refused when its certificate is by another authority, and is told apart from one that is away', async () => {
    const other = await testAuthority('Somebody else');
    const { client, carrier } = await terminal(other.authority);
    await until('refused', carrier);
    await expect(client.session.current({})).rejects.toSatisfy((error) => codeOf(error) === 'HOST_IMPOSTOR');
  });

  it.each([
    [protocolVersion + 1, 'PROTOCOL_HOST_OLDER'],
    [protocolVersion - 1, 'PROTOCOL_TERMINAL_OLDER'],
  ])('tells a terminal that speaks version %i which side is to be updated', async (spoken, code) => {
    const { authority } = await served.authority();
    const socket = new WebSocket(`wss://127.0.0.1:${wire.port}${lanPaths.office}`, {
      ca: authority,
      headers: {
        authorization: `Bearer ${served.door.tokenOf(connection)}`,
        [lanHeaders.protocol]: String(spoken),
      },
    });
    socket.on('error', () => undefined);
    const [, response] = await once(socket, 'unexpected-response');
    const [body] = await once(response, 'data');
    expect(response.statusCode).toBe(426);
    expect(JSON.parse(String(body))).toEqual({ code, params: { host: protocolVersion, terminal: spoken } });
    socket.terminate();
  });

  it('refuses in words what one terminal asks beyond all measure, and answers the others', async () => {
    const narrow = servedOffice(desk.office, { callsInTenSeconds: 20 });
    const client = narrow.clientOf(connection) as OfficeClient;
    const other = narrow.clientOf(desk.office.connect('another')) as OfficeClient;
    const asked = await Promise.allSettled(Array.from({ length: 30 }, () => client.session.current({})));
    const refused = asked.filter((one) => one.status === 'rejected').map(({ reason }) => codeOf(reason));
    expect(refused).toEqual(Array.from({ length: 10 }, () => 'TOO_MANY_REQUESTS'));
    expect(await other.session.current({})).toMatchObject({ state: 'login' });
    await narrow.close();
  });

  it('closes the sockets of a terminal at once when it is told so', async () => {
    const { client, carrier } = await terminal();
    await client.session.current({});
    const lost = new Promise((resolve) => carrier.onState(({ kind }) => kind === 'lost' && resolve(kind)));
    const began = performance.now();
    served.door.end({ terminalId: connection.id });
    await lost;
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('sums up for a slow terminal what it missed instead of sending it all', async () => {
    const { authority } = await served.authority();
    const socket = new WebSocket(`wss://127.0.0.1:${(await served.host()).port}${lanPaths.office}`, {
      ca: authority,
      headers: {
        authorization: `Bearer ${served.door.tokenOf(connection)}`,
        [lanHeaders.protocol]: String(protocolVersion),
      },
    });
    socket.binaryType = 'arraybuffer';
    await once(socket, 'open');
    const link = new RPCLink<Record<never, never>>({ websocket: socket as never });
    const client = createORPCClient(link) as unknown as OfficeClient;
    const changes = await client.session.changes({});
    socket.pause();
    const touched = Array.from({ length: 400 }, (_, index) => `customers:${1_000_000 + index}`);
    const COMMITS = 4000;
    let unsent = 0;
    for (let seq = 1; seq <= COMMITS; seq += 1) {
      desk.office.live.publish({ seq: 1000 + seq, touched });
      if (seq % 100 === 0) await new Promise(setImmediate);
      unsent = Math.max(unsent, ...(await served.host()).sockets().map((each) => each.unsent));
    }
    socket.resume();
    let items = 0;
    let summedUp = false;
    for await (const change of changes) {
      items += 1;
      summedUp ||= change.touched.includes('*');
      if (change.seq === 1000 + COMMITS) break;
    }
    expect(summedUp).toBe(true);
    expect(items).toBeLessThan(COMMITS / 2);
    // One message of the feed waits in the host, not thousands.
    expect(unsent).toBeLessThan(100_000);
    socket.terminate();
  });
});
