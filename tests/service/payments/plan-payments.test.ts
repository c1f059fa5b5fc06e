import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('Payments against the plan', () => {
  let desk: TestOffice;
  let cashier: TestClient;
  let consultant: TestClient;
  let subscriptionId: number;
  let payerId: number;

  beforeEach(async () => {
    desk = await testOffice();
    cashier = desk.as('finance', '钱敏');
    consultant = desk.as('consultant');
    const [unitId = 0] = await buildHomes(desk, { floors: 1, rooms: 1 });
    payerId = await buildBuyer(consultant);
    await consultant.units.lock({ unitId });
    const signBy = localDate('2026-11-30');
    const terms = { unitId, adjustments: [], planCode: 'instalment' as const, deposit: 5_000_000, signBy };
    const { price } = await consultant.subscriptions.quote({ terms });
    const deal = await consultant.subscriptions.create({
      terms,
      buyers: [{ customerId: payerId, sharePpm: 1_000_000 }],
      shownPrice: price,
      consent: true,
      mortgageDisclosed: false,
      reason: '',
    });
    subscriptionId = deal.subscriptionId;
    await approve(desk, deal.approvalId);
  });
  afterEach(() => desk.close());

  const detail = () => cashier.subscriptions.detail({ subscriptionId });
  const openLines = async () => {
    const { plan } = await detail();
    return plan.filter(({ item }) => item !== 'deposit');
  };
  const receive = async (
    amount: number,
    lines?: readonly { position: number; amount: number }[],
    item: 'deposit' | 'firstPayment' | 'instalment' = 'firstPayment',
  ) => {
    const { version } = await detail();
    const money = { method: 'transfer' as const, amount, payerId, reference: '0001' };
    return cashier.payments.receive({
      subscriptionId,
      version,
      item,
      ...money,
      ...(lines === undefined ? {} : { lines: [...lines] }),
    });
  };

  it('come after the deposit, and part payments fill a line to the fen and no further', async () => {
    const [first, second] = await openLines();
    if (first === undefined || second === undefined) throw new Error('The plan has fewer lines than expected');
    await expectRefusal(receive(100), 'DEPOSIT_COMES_FIRST');
    await takeDeposit(desk, subscriptionId, payerId);
    await receive(1_000_001, [{ position: first.position, amount: 1_000_001 }]);
    await expectRefusal(
      receive(first.amount, [{ position: first.position, amount: first.amount }]),
      'PLAN_LINE_EXCEEDED',
    );
    const rest = first.amount - 1_000_001;
    await receive(rest + 7, [
      { position: first.position, amount: rest },
      { position: second.position, amount: 7 },
    ]);
    expect((await openLines()).slice(0, 2).map(({ received }) => received)).toEqual([first.amount, 7]);
    const { rows } = await cashier.payments.book({ from: localDate('2026-11-23'), to: localDate('2026-11-23') });
    expect(rows[0]?.lines).toEqual([
      { position: first.position, item: first.item, amount: rest },
      { position: second.position, item: second.item, amount: 7 },
    ]);
  });

  it('are refused where the lines differ from the payment, name one twice or exceed all that is open', async () => {
    await takeDeposit(desk, subscriptionId, payerId);
    const [first] = await openLines();
    const position = first?.position ?? 0;
    await expectRefusal(receive(200, [{ position, amount: 100 }]), 'SHARES_DIFFER');
    await expectRefusal(
      receive(200, [
        { position, amount: 100 },
        { position, amount: 100 },
      ]),
      'PLAN_LINE_TWICE',
    );
    await expectRefusal(receive(200, [{ position: 1, amount: 200 }]), 'PLAN_LINE_OF_OTHER_ITEM');
    const { row } = await detail();
    await expectRefusal(receive(row.price), 'RECEIPT_ABOVE_BALANCE');
  });

  it('are reversed by a second person: the lines are open again and the books balance', async () => {
    await takeDeposit(desk, subscriptionId, payerId);
    const before = (await detail()).plan;
    const { receiptId } = await receive(3_000_000);
    const voiding = { receiptId, version: 1, reason: '银行退票' };
    await expectRefusal(cashier.payments.voidReceipt(voiding), 'RECEIPT_IS_OWN');
    expect((await detail()).receipts.at(-1)?.can['void']).toEqual({ code: 'RECEIPT_IS_OWN' });
    await desk.as('manager').payments.voidReceipt(voiding);
    expect((await detail()).plan).toEqual(before);
    expect((await detail()).row.state).toBe('depositComplete');
    const { client } = desk.office.database;
    expect(client.prepare('select sum(amount) from ledger_entries').pluck().get()).toBe(0);
    await expectRefusal(desk.as('manager').payments.voidReceipt({ ...voiding, version: 2 }), 'RECEIPT_VOIDED');
  });

  it('stand on the receipt with the lines they were taken for', async () => {
    await takeDeposit(desk, subscriptionId, payerId);
    const [first, second] = await openLines();
    const { receiptId } = await receive((first?.amount ?? 0) + 100);
    const { documentId } = await cashier.documents.issue({ kind: 'depositReceipt', subjectId: receiptId });
    await desk.office.press.idle();
    const { document } = await cashier.documents.detail({ documentId });
    expect(document.state).toBe('issued');
    expect(second?.received).toBe(0);
    expect((await openLines())[1]?.received).toBe(100);
  });

  it('that are due are listed for finance, and to a consultant only those of their own deals', async () => {
    await takeDeposit(desk, subscriptionId, payerId);
    const [first] = await openLines();
    await receive(100);
    const until = localDate('2027-12-31');
    const { rows } = await cashier.payments.due({ until });
    expect(rows[0]).toMatchObject({
      subscriptionId,
      position: first?.position,
      amount: first?.amount,
      paid: 100,
      open: (first?.amount ?? 0) - 100,
      overdueDays: 0,
      can: { receive: true },
    });
    expect((await consultant.payments.due({ until })).rows[0]?.can).toEqual({
      receive: { code: 'FORBIDDEN' },
      letter: { code: 'FORBIDDEN' },
    });
    expect((await desk.as('consultant').payments.due({ until })).rows).toEqual([]);
    desk.clock.advance(40 * 86_400_000);
    const later = await desk.as('finance').payments.due({ until: localDate('2026-12-31') });
    expect(later.rows[0]?.overdueDays).toBeGreaterThan(0);
  });
});
