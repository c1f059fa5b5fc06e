import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('Reading of customers', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
  });
  afterEach(() => desk.close());

  const buyers = async (count: number) => {
    const ids: number[] = [];
    for (let at = 0; at < count; at += 1) ids.push(await buildBuyer(consultant, `王海涛${at}`));
    return ids;
  };
  const alerts = () =>
    desk.office.database.client
      .prepare<[], string>("select data from events where kind = 'readUnusually' order by seq")
      .pluck()
      .all()
      .map((data) => JSON.parse(data));
  const limit = (limits: Partial<Record<'reveals' | 'files' | 'searches' | 'rows', number>>) =>
    desk.as('manager').settings.set({
      key: 'readingLimits',
      value: {
        day: { reveals: 30, files: 150, searches: 300, rows: 1500, ...limits },
        tenMinutes: { reveals: 30, files: 150, searches: 300, rows: 1500 },
      },
      effectiveFrom: '2026-11-23',
      sourceNote: '案场规定',
    });
  const countOf = async (who: TestClient, measure: string) =>
    (await who.privacy.mine({})).counts.find((one) => one.measure === measure && one.window === 'day')?.count;

  it('asks for a reason of the list before numbers are shown, and for words where it is another one', async () => {
    const [customerId = 0] = await buyers(1);
    const supervisor = desk.as('supervisor', '陈立群');
    await expectRefusal(supervisor.customers.reveal({ customerId, reason: 'other' }), 'REASON_MISSING');
    await supervisor.customers.reveal({ customerId, reason: 'other', words: '电话有误，向本人核对' });
    const { reveals } = await supervisor.customers.detail({ customerId });
    expect(reveals.today).toMatchObject([{ by: '陈立群', reason: 'other', words: '电话有误，向本人核对' }]);
  });

  it('counts every record once a day, and lists, searches and reveals apart', async () => {
    const [first = 0, second = 0] = await buyers(2);
    const manager = desk.as('manager');
    for (const customerId of [first, second, first]) await manager.customers.detail({ customerId });
    await manager.customers.reveal({ customerId: first, reason: 'callCustomer' });
    for (const text of ['王', '王海', '王海涛']) await manager.search.find({ text });
    await manager.search.find({ text: '李' });
    await manager.customers.list({ scope: 'all', text: '', rating: null, state: null });
    expect(await countOf(manager, 'files')).toBe(2);
    expect(await countOf(manager, 'reveals')).toBe(1);
    expect(await countOf(manager, 'searches')).toBe(2);
    expect(await countOf(manager, 'rows')).toBe(2);
    desk.clock.advance(86_400_000);
    expect(await countOf(desk.as('manager'), 'files')).toBe(0);
  });

  it('tells the manager, the compliance officer and the reader once, and refuses nothing', async () => {
    const compliance = desk.as('compliance', '吴敏');
    const manager = desk.as('manager', '周宁');
    const supervisor = desk.as('supervisor', '陈立群');
    const people = await buyers(4);
    await limit({ files: 2 });
    desk.clock.advance(1000);
    for (const customerId of people) await supervisor.customers.detail({ customerId });
    await desk.office.clock.tick();
    expect(alerts()).toEqual([{ measure: 'files', window: 'day', count: 3, limit: 2 }]);
    for (const person of [manager, compliance, supervisor]) {
      const [told] = (await person.notices.list({})).rows;
      expect(told).toMatchObject({ kind: 'readUnusually', params: { person: '陈立群', count: 3, limit: 2 } });
    }
    expect((await consultant.notices.list({})).rows).toEqual([]);
    expect((await supervisor.privacy.mine({})).above).toEqual([
      { measure: 'files', window: 'day', count: 4, limit: 2 },
    ]);
  });

  it('goes on counting, and tells nobody twice, after the program was started again', async () => {
    const people = await buyers(3);
    await limit({ files: 1 });
    const readers = desk.as('supervisor', '陈立群');
    for (const customerId of people.slice(0, 2)) await readers.customers.detail({ customerId });
    await desk.office.clock.tick();
    desk = await desk.restart();
    const { client } = desk.office.database;
    expect(client.prepare('select count(*) from readings where account_id = ?').pluck().get(readers.me)).toBe(2);
    expect(alerts()).toHaveLength(1);
    const connection = desk.office.connect('terminal again');
    const { openSession } = await import('#electron/server/kernel/session.ts');
    openSession(connection, readers.me, desk.clock());
    await desk.at(connection).customers.detail({ customerId: people[2] ?? 0 });
    await desk.office.clock.tick();
    expect(alerts()).toHaveLength(1);
    expect((await desk.at(connection).privacy.mine({})).above).toMatchObject([{ measure: 'files', count: 3 }]);
  });
});
