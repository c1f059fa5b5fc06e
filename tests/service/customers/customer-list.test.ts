import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { customerListKeys } from '#db/repositories/list-keys.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { plansOf } from '#tests/support/query-plans.ts';

const all = { scope: 'all' as const, text: '', rating: null, state: null };

describe('The list of customers', () => {
  let desk: TestOffice;
  let he: TestClient & { me: number };
  let lu: TestClient & { me: number };
  beforeEach(async () => {
    desk = await testOffice();
    [he, lu] = [desk.as('consultant', '何佳怡'), desk.as('consultant', '陆远')];
  });
  afterEach(() => desk.close());

  /** Six customers, one after the other: four of 何佳怡, two of 陆远. */
  async function sixCustomers(): Promise<number[]> {
    const ids: number[] = [];
    for (const [who, name] of [
      [he, '王海涛'],
      [he, '李雪'],
      [lu, '王德富'],
      [he, '曾宇'],
      [lu, '安然'],
      [he, '王小川'],
    ] as const) {
      desk.clock.advance(60_000);
      ids.push(await buildBuyer(who, name));
    }
    return ids;
  }

  const names = (list: { rows: readonly { name: string }[] }) => list.rows.map(({ name }) => name);

  it('comes part by part, the one spoken to last first, and says how many there are', async () => {
    await sixCustomers();
    const manager = desk.as('manager');
    const whole = await manager.customers.list(all);
    expect(names(whole)).toEqual(['王小川', '安然', '曾宇', '王德富', '李雪', '王海涛']);
    const part = await manager.customers.list({ ...all, offset: 2, limit: 2 });
    expect(part.total).toBe(6);
    expect(names(part)).toEqual(['曾宇', '王德富']);
    expect((await manager.customers.list({ ...all, offset: 6 })).rows).toEqual([]);
  });

  it('is ordered by the office: people as a register has them, days by the calendar, empty ones last', async () => {
    const [first = 0] = await sixCustomers();
    const manager = desk.as('manager');
    expect(names(await manager.customers.list({ ...all, sort: [{ by: 'name', desc: false }] }))).toEqual([
      '安然',
      '李雪',
      '王德富',
      '王海涛',
      '王小川',
      '曾宇',
    ]);
    await he.customers.followUp({
      customerId: first,
      method: 'phone',
      content: '约好周六再来',
      rating: 'D',
      nextOn: '2026-12-24',
    });
    const last = await manager.customers.list({ ...all, sort: [{ by: 'rating', desc: true }] });
    expect(names(last)[0]).toBe('王海涛');
    const owners = await manager.customers.list({
      ...all,
      sort: [
        { by: 'owner', desc: true },
        { by: 'name', desc: true },
      ],
    });
    expect(names(owners)).toEqual(['王德富', '安然', '曾宇', '王小川', '王海涛', '李雪']);
  });

  it('counts each rating and state under the rest of the filter', async () => {
    const [first = 0] = await sixCustomers();
    const manager = desk.as('manager');
    const { ratings } = await manager.customers.list(all);
    const usual = (['A', 'B', 'C', 'D'] as const).find((one) => ratings[one] === 6) ?? 'A';
    const other = usual === 'D' ? 'C' : 'D';
    const content = '暂时不买，年后再联系';
    await he.customers.followUp({ customerId: first, method: 'phone', content, rating: other, nextOn: null });
    const narrowed = await manager.customers.list({ ...all, rating: other });
    expect(narrowed).toMatchObject({ total: 1, ratings: { [usual]: 5, [other]: 1 }, states: { prospect: 1 } });
  });

  it('finds by name, pinyin and digits, however many there are, and keeps the order', async () => {
    await sixCustomers();
    const manager = desk.as('manager');
    const wang = { ...all, text: 'wang', sort: [{ by: 'name' as const, desc: false }] };
    expect(names(await manager.customers.list(wang))).toEqual(['王德富', '王海涛', '王小川']);
    expect(names(await he.customers.list({ ...wang, scope: 'mine' }))).toEqual(['王海涛', '王小川']);
    expect((await manager.customers.list({ ...wang, offset: 1, limit: 1 })).total).toBe(3);
  });

  it('holds nothing of a colleague’s customers, neither rows nor counts', async () => {
    await sixCustomers();
    const mine = await lu.customers.list(all);
    expect(mine).toMatchObject({ total: 2, states: { prospect: 2 } });
    expect(names(mine)).toEqual(['安然', '王德富']);
  });

  it('follows what happens between two looks, and the day', async () => {
    const [first = 0] = await sixCustomers();
    await he.customers.followUp({
      customerId: first,
      method: 'phone',
      content: '约好十二月再来',
      rating: 'A',
      nextOn: '2026-12-20',
    });
    expect(names(await he.customers.list({ ...all, scope: 'due' }))).not.toContain('王海涛');
    const dueOn = (today: string) =>
      customerListKeys(
        readDb(desk.office.database),
        { whose: [he.me], due: true, ids: null, today: localDate(today) },
        [],
      ).map(({ id }) => id);
    expect(dueOn('2026-12-19')).not.toContain(first);
    expect(dueOn('2026-12-20')).toContain(first);
    await buildBuyer(he, '新客户');
    expect((await he.customers.list({ ...all, scope: 'mine' })).total).toBe(5);
  });

  it('of one consultant is read by the index of owners, some records by their numbers', () => {
    const db = readDb(desk.office.database);
    const filter = { whose: null, due: false, ids: null, today: localDate('2026-11-25') };
    const plans = plansOf(desk.office.database, () => {
      customerListKeys(db, { ...filter, whose: [he.me] }, ['name', 'owner']);
      customerListKeys(db, { ...filter, ids: [1, 2] }, ['name']);
    });
    expect(plans[0]).toContain('customers_of_owner');
    expect(plans[1]).toContain('SEARCH customers USING INTEGER PRIMARY KEY');
  });
});
