import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { draftedContract, subscribedHome } from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

const DAY_MS = 86_400_000;

describe('The register of the department', () => {
  let desk: TestOffice;
  let manager: TestClient & { readonly me: number };
  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager');
  });
  afterEach(() => desk.close());

  const partner = () => {
    const today = dayOf(desk.clock());
    return manager.partnerAgreements.save({
      agreement: null,
      renewsId: null,
      kind: 'supplier',
      title: '沙盘维护',
      partner: '样本模型公司',
      creditCode: '',
      contact: '',
      phone: '',
      fromOn: today,
      toOn: addMonths(today, 12),
      amount: yuan(20_000),
      quotaUnits: null,
      quotaAmount: null,
      terms: '',
      ownerId: manager.me,
    });
  };

  it('holds sales and contracts with partners in one book, found and ordered together', async () => {
    const { number, contractId } = await draftedContract(desk);
    const other = await partner();
    const all = await manager.contractRegister.list({ group: 'all', text: '' });
    expect(all.rows.map((row) => [row.number, row.kind])).toEqual([
      [other.number, 'supplier'],
      [number, 'saleHome'],
    ]);
    expect(all.counts).toEqual({ all: 2, sale: 1, partner: 1 });
    expect(all.amount).toBe(all.rows.reduce((sum, { amount }) => sum + amount, 0));
    const sales = await manager.contractRegister.list({ group: 'sale', text: '' });
    expect(sales.rows.map(({ id }) => id)).toEqual([contractId]);
    const found = await manager.contractRegister.list({ group: 'all', text: '沙盘' });
    expect(found.rows.map((row) => row.number)).toEqual([other.number]);
    const dearest = await manager.contractRegister.list({
      group: 'all',
      text: '',
      sort: [{ by: 'amount', desc: true }],
    });
    expect(dearest.rows[0]?.number).toBe(number);
  });

  it('leaves by a file only with what the person may read', async () => {
    const { contractId } = await draftedContract(desk);
    const { agreementId } = await partner();
    const ids = [contractId * 2, agreementId * 2 + 1];
    const what = { list: 'contractRegister' as const, scope: 'all' as const, filter: {}, searched: false };
    const { number } = await manager.exports.record({
      ...what,
      rows: 2,
      columns: ['number'],
      ids,
      reportId: null,
      form: 'file',
    });
    expect(number).toBe('DC-2026-0001');
  });

  it('schedules what is due week by week, and tells which homes are behind a figure', async () => {
    const { subscriptionId, consultant } = await subscribedHome(desk);
    const today = dayOf(desk.clock());
    const { row } = await consultant.subscriptions.detail({ subscriptionId });
    const schedule = () => manager.contractRegister.schedule({ from: today, weeks: 4 });
    const signing = async () => (await schedule()).acts.find(({ act }) => act === 'signing');
    const open = (await signing())?.weeks.map((week) => week.open.count) ?? [];
    expect(open.reduce((sum, count) => sum + count, 0)).toBe(1);
    const week = (await schedule()).weeks[open.indexOf(1)];
    const deals = await manager.contractRegister.scheduled({
      act: 'signing',
      late: false,
      from: week?.from ?? today,
      to: week?.to ?? today,
    });
    expect(deals).toMatchObject([{ subscriptionId, on: row.signBy, amount: row.price, done: false }]);
    const payment = (await schedule()).acts.find(({ act }) => act === 'payment');
    const received = payment?.weeks[0]?.done;
    expect(received).toEqual({ count: 1, amount: row.depositDue });
    desk.clock.advance(8 * DAY_MS);
    manager = desk.as('manager');
    expect(addDays(today, 8) > row.signBy).toBe(true);
    expect((await signing())?.late.count).toBe(1);
    const others = desk.as('consultant');
    const theirs = await others.contractRegister.schedule({ from: today, weeks: 4 });
    expect(
      theirs.acts.every(({ late, weeks }) => late.count + weeks.filter((one) => one.open.count > 0).length === 0),
    ).toBe(true);
  });
});
