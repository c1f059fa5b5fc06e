import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { drawLaunch, openLaunch } from '#tests/support/launches.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const MONEY = 2_000_000;

describe('Earnest money', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let consultant: TestClient;
  let cashier: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    await buildHomes(desk, { floors: 1, rooms: 2 });
    manager = desk.as('manager');
    consultant = desk.as('consultant');
    cashier = desk.as('finance');
  });
  afterEach(() => desk.close());

  async function registered(launchId: number) {
    const customerId = await buildBuyer(consultant);
    const { intentId } = await consultant.intents.register({ launchId, customerId, wishes: [] });
    const { version } = await consultant.intents.detail({ intentId });
    return { customerId, intentId, version };
  }

  it('brings an intent onto the list, with a receipt that is owed back', async () => {
    const { launchId } = await openLaunch(manager, { intentMoney: MONEY });
    const paid = await registered(launchId);
    const unpaid = await registered(launchId);
    const order = { intentId: paid.intentId, version: paid.version, method: 'cash', reference: '' } as const;
    await expectRefusal(consultant.intents.receive(order), 'FORBIDDEN');
    const { number } = await cashier.intents.receive(order);
    expect(number).toMatch(/^SJ-2026-/);
    const { row, receipts } = await consultant.intents.detail({ intentId: paid.intentId });
    expect(row.state).toBe('paid');
    expect(receipts).toMatchObject([{ number, amount: MONEY }]);
    const receiptId = receipts[0]?.id ?? 0;
    const paper = await cashier.documents.issue({ kind: 'depositReceipt', subjectId: receiptId });
    expect(paper.documentId).toBeGreaterThan(0);
    const slip = await consultant.documents.issue({ kind: 'intentSlip', subjectId: paid.intentId });
    expect(slip.documentId).toBeGreaterThan(0);
    await drawLaunch(desk, launchId);
    const places = (await consultant.intents.list({ launchId })).map(({ state, drawPlace }) => [state, drawPlace]);
    expect(places).toEqual([
      ['paid', 1],
      ['registered', null],
    ]);
    const late = { ...order, intentId: unpaid.intentId, version: unpaid.version };
    await expectRefusal(cashier.intents.receive(late), 'LAUNCH_LIST_CLOSED');
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('goes back to whoever paid it once they have withdrawn, by the ladder of refunds, and not before', async () => {
    const { launchId } = await openLaunch(manager, { intentMoney: MONEY });
    const { intentId, version, customerId } = await registered(launchId);
    await cashier.intents.receive({ intentId, version, method: 'cash', reference: '' });
    const wish = {
      noun: 'intents',
      recordId: intentId,
      payeeId: customerId,
      amount: MONEY,
      reason: '退出认筹',
    } as const;
    await expectRefusal(cashier.payments.askRefund(wish), 'REFUND_ABOVE_HELD');
    const { version: seen } = await consultant.intents.detail({ intentId });
    await consultant.intents.withdraw({ intentId, version: seen, reason: '改买别处' });
    expect(await cashier.payments.askRefund(wish)).toMatchObject({ state: 'requested' });
  });

  it('is taken off the list again when its receipt is voided before the list is closed', async () => {
    const { launchId } = await openLaunch(manager, { intentMoney: MONEY });
    const { intentId, version } = await registered(launchId);
    const { receiptId } = await cashier.intents.receive({ intentId, version, method: 'cash', reference: '' });
    await manager.payments.voidReceipt({ receiptId, version: 1, reason: '收错客户' });
    expect((await consultant.intents.detail({ intentId })).row.state).toBe('registered');
  });

  it('is not taken before the permit, by the article that forbids it, unless the office’s city allows it', async () => {
    const homes = await buildHomes(desk, { name: '2栋', floors: 1, rooms: 1, permit: false, released: false });
    const { releaseId } = await manager.releases.save({
      ...{ release: null, name: '二批', plannedAt: desk.clock(), exclusiveUntil: null },
      units: homes.map((unitId) => ({ unitId, team: '' })),
    });
    const { launchId } = await openLaunch(manager, { intentMoney: MONEY, releaseId });
    const { intentId, version } = await registered(launchId);
    const order = { intentId, version, method: 'cash', reference: '' } as const;
    const { code, params } = await refusalOf(cashier.intents.receive(order));
    expect(code).toBe('PERMIT_MISSING');
    expect(params['article']).toBe('shandong30');
  });

  it('is not taken where the launch asks for none', async () => {
    const { launchId } = await openLaunch(manager);
    const { intentId, version } = await registered(launchId);
    await expectRefusal(
      cashier.intents.receive({ intentId, version, method: 'cash', reference: '' }),
      'INTENT_MONEY_NONE',
    );
  });
});
