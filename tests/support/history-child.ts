import { flushCompileCache } from 'node:module';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { openSession } from '#electron/server/kernel/session.ts';
import { openOffice } from '#electron/server/office.ts';
import { officeApi } from '#shared/api/index.ts';
import { type ApiTree, isProcedure } from '#shared/api/procedure.ts';
import type { HistoryAnswer, HistoryOrder, HistoryStart, SentOrder } from './history-office.ts';

// An office whose day is told to it act by act, in a process of its own so that it can be killed in the middle of one. Its
// clock stands where it was told. Argument: a `HistoryStart` as JSON; orders come as messages (`HistoryOrder`).
const start: HistoryStart = JSON.parse(process.argv[2] ?? '');
let now = start.now;
const office = openOffice({
  folder: start.folder,
  rootKey: Buffer.from(start.rootKey, 'hex'),
  migrations: start.migrations,
  tickEveryMs: null,
  ports: {
    clock: () => now,
    newId: () => v7(),
    log: (level, line) => level === 'error' && process.stderr.write(`${line}\n`),
  },
});
// A fault that a proof plants, to see that it is found.
if (start.planted !== undefined) office.database.client.exec(start.planted);
const windows = Object.entries(start.seats).map(([seat, account]) => {
  const connection = office.connect(`PC of ${seat}`);
  openSession(connection, account, now);
  return { seat, account, connection, client: createRouterClient(office.router, { context: { connection } }) };
});

function isCommand(names: readonly string[]): boolean {
  let node: ApiTree[string] | ApiTree = officeApi;
  for (const name of names) node = Reflect.get(node, name) as ApiTree[string];
  return isProcedure(node) && node.kind === 'command';
}

async function call(order: Extract<HistoryOrder, { kind: 'call' }>): Promise<HistoryAnswer> {
  const names = order.path.split('.');
  let target: unknown = windows.find(({ seat }) => seat === order.seat)?.client;
  for (const name of names) target = Reflect.get(Object(target), name);
  const wire = isCommand(names) ? { requestId: order.requestId, data: order.data } : order.data;
  try {
    return { ok: true, answer: await (target as (wire: unknown) => Promise<unknown>)(wire) };
  } catch (error) {
    const { code = String(error), params = {} } = Object(Object(error).data);
    return { ok: false, code: String(code), params };
  }
}

/** The clock goes on; nobody left their PC meanwhile. */
function setClock(to: number): void {
  if (to === now) return;
  now = to;
  for (const { connection, account } of windows) openSession(connection, account, now);
}

async function carryOut(order: SentOrder): Promise<unknown> {
  setClock(order.now);
  if (order.kind === 'call') return call(order);
  if (order.kind === 'tick') return office.clock.tick();
  return office.close();
}

process.on('message', (order: SentOrder) => {
  void carryOut(order).then(
    (result) => process.send?.({ id: order.id, result }, () => order.kind === 'close' && process.disconnect()),
    (error: unknown) => process.send?.({ id: order.id, error: String(error) }),
  );
});
flushCompileCache();
process.send?.({ open: true });
