import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

describe('The cashier’s book', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('sums by way of payment, and shows voided receipts without counting them', async () => {
    const homes = await buildHomes(desk, { floors: 1, rooms: 3 });
    const consultant = desk.as('consultant');
    const deals = [];
    for (const home of homes) {
      const buyer = await buildBuyer(consultant);
      const deal = await subscribeHome(consultant, home, buyer);
      await approve(desk, deal.approvalId);
      deals.push({ ...deal, buyer });
    }
    const [first, second, third] = deals;
    const { receiptId } = await takeDeposit(desk, first?.subscriptionId ?? 0, first?.buyer ?? 0);
    await takeDeposit(desk, second?.subscriptionId ?? 0, second?.buyer ?? 0);
    const cashier = desk.as('finance', '钱敏');
    const { version } = await cashier.subscriptions.detail({ subscriptionId: third?.subscriptionId ?? 0 });
    await cashier.payments.receive({
      subscriptionId: third?.subscriptionId ?? 0,
      version,
      item: 'deposit',
      method: 'cash',
      amount: 1_500_000,
      payerId: third?.buyer ?? 0,
      reference: '',
    });
    await cashier.payments.voidReceipt({ receiptId, version: 1, reason: '付款人写错' });
    const day = '2026-11-23';
    const book = await cashier.payments.book({ from: day, to: day });
    expect(book.total).toBe(6_500_000);
    expect(book.byMethod).toEqual([
      { method: 'transfer', receipts: 1, amount: 5_000_000 },
      { method: 'cash', receipts: 1, amount: 1_500_000 },
    ]);
    expect(book.voided).toEqual({ receipts: 1, amount: 5_000_000 });
    expect(book.rows.map(({ state, voidReason, can }) => [state, voidReason, can['void']])).toEqual([
      ['valid', '', { code: 'RECEIPT_IS_OWN' }],
      ['valid', '', true],
      ['voided', '付款人写错', { code: 'RECEIPT_VOIDED' }],
    ]);
    const detail = await cashier.subscriptions.detail({ subscriptionId: third?.subscriptionId ?? 0 });
    expect(detail.receipts).toMatchObject([
      { payer: '欧阳询', cashier: '钱敏', can: { void: { code: 'RECEIPT_IS_OWN' } } },
    ]);
    expect(detail.depositRemaining).toBe(3_500_000);
    expect((await consultant.payments.book({ from: day, to: day })).rows[0]?.can['void']).toEqual({
      code: 'FORBIDDEN',
    });
  });
});
