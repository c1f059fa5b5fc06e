import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '#shared/kernel/local-date.ts';
import { subscribedHome } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('The register of invoices', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('takes invoices up to what was received, who took them, and the red one that reverses one', async () => {
    const { subscriptionId } = await subscribedHome(desk);
    const finance = desk.as('finance');
    const day = dayOf(desk.clock());
    const before = await finance.invoices.ofDeal({ subscriptionId });
    expect(before).toMatchObject({ received: 5_000_000, invoiced: 0, open: 5_000_000, can: { record: true } });
    const given = { subscriptionId, number: '25500000000000000018', issuedOn: day, remark: '预收款，不征税' };
    const above = finance.invoices.record({ ...given, amount: 5_000_001 });
    expect(await refusalOf(above)).toMatchObject({ code: 'INVOICE_ABOVE_RECEIVED', params: { openFen: 5_000_000 } });
    const { invoiceId, open } = await finance.invoices.record({ ...given, amount: 5_000_000 });
    expect(open).toBe(0);
    const twice = finance.invoices.record({ ...given, amount: 1 });
    expect(await refusalOf(twice)).toMatchObject({ code: 'INVOICE_NUMBER_TAKEN' });
    await finance.invoices.handOver({ invoiceId, version: 1, takenBy: '欧阳询', takenOn: day });
    const [taken] = (await finance.invoices.ofDeal({ subscriptionId })).rows;
    expect(taken?.can).toMatchObject({ handOver: { code: 'INVOICE_HANDED_OVER' }, handOverTitle: true });
    const title = { invoiceId, version: 2, taker: 'titleOffice', takenBy: '何佳怡', takenOn: day } as const;
    await finance.invoices.handOver(title);
    expect(await refusalOf(finance.invoices.handOver({ ...title, version: 3 }))).toMatchObject({
      code: 'INVOICE_HANDED_OVER',
    });
    const red = { invoiceId, version: 3, number: '25500000000000000019', issuedOn: day, reason: '抬头有误' };
    await finance.invoices.reverse(red);
    expect(await refusalOf(finance.invoices.reverse({ ...red, number: '3' }))).toMatchObject({
      code: 'INVOICE_REVERSED',
    });
    const after = await finance.invoices.ofDeal({ subscriptionId });
    expect(after).toMatchObject({ invoiced: 0, open: 5_000_000 });
    expect(after.rows.map((row) => [row.state, row.reverses, row.takenBy, row.titleTakenBy])).toEqual([
      ['reversed', null, '欧阳询', '何佳怡'],
      ['red', '25500000000000000018', '', ''],
    ]);
    const { total, reversed, rows } = await finance.invoices.list({ from: day, to: day });
    expect([total, reversed, rows.length]).toEqual([0, 5_000_000, 2]);
    const leaving = {
      list: 'invoices',
      scope: 'all',
      filter: {},
      searched: false,
      reportId: null,
      form: 'paper',
    } as const;
    const ids = rows.map(({ id }) => id);
    const { number } = await finance.exports.record({ ...leaving, columns: ['number'], rows: 2, ids });
    expect(number).toMatch(/^DC-/);
    expectReplayed(desk);
  });

  it('is written by the desks of money only, and tells consultants of their own deals', async () => {
    const { subscriptionId, consultant } = await subscribedHome(desk);
    const day = dayOf(desk.clock());
    const given = { subscriptionId, number: '18', amount: 100, issuedOn: day, remark: '' };
    expect(await refusalOf(consultant.invoices.record(given))).toMatchObject({ code: 'FORBIDDEN' });
    await desk.as('backOffice').invoices.record(given);
    expect((await consultant.invoices.list({ from: day, to: day })).rows).toHaveLength(1);
    const other = desk.as('consultant', '外人');
    expect((await other.invoices.list({ from: day, to: day })).rows).toEqual([]);
    expect(await refusalOf(other.invoices.ofDeal({ subscriptionId }))).toMatchObject({ code: 'DEAL_OF_OTHER' });
  });
});
