import { setTimeout as wait } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, type NestedClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os, type RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type DeviceHandlers, deviceRouter } from '#electron/transports/device-router.ts';
import { type IpcConnection, serveIpc } from '#electron/transports/ipc.ts';
import { type ClientOf, device, deviceStream, nothing } from '#shared/api/procedure.ts';
import { DomainError } from '#shared/kernel/errors.ts';

type Context = { readonly connection: IpcConnection };
const base = os.$context<Context>();
const router = {
  where: base.handler(({ context }) => context.connection.windowId),
  add: base.input(z.strictObject({ a: z.bigint(), on: z.date() })).handler(({ input }) => input),
  ticks: base.handler(async function* ({ signal }) {
    for (let tick = 1; !signal?.aborted; tick++) {
      yield tick;
      await wait(5);
    }
  }),
};

function serve() {
  const server = serveIpc<Context>(new RPCHandler<Context>(router), (connection) => ({ connection }));
  onTestFinished(() => server.close());
  const connect = (windowId: number) => {
    const { port1, port2 } = new MessageChannel();
    const connection = server.accept(port1, windowId);
    port2.start();
    onTestFinished(() => port2.close());
    const client: RouterClient<typeof router> = createORPCClient(new RPCLink({ port: port2 }));
    return { client, connection, port: port2 };
  };
  return { server, connect };
}

describe('the port of a window', () => {
  it('answers each window in its own context, with dates and big numbers', async () => {
    const { connect } = serve();
    const [one, two] = [connect(1), connect(2)];
    expect(await Promise.all([one.client.where(), two.client.where()])).toEqual([1, 2]);
    const sum = { a: 99_999_999_99n, on: new Date(0) };
    expect(await one.client.add(sum)).toEqual(sum);
    expect([one.connection.id, two.connection.id]).toEqual([1, 2]);
  });

  it('carries a running report until the page leaves', async () => {
    const { connect } = serve();
    const { client } = connect(1);
    const seen: number[] = [];
    for await (const tick of await client.ticks()) {
      seen.push(tick);
      if (tick === 3) break;
    }
    expect(seen).toEqual([1, 2, 3]);
  });

  it('is closed when its page asks for another, and when the page is gone', async () => {
    const { server, connect } = serve();
    const first = connect(7);
    const second = connect(7);
    expect(first.connection.gone.aborted).toBe(true);
    expect(server.connections()).toEqual([second.connection]);
    second.port.close();
    await wait(50);
    expect(second.connection.gone.aborted).toBe(true);
    expect(server.connections()).toEqual([]);
    connect(8);
    server.closeWindow(8);
    expect(server.connections()).toEqual([]);
  });
});

describe('the answers of this machine', () => {
  const api = {
    files: { save: device({ input: z.strictObject({ name: z.string() }), output: z.strictObject({ by: z.int() }) }) },
    fail: device({ input: nothing, output: nothing }),
    count: deviceStream({ input: nothing, output: z.int().max(3) }),
  };
  const handlers: DeviceHandlers<typeof api> = {
    files: { save: ({ windowId }) => ({ by: windowId }) },
    fail: () => {
      throw new DomainError('OFFICE_IN_USE', { host: 'FRONT-DESK', pid: 7 });
    },
    count: async function* () {
      for (let number = 1; ; number++) yield await Promise.resolve(number);
    },
  };

  it('know the window that asks, and refuse in the words of the office', async () => {
    const server = serveIpc(new RPCHandler<{ windowId: number }>(deviceRouter(api, handlers)), ({ windowId }) => ({
      windowId,
    }));
    onTestFinished(() => server.close());
    const { port1, port2 } = new MessageChannel();
    server.accept(port1, 5);
    port2.start();
    onTestFinished(() => port2.close());
    const client = createORPCClient<ClientOf<typeof api> & NestedClient<Record<never, never>>>(
      new RPCLink({ port: port2 }),
    );
    expect(await client.files.save({ name: 'x' })).toEqual({ by: 5 });
    await expect(client.fail({})).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'OFFICE_IN_USE', params: { host: 'FRONT-DESK', pid: 7 } },
    });
    const counted: number[] = [];
    const counting = async () => {
      for await (const number of await client.count({})) counted.push(number);
    };
    // What is not declared does not leave this machine.
    await expect(counting()).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'INTERNAL' } });
    expect(counted).toEqual([1, 2, 3]);
  });
});
