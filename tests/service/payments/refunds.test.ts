import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiptById } from '#db/repositories/receipts.ts';
import type { OfficeAct } from '#electron/server/kernel/corridor.ts';
import { exchangeReceipt, keepMoney } from '#electron/server/payments/exchange.ts';
import { fen } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { leaveOver } from '#tests/support/left-over.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('Money goes back', () => {
  let desk: TestOffice;
  let subscriptionId: number;
  let buyer: number;
  let receiptId: number;
  beforeEach(async () => {
    desk = await testOffice();
    const [home = 0] = await buildHomes(desk, { floors: 1, rooms: 1 });
    const consultant = desk.as('consultant');
    buyer = await buildBuyer(consultant);
    const deal = await subscribeHome(consultant, home, buyer);
    subscriptionId = deal.subscriptionId;
    await approve(desk, deal.approvalId);
    ({ receiptId } = await takeDeposit(desk, subscriptionId, buyer));
  });
  afterEach(() => desk.close());

  const office = (run: OfficeAct<void>['run']) => desk.office.corridor.act({ procedure: 'tests.refunds', run });
  const ledger = () =>
    Object.fromEntries(
      desk.office.database.client
        .prepare<[], { account: string; sum: number }>(
          'select account, sum(amount) as sum from ledger_entries group by account having sum(amount) <> 0',
        )
        .all()
        .map(({ account, sum }) => [account, sum]),
    );
  const record = () => ({ noun: 'subscriptions' as const, recordId: subscriptionId });
  async function decide(approvalId: number, post: 'manager' | 'director', decision: 'approve' | 'reject' = 'approve') {
    const person = desk.as(post);
    const { version } = await person.approvals.detail({ approvalId });
    return person.approvals.decide({ approvalId, version, decision, opinion: '按约定' });
  }
  const listed = async () => {
    const { rows } = await desk.as('finance').payments.refunds({ from: '2026-11-01', to: '2026-11-30' });
    return rows;
  };

  it('of a deal that stands only as far as its plan does not ask for it, and to whoever brought it', async () => {
    const finance = desk.as('finance');
    const held = await finance.payments.held(record());
    expect(held).toMatchObject({ received: 5_000_000, held: 5_000_000, back: 0, kept: 0, promised: 0 });
    expect(held.payers).toMatchObject([{ customerId: buyer, name: '欧阳询', most: 0 }]);
    expect(held.can['ask']).toEqual({ code: 'REFUND_ABOVE_HELD', params: { heldFen: 0 } });
    const wish = { ...record(), payeeId: buyer, amount: 100_000, reason: '优惠变更后多收' };
    expect(await refusalOf(finance.payments.askRefund(wish))).toMatchObject({ code: 'REFUND_ABOVE_HELD' });
    await leaveOver(desk, subscriptionId, 100_000);
    const stranger = await buildBuyer(desk.as('consultant'));
    expect(await refusalOf(finance.payments.askRefund({ ...wish, payeeId: stranger }))).toMatchObject({
      code: 'REFUND_TO_PAYER_ONLY',
    });
    expect(await finance.payments.askRefund(wish)).toMatchObject({ number: 'TK-2026-0001', state: 'requested' });
    // What is promised is not promised twice.
    expect(await refusalOf(finance.payments.askRefund(wish))).toMatchObject({ code: 'REFUND_ABOVE_HELD' });
  });

  it('after a second person agreed, and leaves the books in the same amount', async () => {
    await leaveOver(desk, subscriptionId, 100_000);
    const finance = desk.as('finance', '钱敏');
    const wish = { ...record(), payeeId: buyer, amount: 100_000, reason: '优惠变更后多收' };
    const { refundId } = await finance.payments.askRefund(wish);
    const pay = { refundId, version: 2, method: 'transfer' as const, reference: '9912' };
    expect(await refusalOf(finance.payments.refund(pay))).toMatchObject({ code: 'REFUND_NOT_APPROVED' });
    const [asked] = await listed();
    expect(asked).toMatchObject({ state: 'requested', waitsFor: 'manager', payee: '欧阳询', requestedBy: '钱敏' });
    await decide(asked?.approvalId ?? 0, 'manager');
    const [agreed] = await listed();
    const version = agreed?.version ?? 0;
    expect(await refusalOf(finance.payments.refund({ ...pay, version, reference: ' ' }))).toMatchObject({
      code: 'RECEIPT_REFERENCE_MISSING',
    });
    const before = ledger();
    expect(await finance.payments.refund({ ...pay, version })).toEqual({ state: 'paid', held: 4_900_000 });
    expect(ledger()).toEqual({
      ...before,
      supervisedAccount: Number(before['supervisedAccount']) - 100_000,
      depositsReceived: Number(before['depositsReceived']) + 100_000,
    });
    const [paid] = await listed();
    expect(paid).toMatchObject({ state: 'paid', cashier: '钱敏', refundedOn: '2026-11-23', waitsFor: null });
    expect(await refusalOf(finance.payments.refund({ ...pay, version: paid?.version ?? 0 }))).toMatchObject({
      code: 'REFUND_OVER',
    });
    // A receipt whose money went back is not voided as if all of it were here.
    const receipt = (await finance.subscriptions.detail({ subscriptionId })).receipts[0];
    const voiding = { receiptId, version: receipt?.version ?? 0, reason: '付款人写错' };
    expect(await refusalOf(finance.payments.voidReceipt(voiding))).toMatchObject({ code: 'REFUND_ABOVE_HELD' });
    // Whoever paid it out does not undo it alone.
    const undo = { refundId, version: paid?.version ?? 0, reason: '银行退回' };
    expect(await refusalOf(finance.payments.voidRefund(undo))).toMatchObject({ code: 'REFUND_IS_OWN' });
    expect(await desk.as('manager').payments.voidRefund(undo)).toEqual({ state: 'voided' });
    expect(ledger()).toEqual(before);
    expect((await finance.payments.held(record())).held).toBe(5_000_000);
    expectReplayed(desk);
  });

  it('not when it was rejected or withdrawn', async () => {
    await leaveOver(desk, subscriptionId, 100_000);
    const finance = desk.as('finance');
    const wish = { ...record(), payeeId: buyer, amount: 60_000, reason: '优惠变更后多收' };
    const first = await finance.payments.askRefund(wish);
    await decide((await listed())[0]?.approvalId ?? 0, 'director', 'reject');
    expect(desk.office.database.client.prepare('select state from refunds').pluck().all()).toEqual(['rejected']);
    const paying = { refundId: first.refundId, version: 3, method: 'cash' as const, reference: '' };
    expect(await refusalOf(finance.payments.refund(paying))).toMatchObject({ code: 'REFUND_OVER' });
    const second = await finance.payments.askRefund(wish);
    const [row] = await listed();
    const back = { refundId: second.refundId, version: row?.version ?? 0, reason: '客户不要了' };
    expect(await finance.payments.withdrawRefund(back)).toEqual({ state: 'withdrawn' });
    expect((await finance.payments.held(record())).promised).toBe(0);
    expect((await finance.approvals.list({ scope: 'mine', state: 'pending' })).length).toBe(0);
  });

  it('is kept or exchanged only as far as it is here, and an exchanged receipt counts once', async () => {
    const own = { noun: 'subscriptions', id: subscriptionId } as const;
    const finance = desk.as('finance');
    let newId = 0;
    await office((context) => {
      const old = receiptById(context.db, receiptId);
      if (old === undefined) throw new Error('No receipt');
      const receipt = exchangeReceipt(context, old, { owner: own, item: 'deposit', cashierId: finance.me });
      newId = receipt.id;
      expect(() =>
        exchangeReceipt(context, { ...old, state: 'exchanged' }, { owner: own, item: 'deposit', cashierId: 1 }),
      ).toThrow();
      context.happened({ kind: 'receiptExchanged', ...own });
    });
    const { receipts, depositRemaining, receivedInAll } = await finance.subscriptions.detail({ subscriptionId });
    expect(receipts.map(({ state, number }) => [number, state])).toEqual([
      ['SJ-2026-0001', 'exchanged'],
      ['SJ-2026-0002', 'valid'],
    ]);
    expect([depositRemaining, receivedInAll]).toEqual([0, 5_000_000]);
    const book = await finance.payments.book({ from: '2026-11-23', to: '2026-11-23' });
    expect(book.total).toBe(5_000_000);
    expect(book.rows.map(({ exchanged, state, can }) => [exchanged, state, can['void']])).toEqual([
      [true, 'valid', { code: 'RECEIPT_IS_EXCHANGE' }],
      [false, 'exchanged', { code: 'RECEIPT_EXCHANGED' }],
    ]);
    const again = { receiptId: newId, version: 1, subscriptionId };
    expect(await refusalOf(finance.payments.exchange(again))).toMatchObject({ code: 'RECEIPT_STAYS_WITH_DEAL' });
    await office((context) => {
      expect(() => keepMoney(context, own, fen(5_000_001))).toThrow();
      keepMoney(context, own, fen(2_000_000));
      context.happened({ kind: 'refundAsked', ...own });
    });
    expect(await finance.payments.held(record())).toMatchObject({
      received: 5_000_000,
      kept: 2_000_000,
      held: 3_000_000,
    });
    expect(ledger()).toMatchObject({ depositsKept: -2_000_000, depositsReceived: -3_000_000 });
    expectReplayed(desk);
  });
});
