import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { getTableName } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { currentTables, loggedTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { openOffice } from '#electron/server/office.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const DEALS = 120;
const ON_A_FLOOR = 10;

/** Takes a project over in a process of its own that is killed at some per cent. Answers what it said and how it ended. */
async function takenOver(desk: TestOffice, account: number, percent: number) {
  const args = [desk.folder, desk.rootKey.toString('hex'), migrationsFolder, account, DEALS, ON_A_FLOOR, percent];
  const child = spawn(process.execPath, [path.resolve('tests/support/takeover-child.ts'), ...args.map(String)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  const [, signal] = await once(child, 'close');
  return { said: said.trim(), signal };
}

/** What stands in the tables of the closed office, after a look at its log: the chain holds and makes these tables. */
async function standing(desk: TestOffice) {
  const office = openOffice({
    ...{ folder: desk.folder, rootKey: desk.rootKey, migrations: migrationsFolder, tickEveryMs: null },
    ports: { clock: Date.now, newId: () => 'none', log: () => undefined },
  });
  const { client } = office.database;
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  verifyLog(client);
  const tables = currentTables(client);
  const replayed = replay(client);
  for (const table of loggedTables.map((one) => getTableName(one)))
    expect([...(replayed.get(table)?.keys() ?? [])].sort(), table).toEqual(
      [...(tables.get(table)?.keys() ?? [])].sort(),
    );
  await office.close();
  return Object.fromEntries(loggedTables.map((table) => [getTableName(table), tables.get(getTableName(table))]));
}

it('A process that is killed while it takes a project over leaves nothing of it, and it can begin again', async () => {
  const desk = await testOffice();
  onTestFinished(() => desk.close());
  await buildHomes(desk, { floors: DEALS / ON_A_FLOOR, rooms: ON_A_FLOOR });
  const importer = desk.as('backOffice', '何静').me;
  desk.as('consultant', '陈晓');
  await desk.office.close();
  const before = await standing(desk);
  for (const percent of [0, 10, 60]) {
    expect(await takenOver(desk, importer, percent)).toEqual({ said: '', signal: 'SIGKILL' });
    expect(await standing(desk), `killed at ${percent} %`).toEqual(before);
  }
  expect(await takenOver(desk, importer, 101)).toEqual({ said: 'written', signal: null });
  expect((await standing(desk))['subscriptions']?.size).toBe(DEALS);
}, 120_000);
