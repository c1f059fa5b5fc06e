import { afterEach, beforeEach, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import type { LongAct } from '#shared/kernel/long-act.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { heard } from '#tests/support/long-acts.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { agreeToBatch, byPercent } from '#tests/support/price-batches.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const HOMES = 300;
const ON_A_FLOOR = 10;

let desk: TestOffice;
let homes: readonly number[];
beforeEach(async () => {
  desk = await testOffice();
  homes = await buildHomes(desk, { floors: HOMES / ON_A_FLOOR, rooms: ON_A_FLOOR });
  await agreeToBatch(desk, byPercent(-20_000), addDays(dayOf(desk.clock()), 1));
  desk.clock.advance(24 * 3_600_000);
});
afterEach(() => desk.close());

const listPrices = async (manager: TestClient) =>
  new Set((await manager.units.board({})).units.map(({ listPrice }) => listPrice));

it('A batch of many homes takes effect while everybody is answered, and nobody sees a part of it', async () => {
  const told: (LongAct | null)[] = [];
  const stop = desk.office.live.onChange(() => told.push(desk.office.live.longAct()));
  const writing = heard(desk, ({ procedure }) => procedure === 'office.pricesChange');
  const manager = desk.as('manager');
  const ended: string[] = [];
  const effective = desk.office.clock.tick().then(() => ended.push('prices'));
  await writing;
  expect(await listPrices(manager)).toEqual(new Set([100_000_000]));
  expect(ended).toEqual([]);
  await effective;
  stop();
  expect(await listPrices(manager)).toEqual(new Set([98_000_000]));
  // Nobody's name: the office does it by itself.
  expect(told[0]).toMatchObject({ procedure: 'office.pricesChange', actorId: null, by: null });
  expect(told.at(-1)).toBeNull();
  const [moved] = await manager.prices.ofUnit({ unitId: homes[0] ?? 0 });
  expect(moved).toMatchObject({ kind: 'pricesChanged', by: null });
  expectReplayed(desk);
});

it('An office that is closed while a batch takes effect has nothing of it, and does it when it is opened again', async () => {
  const writing = heard(desk, ({ procedure }) => procedure === 'office.pricesChange');
  void desk.office.clock.tick();
  await writing;
  desk = await desk.restart();
  const manager = desk.as('manager');
  expect(await listPrices(manager)).toEqual(new Set([100_000_000]));
  await desk.office.clock.tick();
  expect(await listPrices(manager)).toEqual(new Set([98_000_000]));
  expectReplayed(desk);
});
