import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { openSession } from '#electron/server/kernel/session.ts';
import { openOffice } from '#electron/server/office.ts';
import type { OfficeClient } from '#shared/api/index.ts';

// A whole office in a process of its own, to be killed: registers visitors as fast as it can and says which of them the
// office has acknowledged. Arguments: folder, root key (hex), migrations, account, first number.
const [folder = '', key = '', migrations = '', account = '', first = ''] = process.argv.slice(2);
const office = openOffice({
  folder,
  rootKey: Buffer.from(key, 'hex'),
  migrations,
  tickEveryMs: null,
  ports: { clock: Date.now, newId: () => v7(), log: () => undefined },
});
const connection = office.connect('a terminal whose plug is pulled');
openSession(connection, Number(account), Date.now());
// The router is built from the declarations, so its own type is too wide to name a procedure.
const client = createRouterClient(office.router, { context: { connection } }) as unknown as OfficeClient;
let next = Number(first);

async function register(): Promise<void> {
  const number = next;
  next += 1;
  const phone = `100${String(number).padStart(8, '0')}`;
  await client.visits.register({
    requestId: v7(),
    data: {
      kind: 'visit',
      customerId: null,
      name: '来访客',
      phone,
      channel: 'passingBy',
      rating: 'C',
      partySize: 1,
      intent: '',
      notes: '',
      nextFollowUpOn: null,
      receivedBy: null,
    },
  });
  // Written at once and whole: what the parent reads was acknowledged before the kill.
  writeSync(1, `${phone}\n`);
}

for (;;) await Promise.all([register(), register(), register()]);
