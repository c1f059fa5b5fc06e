import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import { registerKey } from '#shared/domain/contract-register/kinds.ts';
import { addDays, addMonths, dayOf } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { draftedContract, subscribedHome } from '#tests/support/contract-desk.ts';
import { buildBox, completeContract, copiesAt, nobody } from '#tests/support/custody.ts';
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

  it('lists agreements beside the contract that they are about, with its originals and boxes, and counts no sum twice', async () => {
    const { contractId, number, consultant, subscriptionId, backOffice } = await completeContract(desk);
    const plain = { boxId: null, borrowerId: null, backOn: null, reason: '', ...nobody };
    const boxId = await buildBox(backOffice);
    const originals = await copiesAt(backOffice, contractId, 'backOffice');
    await backOffice.custody.move({ ...plain, contractId, act: 'file', to: 'archive', boxId, originals });
    const ask: ChangeAsk = { kind: 'termsChange', fields: {}, clauses: ['双方同意另行签订车位使用约定。'] };
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    await decideChange(manager, changeId);
    const agreement = await manager.agreements.draft({ changeId });
    const { rows, amount, counts } = await manager.contractRegister.list({ group: 'all', text: '' });
    expect(rows).toMatchObject([
      {
        number: agreement.number,
        kind: 'supplement',
        amount: 0,
        state: { noun: 'agreements', is: 'draft' },
        copies: 0,
      },
      { number, kind: 'saleHome', copies: 4, boxes: 'DA-2026-0001' },
    ]);
    expect(amount).toBe(rows[1]?.amount);
    expect(counts).toEqual({ all: 2, sale: 2, partner: 0 });
    expect(rows[0]?.party).toBe(rows[1]?.party);
    const named = await manager.contractRegister.list({ group: 'all', text: agreement.number });
    expect(named.rows.map((row) => row.number)).toEqual([agreement.number]);
    const other = desk.as('consultant', '别的顾问');
    expect((await other.contractRegister.list({ group: 'all', text: agreement.number })).rows).toEqual([]);
  });

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
    const ids = [registerKey('contracts', contractId), registerKey('partnerAgreements', agreementId)];
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
