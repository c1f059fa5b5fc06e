import { getTableName } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { currentTables, loggedTables } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { openOffice } from '#electron/server/office.ts';
import type { LongAct } from '#shared/kernel/long-act.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { largePriceList, largeProject } from '#tests/support/large-lists.ts';
import { heard } from '#tests/support/long-acts.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const DEALS = 120;
const ON_A_FLOOR = 10;

describe('A running project that is being written', () => {
  let desk: TestOffice;
  let office: TestClient & { readonly me: number };
  let consultant: TestClient;
  afterEach(() => desk.close());

  async function open(patienceMs?: number) {
    desk = await testOffice(patienceMs === undefined ? {} : { patienceMs });
    await buildHomes(desk, { floors: DEALS / ON_A_FLOOR, rooms: ON_A_FLOOR });
    office = desk.as('backOffice', '何静');
    consultant = desk.as('consultant', '陈晓');
  }

  async function begin() {
    const asked = { files: [await largeProject(DEALS, ON_A_FLOOR)], choices: [] };
    const { totals } = await office.imports.previewProject(asked);
    const deals = heard(desk, ({ step }) => step === 'deals');
    const written = office.imports.commitProject({ ...asked, totals });
    // Whoever waits for what it writes hears first when it is refused.
    await Promise.race([deals, written]);
    return { written, again: () => office.imports.commitProject({ ...asked, totals }) };
  }

  const visitor = (phone: string) => ({
    ...{ kind: 'visit' as const, customerId: null, name: '来访客', phone, channel: 'passingBy' as const },
    ...{ rating: 'C' as const, partySize: 1, intent: '', notes: '', nextFollowUpOn: null, receivedBy: null },
  });
  const tables = () => {
    const now = currentTables(desk.office.database.client);
    return Object.fromEntries(loggedTables.map((table) => [getTableName(table), now.get(getTableName(table))]));
  };

  it('lets everybody read meanwhile, sees nothing half-written, and lets what waits follow it', async () => {
    await open();
    const { written } = await begin();
    const ended: string[] = [];
    const followed = consultant.visits.register(visitor('13800000001')).then(() => ended.push('visit'));
    const { units } = await consultant.units.board({});
    expect(new Set(units.map(({ state }) => state))).toEqual(new Set(['available']));
    expect(await consultant.search.find({ text: '买家1' })).toEqual([]);
    expect(ended).toEqual([]);
    const { figures } = await written.then((answer) => {
      ended.push('project');
      return answer;
    });
    await followed;
    expect(ended).toEqual(['project', 'visit']);
    expect(figures.subscriptions.count).toBe(DEALS);
    const after = await consultant.units.board({});
    expect(new Set(after.units.map(({ state }) => state))).toEqual(new Set(['signed', 'subscribed']));
    expectReplayed(desk);
  });

  it('tells every window how far it is and what it writes, and that it is over', async () => {
    await open();
    const told: (LongAct | null)[] = [];
    const leaving = new AbortController();
    const changes = await consultant.session.changes({}, { signal: leaving.signal });
    const listening = (async () => {
      for await (const { longAct } of changes) {
        told.push(longAct);
        if (told.length > 1 && longAct === null) return;
      }
    })();
    const { written } = await begin();
    await written;
    await listening;
    leaving.abort();
    const acts = told.flatMap((one) => one ?? []);
    expect([...new Set(acts.map(({ step }) => step))]).toEqual(['checking', 'customers', 'deals', 'history']);
    const percents = acts.map(({ percent }) => percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(acts[0]).toMatchObject({ procedure: 'imports.commitProject', actorId: office.me, by: '何静' });
    expect(told.at(-1)).toBeNull();
  });

  it('is stopped by whoever began it: nothing is written, and it can begin again', async () => {
    await open();
    const before = tables();
    const { written, again } = await begin();
    const refused = expectRefusal(written, 'ACT_STOPPED');
    await office.imports.stop({});
    await refused;
    expect(tables()).toEqual(before);
    expect(await office.imports.list({})).toEqual([]);
    expect(desk.office.live.longAct()).toBeNull();
    expect((await again()).figures.receipts.count).toBe(DEALS * 3);
    expectReplayed(desk);
  });

  it('is not stopped by somebody else', async () => {
    await open();
    const other = desk.as('backOffice');
    const { written } = await begin();
    await other.imports.stop({});
    expect((await written).figures.contracts.count).toBe((DEALS * 2) / 3);
  });

  it('refuses an entry that would wait too long, in words, and has written nothing of it', async () => {
    await open(1);
    const { written } = await begin();
    const entry = consultant.visits.register(visitor('13800000002'));
    await expectRefusal(entry, 'ACT_BEFORE');
    await written;
    expect(await consultant.search.find({ text: '13800000002' })).toEqual([]);
    await consultant.visits.register(visitor('13800000002'));
    expect(await consultant.search.find({ text: '13800000002' })).toHaveLength(1);
  });

  it('locks a screen at once, and answers a repeated request without doing it twice', async () => {
    await open(1);
    const asked = { files: [await largeProject(DEALS, ON_A_FLOOR)], choices: [] };
    const { totals } = await office.imports.previewProject(asked);
    const id = '0190f0f0-0000-7000-8000-000000000001';
    const first = office.imports.commitProject({ ...asked, totals }, id);
    await Promise.race([heard(desk, ({ step }) => step === 'deals'), first]);
    await consultant.session.lock({}).catch(() => undefined);
    await expectRefusal(consultant.units.board({}), 'SESSION_LOCKED');
    const answer = await first;
    expect(await office.imports.commitProject({ ...asked, totals }, id)).toEqual(answer);
    expect(await office.imports.list({})).toHaveLength(1);
  });

  it('is taken back when the office closes meanwhile', async () => {
    await open();
    const { written } = await begin();
    const refused = expectRefusal(written, 'ACT_STOPPED');
    const { folder, rootKey } = desk;
    await desk.office.close();
    await refused;
    const reopened = openOffice({
      ...{ folder, rootKey, migrations: migrationsFolder, tickEveryMs: null },
      ports: { clock: Date.now, newId: () => 'none', log: () => undefined },
    });
    const { client } = reopened.database;
    expect(client.prepare('select count(*) from customers').pluck().get()).toBe(0);
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
    verifyLog(client);
    await reopened.close();
  });
});

it('A price list and its undo are written the same way', async () => {
  const desk = await testOffice();
  const planner = desk.as('planner');
  const steps = new Set<string>();
  desk.office.live.onChange(() => steps.add(desk.office.live.longAct()?.step ?? 'none'));
  const order = { file: await largePriceList(600), sheet: null, mapping: null, alsoFiled: true };
  const { importId, version, newUnits } = await planner.imports.commit({ ...order, leaveOutFaulty: false });
  expect(newUnits).toBe(600);
  await planner.imports.undo({ importId, version });
  expect((await planner.units.board({})).units).toEqual([]);
  expect([...steps]).toEqual(['checking', 'units', 'history', 'none', 'takingBack']);
  expectReplayed(desk);
  await desk.close();
});
