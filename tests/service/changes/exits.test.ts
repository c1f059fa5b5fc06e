import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { receiptById } from '#db/repositories/receipts.ts';
import { receiptData } from '#electron/server/documents/receipt-data.ts';
import { fen } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const DAY = 86_400_000;

describe('A deal that ends before its contract, or moves to another home', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let homes: number[];
  let subscriptionId: number;
  let buyer: number;
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    consultant = desk.as('consultant');
    buyer = await buildBuyer(consultant);
    const deal = await subscribeHome(consultant, homes[0] ?? 0, buyer);
    subscriptionId = deal.subscriptionId;
    await approve(desk, deal.approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
  });
  afterEach(() => desk.close());

  const stateOf = async (unitId = 0) => (await desk.as('finance').units.detail({ unitId })).cell.state;
  const ledger = (account: string) =>
    Number(
      desk.office.database.client
        .prepare('select coalesce(sum(amount), 0) from ledger_entries where account = ?')
        .pluck()
        .get(account),
    );
  const cancellation = (cause: 'seller' | 'buyer' | 'nobody', keep: number) => ({
    kind: 'cancellation' as const,
    cause,
    keep: fen(keep),
  });
  const held = () => desk.as('finance').payments.held({ noun: 'subscriptions', recordId: subscriptionId });

  async function payOut(): Promise<void> {
    const finance = desk.as('finance');
    const { rows } = await finance.payments.refunds({ from: '2026-11-01', to: '2026-12-31' });
    for (const { id: refundId, version, can } of rows.filter(({ state }) => state === 'approved')) {
      expect(can['pay']).toBe(true);
      await finance.payments.refund({ refundId, version, method: 'transfer', reference: '770012' });
    }
  }

  it('is cancelled with a part kept and the rest paid back: received = back + kept, and the home is free', async () => {
    const over = consultant.changes.simulate({ subscriptionId, ask: cancellation('buyer', 5_000_001) });
    expect((await over).refusals).toMatchObject([{ code: 'KEPT_ABOVE_DEPOSIT' }]);
    const nobody = await consultant.changes.simulate({ subscriptionId, ask: cancellation('nobody', 1) });
    expect(nobody.refusals).toMatchObject([{ code: 'NOTHING_TO_KEEP', params: { article: 'spcSale4' } }]);
    const { simulation, decidedBy } = await consultant.changes.simulate({
      subscriptionId,
      ask: cancellation('buyer', 1_000_000),
    });
    expect(simulation.cash).toEqual({ received: 5_000_000, toPay: 0, toReturn: 4_000_000, kept: 1_000_000 });
    expect(decidedBy).toBe('manager');
    const { changeId } = await askFor(consultant, subscriptionId, cancellation('buyer', 1_000_000), '客户个人原因');
    await decideChange(desk.as('manager'), changeId);
    const manager = desk.as('manager');
    const waiting = await manager.changes.detail({ changeId });
    expect(waiting.row.state).toBe('approved');
    expect(waiting.openPoints).toEqual([{ code: 'MONEY_NOT_RETURNED', params: { openFen: 4_000_000 } }]);
    expect(await stateOf(homes[0])).toBe('subscribed');
    expect(await refusalOf(manager.changes.execute(await changeSeen(manager, changeId)))).toMatchObject({
      code: 'CHANGE_OPEN_POINTS',
    });
    await payOut();
    await manager.changes.execute(await changeSeen(manager, changeId));
    expect(await stateOf(homes[0])).toBe('available');
    expect((await manager.subscriptions.detail({ subscriptionId })).row.state).toBe('cancelled');
    expect(await held()).toMatchObject({ received: 5_000_000, back: 4_000_000, kept: 1_000_000, held: 0 });
    expect([ledger('depositsReceived'), ledger('depositsKept'), ledger('supervisedAccount')]).toEqual([
      0, -1_000_000, 1_000_000,
    ]);
    expectReplayed(desk);
  });

  it('is not ended while copies of its book and receipt are outside', async () => {
    const backOffice = desk.as('backOffice');
    const { documentId } = await backOffice.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    await backOffice.documents.print({ documentId, printer: '前台', copies: 4, reason: '' });
    const { papers } = await consultant.changes.simulate({ subscriptionId, ask: cancellation('buyer', 5_000_000) });
    expect(papers).toMatchObject([{ kind: 'subscriptionBook', outside: 4 }]);
    const { changeId } = await askFor(consultant, subscriptionId, cancellation('buyer', 5_000_000));
    const manager = desk.as('manager');
    await decideChange(manager, changeId);
    const seen = await manager.changes.detail({ changeId });
    expect([seen.row.state, seen.openPoints[0]?.code]).toEqual(['approved', 'PAPERS_OUTSIDE']);
  });

  it('falls back to what it was when its cancellation is withdrawn, with what was to go back', async () => {
    const { changeId } = await askFor(consultant, subscriptionId, cancellation('seller', 0));
    await decideChange(desk.as('manager'), changeId);
    expect((await held()).promised).toBe(5_000_000);
    await consultant.changes.withdraw({ ...(await changeSeen(consultant, changeId)), reason: '客户不退了' });
    expect(await held()).toMatchObject({ promised: 0, held: 5_000_000 });
    // Once money has gone back there is no way but forward.
    const again = await askFor(consultant, subscriptionId, cancellation('seller', 0));
    await decideChange(desk.as('manager'), again.changeId);
    await payOut();
    const back = consultant.changes.withdraw({
      ...(await changeSeen(consultant, again.changeId)),
      reason: '客户不退了',
    });
    expect(await refusalOf(back)).toMatchObject({ code: 'CHANGE_MONEY_GONE' });
  });

  it('has its refund asked for again once it was rejected, withdrawn or came back, and is never paid twice', async () => {
    const { changeId } = await askFor(consultant, subscriptionId, cancellation('buyer', 1_000_000));
    await decideChange(desk.as('manager'), changeId);
    const finance = desk.as('finance');
    const newest = async () => {
      const { rows } = await finance.payments.refunds({ from: '2026-11-01', to: '2026-12-31' });
      return rows.toSorted((a, b) => b.id - a.id)[0];
    };
    const unasked = async (person: TestClient) => {
      const { tasks } = await person.tasks.today({});
      return tasks.filter(({ kind }) => kind === 'refundToAskAgain').map(({ subjectId }) => subjectId);
    };
    const openCodes = async () => (await consultant.changes.detail({ changeId })).openPoints.map(({ code }) => code);
    const askAgain = async () => consultant.changes.askRefunds(await changeSeen(consultant, changeId));
    const decide = async (decision: 'approve' | 'reject') => {
      const approvalId = (await newest())?.approvalId ?? 0;
      const director = desk.as('director');
      const { version } = await director.approvals.detail({ approvalId });
      await director.approvals.decide({ approvalId, version, decision, opinion: '核对账户' });
    };
    const goBack = async () => {
      const { id: refundId = 0, version = 0 } = (await newest()) ?? {};
      await finance.payments.withdrawRefund({ refundId, version, reason: '账户有误' });
    };

    expect(await unasked(consultant)).toEqual([]);
    expect(await refusalOf(askAgain())).toMatchObject({ code: 'REFUND_ASKED_ALREADY' });
    await goBack();
    expect(await openCodes()).toEqual(['MONEY_NOT_RETURNED', 'REFUND_TO_ASK_AGAIN']);
    expect([await unasked(consultant), await unasked(desk.as('manager'))]).toEqual([[changeId], [changeId]]);
    await askAgain();
    expect(await newest()).toMatchObject({ state: 'requested', amount: 4_000_000, waitsFor: 'manager' });
    expect(await openCodes()).toEqual(['MONEY_NOT_RETURNED']);
    expect(await refusalOf(askAgain())).toMatchObject({ code: 'REFUND_ASKED_ALREADY' });
    expect(await unasked(consultant)).toEqual([]);

    await decide('reject');
    expect(await openCodes()).toContain('REFUND_TO_ASK_AGAIN');
    await askAgain();
    await decide('approve');
    await payOut();
    expect(await openCodes()).toEqual([]);
    expect(await refusalOf(askAgain())).toMatchObject({ code: 'REFUND_ASKED_ALREADY' });

    const { id: refundId = 0, version = 0 } = (await newest()) ?? {};
    await desk.as('manager').payments.voidRefund({ refundId, version, reason: '银行退票' });
    expect(await openCodes()).toEqual(['MONEY_NOT_RETURNED', 'REFUND_TO_ASK_AGAIN']);
    await askAgain();
    await decide('approve');
    await payOut();
    await consultant.changes.execute(await changeSeen(consultant, changeId));
    expect(await held()).toMatchObject({ received: 5_000_000, back: 4_000_000, kept: 1_000_000, held: 0 });
    expectReplayed(desk);
  });

  it('moves to another home in one transaction: its price of today, what is paid goes along, the old one is free', async () => {
    const [old = 0, target = 0] = homes;
    const ask = {
      kind: 'unitChange' as const,
      unitId: target,
      adjustments: [],
      planCode: 'lumpSum' as const,
      mortgageDisclosed: false,
    };
    const same = await consultant.changes.simulate({ subscriptionId, ask: { ...ask, unitId: old } });
    expect(same.refusals).toMatchObject([{ code: 'CHANGE_NOTHING' }, { code: 'TARGET_UNIT_NOT_FREE' }]);
    const { changeId } = await askFor(consultant, subscriptionId, ask, '换到朝南');
    await decideChange(desk.as('manager'), changeId);
    expect([await stateOf(old), await stateOf(target)]).toEqual(['available', 'subscribed']);
    const detail = await consultant.subscriptions.detail({ subscriptionId });
    expect([detail.row.unitId, detail.row.state]).toEqual([target, 'depositComplete']);
    expect(detail.receipts.map(({ state }) => state)).toEqual(['exchanged', 'valid']);
    const [oldReceipt, newReceipt] = detail.receipts;
    const db = readDb(desk.office.database);
    const stored = receiptById(db, newReceipt?.id ?? 0);
    if (stored === undefined) throw new Error('no new receipt');
    expect(receiptData({ db }, stored).remark).toBe(`换自${oldReceipt?.number}，未另收款`);
    expect(detail.plan[0]).toMatchObject({ item: 'deposit', received: 5_000_000 });
    expect(detail.plan.reduce((sum, { amount }) => sum + amount, 0)).toBe(detail.row.price);
    const board = await consultant.units.board({});
    expect(board.units.filter(({ state }) => state === 'subscribed')).toHaveLength(1);
    expectReplayed(desk);
  });

  it('does not move to a home that somebody else has', async () => {
    const [, target = 0] = homes;
    await desk.as('consultant').units.lock({ unitId: target });
    const ask = {
      kind: 'unitChange' as const,
      unitId: target,
      adjustments: [],
      planCode: 'lumpSum' as const,
      mortgageDisclosed: false,
    };
    const { refusals } = await consultant.changes.simulate({ subscriptionId, ask });
    expect(refusals).toMatchObject([{ code: 'TARGET_UNIT_NOT_FREE' }]);
  });

  it('does not move to a home over which a request of the same buyer lies', async () => {
    const [, parked = 0, held = 0] = homes;
    const wish = { purpose: 'customer' as const, customerId: buyer, reason: '想要朝南', until: '2026-11-24' as const };
    await consultant.units.askHold({ unitId: parked, ...wish });
    await desk.as('manager').units.hold({ unitId: held, ...wish });
    const to = async (unitId: number) => {
      const terms = { adjustments: [], planCode: 'lumpSum' as const, mortgageDisclosed: false };
      const ask = { kind: 'unitChange' as const, unitId, ...terms };
      return (await consultant.changes.simulate({ subscriptionId, ask })).refusals;
    };
    expect(await to(parked)).toMatchObject([{ code: 'TARGET_UNIT_NOT_FREE' }]);
    expect(await to(held)).toEqual([]);
  });

  it('is forfeited only when the days after the notice of termination have passed', async () => {
    const ask = { kind: 'forfeiture' as const };
    const early = await consultant.changes.simulate({ subscriptionId, ask });
    expect(early.refusals).toMatchObject([{ code: 'SIGNING_NOT_OVERDUE' }]);
    desk.clock.advance(8 * DAY);
    const backOffice = desk.as('backOffice');
    const serve = async (noticeId: number) =>
      backOffice.subscriptions.serveNotice({
        ...{ noticeId, version: 1, method: 'inPerson' as const, servedOn: '2026-12-01', trackingNo: '', note: '' },
      });
    for (const kind of ['signingNotice', 'terminationNotice'] as const)
      await serve((await backOffice.subscriptions.issueNotice({ subscriptionId, kind })).noticeId);
    const running = await backOffice.changes.simulate({ subscriptionId, ask });
    expect(running.refusals).toEqual([{ code: 'TERMINATION_RUNNING', params: { untilOn: '2026-12-08' } }]);
    desk.clock.advance(8 * DAY);
    const again = desk.as('backOffice');
    const { changeId } = await askFor(again, subscriptionId, ask, '终止通知期满');
    await decideChange(desk.as('manager'), changeId);
    expect(await stateOf(homes[0])).toBe('available');
    expect((await again.subscriptions.detail({ subscriptionId })).row.state).toBe('forfeited');
    expect(ledger('depositsKept')).toBe(-5_000_000);
    expectReplayed(desk);
  });
});
