import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { actingProcess, bundledChild, officeForActing, orderFor, type Told } from '#tests/support/acting-process.ts';
import { testOffice } from '#tests/support/office.ts';
import { notRun, proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { killedAtWrite, straceWorks } from '#tests/support/strace.ts';
import { examine } from '#tests/support/whole-office.ts';

const CYCLES = proofSize(24, 300, 'cycles');
const SEED = proofSeed(20_261_123);
/** An office is killed so often, then the next one begins: looking at a long log costs more than killing. */
const CYCLES_OF_AN_OFFICE = 50;
/** All tables are rebuilt from the log after each so many falls, and after the last. */
const REPLAYED_EVERY = 5;
/** An office opens again within this, without a question. */
const OPENS_WITHIN_MS = 3_000;
/** A kill falls into the milliseconds after an acknowledgement, or at one of the next writes. */
const MOST_MS = 60;
const MOST_WRITES = 400;
const NEVER = 1_000_000;

let bundle: Awaited<ReturnType<typeof bundledChild>>;
beforeAll(async () => {
  bundle = await bundledChild('acting-office');
}, 120_000);
afterAll(() => bundle.remove());

const killedAfter = (ms: number) => async (child: ChildProcess, said: () => string) => {
  while (!said().includes('\n!') && child.exitCode === null) await wait(2);
  await wait(ms);
  child.kill('SIGKILL');
};

it(`an office that is killed ${CYCLES} times has done what it acknowledged, once, and nothing by half (seed ${SEED})`, {
  timeout: proofSize(300_000, 14_400_000),
}, async () => {
  if (!straceWorks) notRun('the kill in the middle of a write', 'strace');
  const random = createRandom(SEED);
  const figures = { cycles: 0, acknowledged: 0, lost: 0, faults: 0, atWrites: 0, slowestOpenMs: 0, seed: SEED };
  const opened: number[] = [];
  const wrong: string[] = [];
  while (figures.cycles < CYCLES) {
    const desk = await testOffice();
    const furnished = await officeForActing(desk);
    const told: Record<'asked' | 'acknowledged' | 'refused', string[]> = { asked: [], acknowledged: [], refused: [] };
    for (let cycle = 1; cycle <= CYCLES_OF_AN_OFFICE && figures.cycles < CYCLES; cycle += 1) {
      const numbers = { seed: random.int(0, NEVER), first: (figures.cycles + 1) * 10_000 };
      const order = orderFor(desk, { ...furnished, ...numbers, acts: NEVER, close: false });
      const atWrite = straceWorks && random.chance(0.5);
      const run = atWrite
        ? { prefix: killedAtWrite(random.int(1, MOST_WRITES)) }
        : { until: killedAfter(random.int(0, MOST_MS)) };
      const said = await actingProcess(bundle.program, order, run);
      expect(said.complaints).toBe('');
      for (const kind of ['asked', 'acknowledged', 'refused'] as const) told[kind].push(...said[kind]);
      if (said.openedMs !== undefined) opened.push(said.openedMs);
      figures.cycles += 1;
      figures.acknowledged += said.acknowledged.length;
      if (atWrite) figures.atWrites += 1;
      const last = figures.cycles === CYCLES || cycle === CYCLES_OF_AN_OFFICE;
      const { lost, faults } = examine(desk.folder, desk.rootKey, told, last || cycle % REPLAYED_EVERY === 0);
      figures.lost += lost.length;
      figures.faults += faults.length;
      wrong.push(...lost, ...faults);
    }
    await desk.close();
  }
  figures.slowestOpenMs = Math.max(...opened);
  proofFigures(figures);
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(figures.acknowledged).toBeGreaterThan(CYCLES);
  // The machine of a test may stand still for a while: what is promised is what an office usually takes.
  expect(opened.toSorted((a, b) => a - b)[Math.floor(opened.length / 2)]).toBeLessThan(OPENS_WITHIN_MS);
});

it('whoever looks for lost acts sees one that is lost, one that is there by half, and a row that the log does not know', async () => {
  const desk = await testOffice();
  const furnished = await officeForActing(desk);
  const order = orderFor(desk, { ...furnished, seed: SEED, first: 0, acts: 30, close: true });
  const told: Told = await actingProcess(bundle.program, order);
  const look = () => examine(desk.folder, desk.rootKey, told);
  expect(look()).toEqual({ lost: [], faults: [] });
  const damage = (sql: string) => {
    const database = openDatabase({ file: `${desk.folder}/office.db`, key: officeKeys(desk.rootKey).file });
    database.client.exec(sql);
    database.close();
  };
  const [first = '', second = ''] = told.acknowledged;
  damage(`delete from requests where request_id = '${first}'`);
  expect(look()).toEqual({ lost: [first], faults: [expect.stringContaining(first)] });
  damage(`update units set room_no = '9999' where id = 1`);
  expect(look().faults).toContainEqual('units is not what the log says');
  const never = examine(desk.folder, desk.rootKey, { ...told, acknowledged: [second, 'never written'] }, false);
  expect(never.lost).toEqual(['never written']);
  await desk.close();
});
