import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { openSession } from '#electron/server/kernel/session.ts';
import { openOffice } from '#electron/server/office.ts';
import { serveLan } from '#electron/transports/lan-host.ts';
import { officeApi } from '#shared/api/index.ts';
import { type ApiTree, isProcedure } from '#shared/api/procedure.ts';
import type { HostOrder } from './host-process.ts';

// A host in a process of its own, so that what it costs and keeps can be told apart from its terminals. Arguments: folder,
// root key (hex), migrations, account of the manager at its own window, calls of a terminal within ten seconds, port (0: a
// free one), by how much its clock is ahead of the PC's, address at which it listens. Orders come as messages (`HostOrder`).
const [
  folder = '',
  key = '',
  migrations = '',
  manager = '',
  calls = '',
  port = '0',
  ahead = '0',
  address = '127.0.0.1',
] = process.argv.slice(2);
let aheadMs = Number(ahead);
const clock = (): number => Date.now() + aheadMs;
/** A beat of the lines may be under way just now: the least of some looks is what is held. */
const LOOKS = 5;
const LOOK_MS = 60;

const faults: string[] = [];
const log = (level: string, line: string): void => {
  if (level === 'error') faults.push(line);
};
const office = openOffice({
  folder,
  rootKey: Buffer.from(key, 'hex'),
  migrations,
  ports: { clock, newId: () => v7(), log },
});
const host = await serveLan({
  router: office.router,
  door: office.terminals,
  certificate: await office.terminals.leafFor([]),
  port: Number(port),
  address,
  // Where calls are not held back, neither are those of many terminals that pair at once from one address.
  limits: { callsInTenSeconds: Number(calls), ...(Number(calls) > 1_000 ? { strangersInAMinute: Number(calls) } : {}) },
  log,
});
const connection = office.connect('host');
openSession(connection, Number(manager), clock());
const client: unknown = createRouterClient(office.router, { context: { connection } });

function declared(path: readonly string[]): boolean {
  let node: ApiTree[string] | ApiTree = officeApi;
  for (const name of path) node = Reflect.get(node, name) as ApiTree[string];
  return isProcedure(node) && node.kind === 'command';
}

/** What the manager at the host's own window does. */
async function call(path: string, input: unknown): Promise<unknown> {
  const names = path.split('.');
  let target: unknown = client;
  for (const name of names) target = Reflect.get(Object(target), name);
  const wire = declared(names) ? { requestId: v7(), data: input } : input;
  return (target as (wire: unknown) => Promise<unknown>)(wire);
}

async function measure() {
  const resources: number[] = [];
  const files: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    await wait(LOOK_MS);
    resources.push(process.getActiveResourcesInfo().length);
    files.push(process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
  }
  // What is still there after two sweeps is held by somebody.
  globalThis.gc?.();
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  return {
    heapUsed: process.memoryUsage().heapUsed,
    resources: Math.min(...resources),
    files: Math.min(...files),
    cpuMs: (user + system) / 1000,
    sockets: host.sockets().length,
    faults,
  };
}

async function answer(order: HostOrder): Promise<unknown> {
  if (order.kind === 'call') return call(order.path, order.input);
  if (order.kind === 'measure') return measure();
  if (order.kind === 'advance') {
    aheadMs += order.ms;
    return undefined;
  }
  await host.close();
  await office.close();
  return undefined;
}

process.on('message', (order: HostOrder) => {
  void answer(order).then(
    (result) => process.send?.({ id: order.id, result }, () => order.kind === 'stop' && process.disconnect()),
    (error: unknown) => process.send?.({ id: order.id, error: String(error) }),
  );
});
process.send?.({ port: host.port });
