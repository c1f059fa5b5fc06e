import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { listReader } from '#electron/server/imports/list-reader.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { openOffice } from '#electron/server/office.ts';
import type { OfficeClient } from '#shared/api/index.ts';
import { largeProject } from './large-lists.ts';
import { workerModule } from './workers.ts';

// An office in a process of its own that takes over a running project and is killed, by itself so that nobody is late, when
// so many per cent are written. Arguments: folder, root key (hex), migrations, account, deals, homes on a floor, per cent.
const [folder = '', key = '', migrations = '', account = '', deals = '', onFloor = '', percent = ''] =
  process.argv.slice(2);
const office = openOffice({
  folder,
  rootKey: Buffer.from(key, 'hex'),
  migrations,
  tickEveryMs: null,
  lists: listReader({ worker: workerModule('read-price-list') }),
  longActs: workerModule('long-acts'),
  ports: { clock: Date.now, newId: () => v7(), log: () => undefined },
});
const connection = office.connect('a terminal whose plug is pulled');
openSession(connection, Number(account), Date.now());
// The router is built from the declarations, so its own type is too wide to name a procedure.
const client = createRouterClient(office.router, { context: { connection } }) as unknown as OfficeClient;
office.live.onChange(() => {
  const act = office.live.longAct();
  if (act !== null && act.percent >= Number(percent)) process.kill(process.pid, 'SIGKILL');
});
const order = { files: [await largeProject(Number(deals), Number(onFloor))], choices: [] };
const { totals } = await client.imports.previewProject(order);
await client.imports.commitProject({ requestId: v7(), data: { ...order, totals } });
writeSync(1, 'written\n');
await office.close();
