import { getTableName } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { currentTables, loggedTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { sweepApprovals } from '#electron/server/approvals/sweep-approvals.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { payLines, subscribedHome } from '#tests/support/contract-desk.ts';
import { approve, buildBuyer, plainTerms, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const HOUR_MS = 3_600_000;

describe('Selling a home', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const order = (unitId: number, customerId: number, part: object = {}) => ({
    terms: plainTerms(unitId),
    buyers: [{ customerId, sharePpm: 1_000_000 }],
    shownPrice: 100_000_000,
    consent: true,
    mortgageDisclosed: false,
    reason: '',
    ...part,
  });

  it('goes from the lock over review and deposit to a complete subscription', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, number, state, approvalId } = await subscribeHome(consultant, home, buyer);
    expect([number, state]).toEqual(['RG-2026-0001', 'inReview']);
    expect((await consultant.units.detail({ unitId: home })).cell.state).toBe('held');
    await approve(desk, approvalId);
    expect((await consultant.units.detail({ unitId: home })).cell).toMatchObject({ state: 'subscribed', by: '赵敏' });
    const receipt = await takeDeposit(desk, subscriptionId, buyer);
    expect(receipt).toMatchObject({ number: 'SJ-2026-0001', state: 'depositComplete', remaining: 0 });
    const detail = await consultant.subscriptions.detail({ subscriptionId });
    expect(detail.row).toMatchObject({ state: 'depositComplete', depositReceived: 5_000_000, unit: '1-1-101' });
    expect(detail.plan.map(({ amount }) => amount)).toEqual([5_000_000, 95_000_000]);
    expect(detail.plan[0]?.received).toBe(5_000_000);
    expect(detail.history.map(({ kind }) => kind)).toEqual([
      'depositCompleted',
      'approved',
      'levelPassed',
      'submitted',
    ]);
    expect((await consultant.customers.detail({ customerId: buyer })).customer.state).toBe('subscribed');
  });

  it('keeps a history that replays to every table, in a chain that fits', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    const { client } = desk.office.database;
    const replayed = replay(client);
    const current = currentTables(client);
    for (const name of loggedTables.map((table) => getTableName(table)))
      expect(replayed.get(name), name).toEqual(current.get(name));
    verifyLog(client);
  });

  it('never sells a home twice, whoever asks however often at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 5 }), async (many) => {
        const [home = 0] = await buildHomes(desk, { name: `楼 ${desk.clock()}`, floors: 1, rooms: 1 });
        desk.clock.advance(1000);
        const buyers = await Promise.all(
          Array.from({ length: many }, async () => {
            const consultant = desk.as('consultant');
            return { consultant, customer: await buildBuyer(consultant) };
          }),
        );
        const outcomes = await Promise.allSettled(
          buyers.map(({ consultant, customer }) => subscribeHome(consultant, home, customer)),
        );
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }),
      { numRuns: 8 },
    );
  });

  it('subscribes once however often the same wish is sent', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    await consultant.units.lock({ unitId: home });
    const id = requestId();
    const first = await consultant.subscriptions.create(order(home, buyer), id);
    expect(await consultant.subscriptions.create(order(home, buyer), id)).toEqual(first);
    expect((await consultant.subscriptions.list({ scope: 'mine', state: null, text: '' })).total).toBe(1);
  });

  it('is refused without a pre-sale permit, and names the law', async () => {
    const [home = 0] = await buildHomes(desk, { permit: false });
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { code, params } = await refusalOf(consultant.subscriptions.create(order(home, buyer)));
    expect([code, params['article']]).toEqual(['PERMIT_MISSING', 'spcSale2']);
  });

  it('is refused with a deposit above a fifth of the price, and names the law', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    await consultant.units.lock({ unitId: home });
    const terms = { ...plainTerms(home), deposit: 20_000_001 };
    const { code, params } = await refusalOf(consultant.subscriptions.create(order(home, buyer, { terms })));
    expect([code, params['article'], params['capFen']]).toEqual(['DEPOSIT_OVER_CAP', 'civilCode586', 20_000_000]);
  });

  it('is refused when the price on the screen is not the office’s', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    await consultant.units.lock({ unitId: home });
    await expectRefusal(consultant.subscriptions.create(order(home, buyer, { shownPrice: 1 })), 'PRICE_CHANGED');
  });

  it('is refused to whoever has not locked the home', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    await expectRefusal(consultant.subscriptions.create(order(home, buyer)), 'UNIT_NOT_RESERVED');
    await desk.as('consultant').units.lock({ unitId: home });
    await expectRefusal(consultant.subscriptions.create(order(home, buyer)), 'UNIT_NOT_RESERVED');
  });

  it('asks the post whose authority reaches the price, and nobody decides their own', async () => {
    const [home = 0] = await buildHomes(desk);
    const supervisor = desk.as('supervisor');
    const buyer = await buildBuyer(supervisor);
    await supervisor.units.lock({ unitId: home });
    const adjustments = [{ kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm: 40_000 }];
    const terms = { ...plainTerms(home), adjustments };
    const quote = await supervisor.subscriptions.quote({ terms });
    expect(quote).toMatchObject({ price: 96_000_000, belowListPpm: 40_000, needsApprovalOf: 'manager' });
    const wish = order(home, buyer, { terms, shownPrice: quote.price });
    await expectRefusal(supervisor.subscriptions.create(wish), 'REASON_MISSING');
    const { approvalId, subscriptionId, state } = await supervisor.subscriptions.create({
      ...wish,
      reason: '老客户加推',
    });
    expect(state).toBe('draft');
    const ask = { approvalId: approvalId ?? 0, version: 1, decision: 'approve' as const, opinion: '' };
    await expectRefusal(supervisor.approvals.decide(ask), 'APPROVAL_OWN_REQUEST');
    await expectRefusal(desk.as('supervisor').approvals.decide(ask), 'APPROVAL_POST_TOO_LOW');
    await desk.as('manager').approvals.decide(ask);
    const agreed = await supervisor.subscriptions.detail({ subscriptionId });
    expect([agreed.row.state, agreed.approval?.requiredPost]).toEqual(['inReview', 'backOffice']);
    await approve(desk, agreed.approval?.id ?? null);
    expect((await supervisor.subscriptions.detail({ subscriptionId })).row.state).toBe('approved');
  });

  it('gives the home back when the request is rejected, withdrawn or forgotten', async () => {
    const homes = await buildHomes(desk, { floors: 1, rooms: 3 });
    const consultant = desk.as('consultant');
    const supervisor = desk.as('supervisor');
    const deals = [];
    for (const home of homes) deals.push(await subscribeHome(consultant, home, await buildBuyer(consultant)));
    const [rejected, withdrawn] = deals;
    const first = { approvalId: rejected?.approvalId ?? 0, version: 1 };
    await expectRefusal(
      supervisor.approvals.decide({ ...first, decision: 'reject', opinion: '' }),
      'APPROVAL_OPINION_MISSING',
    );
    await supervisor.approvals.decide({ ...first, decision: 'reject', opinion: '资料不全' });
    await consultant.approvals.withdraw({ approvalId: withdrawn?.approvalId ?? 0, version: 1 });
    desk.clock.advance(49 * HOUR_MS);
    await sweepApprovals(desk.office.corridor, readDb(desk.office.database), desk.clock());
    const board = await desk.as('manager').units.board({});
    expect(board.units.map(({ state }) => state)).toEqual(['available', 'available', 'available']);
    const list = await desk.as('manager').subscriptions.list({ scope: 'all', state: null, text: '' });
    expect(list.rows.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  it('is not cancelled while the customer’s money is here', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    const { receiptId } = await takeDeposit(desk, subscriptionId, buyer);
    const manager = desk.as('manager');
    const cancel = async () => {
      const { version } = await manager.subscriptions.detail({ subscriptionId });
      return manager.subscriptions.cancel({ subscriptionId, version, reason: '客户放弃购买' });
    };
    await expectRefusal(cancel(), 'MONEY_NOT_RETURNED');
    await manager.payments.voidReceipt({ receiptId, version: 1, reason: '退回定金，收据已收回' });
    expect((await cancel()).state).toBe('cancelled');
    expect((await manager.units.detail({ unitId: home })).cell.state).toBe('available');
    const { client } = desk.office.database;
    expect(client.prepare('select sum(amount) from ledger_entries').pluck().get()).toBe(0);
    expect(client.prepare('select count(*) from ledger_entries').pluck().get()).toBe(4);
  });

  it('refuses more deposit than is due, and a transfer without its number', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    const cashier = desk.as('finance');
    const { version } = await cashier.subscriptions.detail({ subscriptionId });
    const money = { subscriptionId, version, item: 'deposit' as const, method: 'transfer' as const, payerId: buyer };
    await expectRefusal(
      cashier.payments.receive({ ...money, amount: 5_000_001, reference: '1' }),
      'RECEIPT_ABOVE_BALANCE',
    );
    await expectRefusal(cashier.payments.receive({ ...money, amount: 1, reference: '' }), 'RECEIPT_REFERENCE_MISSING');
  });

  it('warns of a price that is paid before there is a contract, until one is drafted', async () => {
    const { consultant, subscriptionId, buyer } = await subscribedHome(desk);
    const warned = async () =>
      (await consultant.subscriptions.detail({ subscriptionId })).warnings.map(({ code }) => code);
    expect(await warned()).toEqual([]);
    await payLines(desk, { subscriptionId, buyer }, ['firstPayment', 'finalPayment']);
    expect(await warned()).toEqual(['RECEIPTS_EXCEED_DEPOSIT']);
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    await consultant.contracts.draft({ subscriptionId, version });
    expect(await warned()).toEqual([]);
  });

  it('shows everybody what waits for them', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const supervisor = desk.as('supervisor');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    expect((await supervisor.tasks.today({})).tasks.map(({ kind }) => kind)).toEqual(['reviewWaiting']);
    await approve(desk, approvalId);
    expect((await consultant.tasks.today({})).tasks.map(({ kind }) => kind)).toContain('depositDue');
    await takeDeposit(desk, subscriptionId, buyer);
    expect((await consultant.tasks.today({})).tasks.map(({ kind }) => kind)).not.toContain('depositDue');
  });
});
