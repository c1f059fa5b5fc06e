import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '#electron/server/kernel/session.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { drawLaunch, openLaunch } from '#tests/support/launches.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const DAY_MS = 86_400_000;

describe('An intent', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let consultant: TestClient & { readonly me: number };
  let homes: number[];
  let customerId: number;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    manager = desk.as('manager');
    consultant = desk.as('consultant');
    customerId = await buildBuyer(consultant, '欧阳倩');
  });
  afterEach(() => desk.close());

  /** Logs in anew: whoever was away for days is not logged in any more. */
  function backAgain(me: number): TestClient {
    const connection = desk.office.connect('接待台');
    openSession(connection, me, desk.clock());
    return desk.at(connection);
  }

  /** Registered for a launch; `picked` once it has a home. */
  async function registered(plan: Parameters<typeof openLaunch>[1] = {}) {
    const { launchId, desks } = await openLaunch(manager, plan);
    const { intentId, number } = await consultant.intents.register({ launchId, customerId, wishes: [] });
    return { launchId, intentId, number, deskId: desks[0] ?? 0 };
  }

  async function picked() {
    const { launchId, intentId, number, deskId } = await registered();
    await drawLaunch(desk, launchId);
    await manager.launches.callGroup({ launchId });
    await consultant.launches.call({ launchId, deskId });
    await consultant.launches.pick({ launchId, deskId, intentId, unitId: homes[0] ?? 0 });
    return { launchId, intentId, number };
  }

  it('is found by its number and by its customer, by whoever sees the customer’s file', async () => {
    const { number, launchId } = await registered();
    const hits = async (person: TestClient, text: string) =>
      (await person.search.find({ text })).filter(({ noun }) => noun === 'intents');
    for (const text of [number, '欧阳倩', 'oyq'])
      expect(await hits(consultant, text)).toMatchObject([
        { title: number, customer: '欧阳倩', launchId, launch: '首批开盘', queueNo: 1, state: 'registered' },
      ]);
    expect(await hits(desk.as('consultant', '钱立'), number)).toEqual([]);
  });

  it('stands in the file of its customer with the home that was picked, its money and its papers', async () => {
    const { number, launchId, intentId } = await picked();
    await consultant.documents.issue({ kind: 'intentSlip', subjectId: intentId });
    await desk.office.press.idle();
    const { intents, documents } = await consultant.customers.detail({ customerId });
    expect(intents).toMatchObject([
      { number, launchId, launch: '首批开盘', queueNo: 1, drawPlace: 1, state: 'picked', of: null },
    ]);
    expect(intents[0]?.unit).toMatch(/101|201|102|202/);
    expect(documents.map(({ kind }) => kind)).toEqual(['intentSlip']);
  });

  it('stands in the report that its customer may ask for, with its money and its papers', async () => {
    const { number, intentId } = await registered({ intentMoney: 2_000_000 });
    const { version } = await consultant.intents.detail({ intentId });
    const taken = await desk.as('finance').intents.receive({ intentId, version, method: 'cash', reference: '' });
    const officer = desk.as('compliance');
    await officer.customers.reveal({ customerId, reason: 'subjectRequest' });
    const { parts } = await officer.customers.personalReport({ customerId });
    const rowsOf = (word: string) => parts.find(({ title }) => title.includes(word))?.rows ?? [];
    expect(rowsOf('认筹')).toEqual([[number, '首批开盘', '1', '', '已缴诚意金', '']]);
    expect(rowsOf('收款')[0]?.[0]).toBe(taken.number);
  });

  it('shows its earnest money among the receipts of the file', async () => {
    const { intentId } = await registered({ intentMoney: 2_000_000 });
    const { version } = await consultant.intents.detail({ intentId });
    const finance = desk.as('finance');
    await finance.intents.receive({ intentId, version, method: 'cash', reference: '' });
    const { money } = await finance.customers.detail({ customerId });
    expect(money?.receipts).toMatchObject([{ item: 'intentMoney', amount: 2_000_000, unit: '首批开盘' }]);
  });

  it('keeps its customer from being made anonymous until it is over', async () => {
    const { intentId, launchId } = await registered();
    const officer = desk.as('compliance');
    const anonymise = () => officer.customers.anonymise({ customerId });
    await expectRefusal(anonymise(), 'CUSTOMER_DEAL_LIVE');
    const { version } = await consultant.intents.detail({ intentId });
    await consultant.intents.withdraw({ intentId, version, reason: '不买了' });
    await anonymise();
    const [row] = await manager.intents.list({ launchId });
    expect(row?.name).toBe('（已匿名）');
    expect((await manager.intents.detail({ intentId })).endReason).toBe('');
  });

  it('without its money is on Today of its consultant alone, in the days before the launch', async () => {
    await registered({ intentMoney: 2_000_000 });
    expect((await consultant.tasks.today({})).tasks).toEqual([]);
    const kinds = async (person: TestClient) => (await person.tasks.today({})).tasks.map(({ kind }) => kind);
    desk.clock.advance(3 * DAY_MS);
    expect(await kinds(backAgain(consultant.me))).toContain('intentMoneyDue');
    expect(await kinds(desk.as('consultant', '钱立'))).not.toContain('intentMoneyDue');
  });

  it('that picked a home is its consultant’s task until it is subscribed, and the day of a launch is the manager’s', async () => {
    const { launchId } = await openLaunch(manager, { desks: 1 });
    await consultant.intents.register({ launchId, customerId, wishes: [] });
    await drawLaunch(desk, launchId);
    desk.clock.advance(6 * DAY_MS);
    manager = desk.as('manager');
    const due = async (person: TestClient, kind: string) =>
      (await person.tasks.today({})).tasks.filter((task) => task.kind === kind);
    expect(await due(manager, 'launchDue')).toMatchObject([
      { noun: 'launches', subjectId: launchId, params: { name: '首批开盘', state: 'drawn' } },
    ]);
    await manager.launches.callGroup({ launchId });
    const other = desk.as('consultant', '钱立');
    const { desks } = await manager.launches.detail({ launchId });
    const deskId = desks[0]?.id ?? 0;
    const { intentId } = await other.launches.call({ launchId, deskId });
    await other.launches.pick({ launchId, deskId, intentId, unitId: homes[0] ?? 0 });
    expect(await due(backAgain(consultant.me), 'pickToSubscribe')).toMatchObject([
      { noun: 'units', subjectId: homes[0], params: { person: '欧阳倩' } },
    ]);
    expect(await due(other, 'pickToSubscribe')).toEqual([]);
    expect(await due(other, 'holdExpiring')).toEqual([]);
  });
});
