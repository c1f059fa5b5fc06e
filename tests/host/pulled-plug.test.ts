import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { verifyLog } from '#db/repositories/events.ts';
import { openOffice } from '#electron/server/office.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { migrationsFolder, testOffice } from '#tests/support/office.ts';
import { proofSize } from '#tests/support/proof-size.ts';

const ROUNDS = proofSize(50, 1000);
const SEED = 20261123;

/** Runs an office in a process of its own until it has acknowledged something, kills it, gives what it acknowledged. */
async function killedOffice(args: readonly string[], afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [path.resolve('tests/support/office-child.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let fault = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  child.stderr.on('data', (part) => {
    fault += String(part);
  });
  const ended = once(child, 'close');
  while (!said.includes('\n') && child.exitCode === null) await wait(2);
  expect(child.exitCode, fault).toBeNull();
  await wait(afterMs);
  child.kill('SIGKILL');
  await ended;
  return said.split('\n').filter((line) => line.length === 11);
}

it(`an office that is killed ${ROUNDS} times loses nothing it has acknowledged and opens without questions`, {
  timeout: proofSize(240_000, 7_200_000),
}, async () => {
  const desk = await testOffice();
  const account = desk.as('consultant').me;
  const { folder, rootKey } = desk;
  await desk.office.close();
  const random = createRandom(SEED);
  const promised: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const args = [folder, rootKey.toString('hex'), migrationsFolder, String(account), String(round * 100_000 + 1)];
    promised.push(...(await killedOffice(args, random.int(0, 40))));
  }
  const office = openOffice({
    folder,
    rootKey,
    migrations: migrationsFolder,
    tickEveryMs: null,
    ports: { clock: Date.now, newId: () => 'none', log: () => undefined },
  });
  const { client } = office.database;
  const kept = new Set(client.prepare('select phone from customers').pluck().all());
  expect(promised.length).toBeGreaterThanOrEqual(ROUNDS);
  expect(promised.filter((phone) => !kept.has(phone))).toEqual([]);
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(verifyLog(client).events).toBeGreaterThanOrEqual(promised.length);
  await office.close();
  await desk.close();
});
