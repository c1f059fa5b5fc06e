import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { units } from '#db/schema/inventory.ts';
import { payUp, reopenBalance } from '#electron/server/payments/take-money.ts';
import type { UnitCommand } from '#electron/server/units/unit-facts.ts';
import { payLines, signedContract } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('A home is paid up', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const stateOf = async (unitId: number) => (await desk.as('finance').units.detail({ unitId })).cell.state;
  /** Lets the office itself do something about a deal in a commit of its own. */
  const officeDoes = <T>(subscriptionId: number, act: (command: UnitCommand, row: SubscriptionRow) => T): Promise<T> =>
    desk.office.corridor.act({
      procedure: 'tests.balance',
      run: (context) => {
        const row = subscriptionById(context.db, subscriptionId);
        if (row === undefined) throw new Error('The deal is gone');
        const answer = act({ ...context, actor: undefined }, row);
        context.happened({ kind: 'moneyReceived', noun: 'subscriptions', id: subscriptionId });
        return answer;
      },
    });

  it('with the last fen of its plan, not before, and stays signed while a fen is open', async () => {
    const deal = await signedContract(desk, 'instalment');
    expect(await stateOf(deal.unitId)).toBe('signed');
    expect(await officeDoes(deal.subscriptionId, (command, row) => payUp(command, row))).toBe(false);
    const cashier = desk.as('backOffice');
    const detail = () => cashier.subscriptions.detail({ subscriptionId: deal.subscriptionId });
    const pay = async (position: number, amount: number) =>
      cashier.payments.receive({
        subscriptionId: deal.subscriptionId,
        version: (await detail()).version,
        item: 'instalment',
        method: 'transfer',
        amount,
        payerId: deal.buyer,
        reference: `00${position}${amount}`,
        lines: [{ position, amount }],
      });
    const open = (await detail()).plan.filter(({ amount, received }) => received < amount);
    const last = open.at(-1);
    if (last === undefined) throw new Error('Nothing is open');
    for (const { position, amount, received } of open.slice(0, -1)) await pay(position, amount - received);
    await pay(last.position, last.amount - 1);
    expect(await stateOf(deal.unitId)).toBe('signed');
    await pay(last.position, 1);
    expect(await stateOf(deal.unitId)).toBe('paidUp');
    // Asked again it changes nothing.
    expect(await officeDoes(deal.subscriptionId, (command, row) => payUp(command, row))).toBe(false);
    expectReplayed(desk);
  });

  it('until a receipt of its price is voided: then the balance is open and the home only signed', async () => {
    const deal = await signedContract(desk, 'lumpSum');
    expect(await stateOf(deal.unitId)).toBe('paidUp');
    // A balance that is whole reopens nothing.
    await officeDoes(deal.subscriptionId, (command, row) => reopenBalance(command, row));
    expect(await stateOf(deal.unitId)).toBe('paidUp');
    const manager = desk.as('manager');
    const { receipts } = await manager.subscriptions.detail({ subscriptionId: deal.subscriptionId });
    const paid = receipts.findLast(({ item }) => item !== 'deposit');
    await manager.payments.voidReceipt({
      receiptId: paid?.id ?? 0,
      version: paid?.version ?? 0,
      reason: '银行退票',
    });
    expect(await stateOf(deal.unitId)).toBe('signed');
    await payLines(desk, deal, ['firstPayment', 'finalPayment']);
    expect(await stateOf(deal.unitId)).toBe('paidUp');
    const { client } = desk.office.database;
    expect(client.prepare('select sum(amount) from ledger_entries').pluck().get()).toBe(0);
    expectReplayed(desk);
  });

  it('only once a seizure is lifted, however whole its price, and then at once', async () => {
    const deal = await signedContract(desk, 'lumpSum');
    const { unitId } = deal;
    await desk.office.corridor.act({
      procedure: 'tests.sign',
      run: ({ tx, happened }) => {
        tx.update(units, unitId, { commercialState: 'signed' });
        happened({ kind: 'buildingChanged', noun: 'units', id: unitId });
      },
    });
    const warrants = desk.as('warrantOfficer');
    const order = { court: '渝中区人民法院', paperNo: '(2026)渝0103执保88号', fromOn: '2026-11-20' } as const;
    await warrants.units.seize({ unitId, ...order, untilOn: null });
    expect(await officeDoes(deal.subscriptionId, (command, row) => payUp(command, row))).toBe(false);
    expect(await stateOf(unitId)).toBe('signed');
    await warrants.units.liftSeizure({ unitId, reason: '解封裁定' });
    expect(await stateOf(unitId)).toBe('paidUp');
    expectReplayed(desk);
  });
});
