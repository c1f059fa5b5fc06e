import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LedgerAccount } from '#shared/domain/payments/states.ts';
import { daysBetween, localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { approvedAgreement, printAgreement, signAgreementByAll } from '#tests/support/agreement-desk.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { fileContract, payLines, seen, signedContract } from '#tests/support/contract-desk.ts';
import { leaveOver } from '#tests/support/left-over.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('A signed contract is ended by a termination agreement', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** What goes back of a deal, as the cashier sees it. */
  async function refundsOf(subscriptionId: number) {
    const days = { from: localDate('2026-11-01'), to: localDate('2026-12-31') };
    const { rows } = await desk.as('finance').payments.refunds(days);
    return rows.filter(({ owner }) => owner.noun === 'subscriptions' && owner.id === subscriptionId);
  }

  /** What stands on an account of the ledger, in fen. */
  function ledger(account: LedgerAccount): number {
    return (
      desk.office.database.client
        .prepare<[string], number>('select coalesce(sum(amount), 0) from ledger_entries where account = ?')
        .pluck()
        .get(account) ?? 0
    );
  }

  /** Whoever decides agrees to what is to go back. */
  async function agreeTo(subscriptionId: number) {
    const asked = await refundsOf(subscriptionId);
    const director = desk.as('director');
    for (const { approvalId } of asked) {
      if (approvalId === null) continue;
      const { version } = await director.approvals.detail({ approvalId });
      await director.approvals.decide({ approvalId, version, decision: 'approve', opinion: '同意' });
    }
    return asked;
  }

  /** Finance pays out what goes back. */
  async function payOut(subscriptionId: number) {
    const finance = desk.as('finance');
    for (const { id, version } of await refundsOf(subscriptionId))
      await finance.payments.refund({ refundId: id, version, method: 'transfer', reference: `0618-${id}` });
  }

  async function payBack(subscriptionId: number) {
    const asked = await agreeTo(subscriptionId);
    await payOut(subscriptionId);
    return asked;
  }

  it('frees the home only when both have signed, the filing is cancelled, money and originals are back', async () => {
    const deal = await signedContract(desk);
    await fileContract(desk, deal.contractId);
    const { consultant, subscriptionId, contractId, unitId } = deal;
    const backOffice = desk.as('backOffice');
    const { row } = await backOffice.contracts.detail({ contractId });
    const keep = fen(1_000_000);
    const { changeId } = await askFor(consultant, subscriptionId, { kind: 'cancellation', cause: 'buyer', keep });
    const { approval } = await consultant.changes.detail({ changeId });
    expect(approval?.requiredPost).toBe('director');
    await decideChange(desk.as('director'), changeId);
    const { agreementId, number } = await approvedAgreement(desk, changeId);
    expect(number).toMatch(/^JC-2026-\d{4}$/);
    const { money } = await backOffice.agreements.detail({ agreementId });
    expect(money).toMatchObject({ amount: row.received, penalty: keep, net: row.received - keep, toLender: 0 });
    expect(money?.rows[0]).toMatchObject({ item: 'deposit', penalty: keep });
    await printAgreement(desk, agreementId);
    await signAgreementByAll(desk, agreementId);
    const signed = await backOffice.changes.detail({ changeId });
    expect(signed.row.state).toBe('approved');
    expect(signed.openPoints.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['FILING_NOT_CANCELLED', 'PAPERS_OUTSIDE', 'MONEY_NOT_RETURNED']),
    );
    await expectRefusal(backOffice.changes.execute(await changeSeen(backOffice, changeId)), 'CHANGE_OPEN_POINTS');
    expect(await refundsOf(subscriptionId)).toEqual([]);

    const warrants = desk.as('warrantOfficer');
    await warrants.contracts.cancelFiling({
      ...(await seen(warrants, contractId)),
      ...{ number: 'CX-20261123-01', cancelledOn: localDate('2026-11-23') },
    });
    const paid = await payBack(subscriptionId);
    expect(paid.map(({ amount }) => amount)).toEqual([row.received - keep]);
    for (const { documentId, outside } of (await backOffice.changes.detail({ changeId })).papers)
      if (outside > 0) await backOffice.documents.takeBack({ documentId, copies: outside, reason: '解除合同' });
    expect((await backOffice.changes.detail({ changeId })).openPoints).toEqual([]);
    await backOffice.changes.execute(await changeSeen(backOffice, changeId));

    expect((await backOffice.agreements.detail({ agreementId })).money).toEqual(money);
    const ended = await backOffice.contracts.detail({ contractId });
    expect(ended.row.state).toBe('terminated');
    expect((await backOffice.subscriptions.detail({ subscriptionId })).row.state).toBe('cancelled');
    expect((await backOffice.units.detail({ unitId })).cell.state).toBe('available');
  });

  it('gives the loan back to its lender and what the buyer paid to the buyer', async () => {
    const deal = await signedContract(desk, 'mortgage');
    const { consultant, subscriptionId } = deal;
    await payLines(desk, deal, ['commercialLoan']);
    const ask = { kind: 'cancellation', cause: 'nobody', keep: fen(0) } as const;
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    await decideChange(desk.as('director'), changeId);
    const { agreementId } = await approvedAgreement(desk, changeId);
    await printAgreement(desk, agreementId);
    await signAgreementByAll(desk, agreementId);
    const { money } = await consultant.agreements.detail({ agreementId });
    const refunds = await refundsOf(subscriptionId);
    const toBuyers = refunds.filter(({ lender }) => lender === '').map(({ amount }) => amount);
    expect(toBuyers.reduce((sum, amount) => sum + amount, 0)).toBe(money?.toBuyer);
    const { plan } = await consultant.subscriptions.detail({ subscriptionId });
    const loan = plan.find(({ item }) => item === 'commercialLoan')?.amount ?? 0;
    expect(refunds.filter(({ lender }) => lender !== '').map(({ amount }) => amount)).toEqual([loan]);
    const openCodes = (await consultant.changes.detail({ changeId })).openPoints.map(({ code }) => code);
    expect(openCodes).toContain('LOAN_NOT_CLOSED');
    await payBack(subscriptionId);
    const left = (await consultant.changes.detail({ changeId })).openPoints.map(({ code }) => code);
    expect(left).not.toContain('LOAN_NOT_CLOSED');
    expect(left).not.toContain('MONEY_NOT_RETURNED');
  });

  it('has the part of it that was rejected asked for again alone, and pays its interest once', async () => {
    const deal = await signedContract(desk, 'mortgage');
    const { subscriptionId } = deal;
    await payLines(desk, deal, ['commercialLoan']);
    desk.clock.advance(20 * 24 * 3_600_000);
    const later = desk.as('backOffice');
    const ask = { kind: 'cancellation', cause: 'seller', ground: 'lateDelivery', keep: fen(0) } as const;
    const { changeId } = await askFor(later, subscriptionId, ask);
    await decideChange(desk.as('director'), changeId);
    await expectRefusal(later.changes.askRefunds(await changeSeen(later, changeId)), 'REFUND_ASKED_ALREADY');
    const { agreementId } = await approvedAgreement(desk, changeId);
    await printAgreement(desk, agreementId);
    await signAgreementByAll(desk, agreementId);
    const asked = await refundsOf(subscriptionId);
    const own = asked.find(({ lender }) => lender === '');
    const director = desk.as('director');
    const approvalId = own?.approvalId ?? 0;
    const { version } = await director.approvals.detail({ approvalId });
    await director.approvals.decide({ approvalId, version, decision: 'reject', opinion: '账户不符' });
    const before = await later.changes.detail({ changeId });
    expect(before.openPoints).toContainEqual({ code: 'REFUND_TO_ASK_AGAIN', params: { openFen: own?.sum } });
    await later.changes.askRefunds(await changeSeen(later, changeId));
    const again = (await refundsOf(subscriptionId)).filter(({ state }) => state === 'requested');
    expect(again.map(({ lender, amount, sum }) => [lender === '', amount, sum]).toSorted()).toEqual(
      asked.map(({ lender, amount, sum }) => [lender === '', amount, sum]).toSorted(),
    );
    await payBack(subscriptionId);
    expect(ledger('interestPaid')).toBe(own?.interest);
    expect(ledger('pricesReceived') + ledger('depositsReceived')).toBe(0);
    const open = (await later.changes.detail({ changeId })).openPoints.map(({ code }) => code);
    expect(open).not.toContain('MONEY_NOT_RETURNED');
    expect(open).not.toContain('REFUND_TO_ASK_AGAIN');
  });

  it('adds interest by the article on which the seller’s end rests, for the days since each payment', async () => {
    const deal = await signedContract(desk);
    const { subscriptionId } = deal;
    desk.clock.advance(20 * 24 * 3_600_000);
    const later = desk.as('backOffice');
    const ask = { kind: 'cancellation', cause: 'seller', ground: 'lateDelivery', keep: fen(0) } as const;
    const { changeId } = await askFor(later, subscriptionId, ask);
    const asked = await later.changes.detail({ changeId });
    const { draft } = await later.contracts.detail({ contractId: deal.contractId });
    const yearlyPpm = draft.fields.deliveryInterest;
    expect(asked.simulation.figures).toEqual([{ name: 'refundInterest', before: 0, after: yearlyPpm }]);
    await decideChange(desk.as('director'), changeId);
    const { agreementId } = await approvedAgreement(desk, changeId);
    const { money } = await later.agreements.detail({ agreementId });
    expect(money).toMatchObject({ yearlyPpm, penalty: 0 });
    for (const { paidOn, days, refund, interest } of money?.rows ?? []) {
      expect(days).toBe(daysBetween(paidOn, money?.until ?? paidOn));
      expect(interest).toBe(Math.round((refund * Number(yearlyPpm) * days) / 365_000_000));
    }
    expect(money?.interest).toBeGreaterThan(0);
    await printAgreement(desk, agreementId);
    await signAgreementByAll(desk, agreementId);
    const signed = await refundsOf(subscriptionId);
    expect(signed.map((one) => [one.amount, one.interest, one.sum])).toEqual([
      [money?.refund, money?.interest, money?.net],
    ]);
    const asking = await desk.as('director').approvals.detail({ approvalId: signed[0]?.approvalId ?? 0 });
    expect(asking.approval.amount).toBe(money?.net);

    await agreeTo(subscriptionId);
    // The agreement lets the interest run on until the money goes back.
    desk.clock.advance(10 * 24 * 3_600_000);
    const [waiting] = await refundsOf(subscriptionId);
    expect(waiting?.interest).toBe(
      (money?.rows ?? [])
        .map(({ refund, days }) => Math.round((refund * Number(yearlyPpm) * (days + 10)) / 365_000_000))
        .reduce((sum, one) => sum + one, 0),
    );
    const before = { supervisedAccount: ledger('supervisedAccount') };
    await payOut(subscriptionId);
    const [paid] = await refundsOf(subscriptionId);
    expect(paid).toMatchObject({ state: 'paid', interest: waiting?.interest, sum: waiting?.sum });
    expect(ledger('interestPaid')).toBe(waiting?.interest);
    expect(before.supervisedAccount - ledger('supervisedAccount')).toBe(waiting?.sum);
    // What had come in has gone to the fen, and the end asks for nothing more.
    expect(ledger('pricesReceived') + ledger('depositsReceived')).toBe(0);
    const open = (await desk.as('backOffice').changes.detail({ changeId })).openPoints.map(({ code }) => code);
    expect(open).not.toContain('MONEY_NOT_RETURNED');
    const { version = 0, id: refundId = 0 } = paid ?? {};
    await desk.as('manager').payments.voidRefund({ refundId, version, reason: '银行退回' });
    expect(ledger('interestPaid')).toBe(0);
    expect(ledger('supervisedAccount')).toBe(before.supervisedAccount);
  });

  it('is not settled while another refund of the deal waits, and says which', async () => {
    const deal = await signedContract(desk);
    const { subscriptionId, consultant } = deal;
    const { buyers } = await consultant.subscriptions.detail({ subscriptionId });
    await leaveOver(desk, subscriptionId, 100_000);
    const asking = { noun: 'subscriptions', recordId: subscriptionId, amount: 100_000, reason: '多收退回' } as const;
    const { number } = await desk.as('finance').payments.askRefund({ ...asking, payeeId: buyers[0]?.customerId ?? 0 });
    const ask = { kind: 'cancellation', cause: 'nobody', keep: fen(0) } as const;
    const { refusals } = await consultant.changes.simulate({ subscriptionId, ask, signers: [] });
    expect(refusals).toContainEqual({ code: 'REFUND_WAITING_FIRST', params: { number } });
  });

  it('keeps no more than the contract agrees, and nothing where the buyer is not in breach', async () => {
    const deal = await signedContract(desk);
    const asks = async (cause: 'buyer' | 'seller', keep: number) => {
      const ask = { kind: 'cancellation', cause, keep } as const;
      const { refusals } = await deal.consultant.changes.simulate({
        subscriptionId: deal.subscriptionId,
        ask,
        signers: [],
      });
      return refusals.map(({ code }) => code);
    };
    expect(await asks('seller', 100)).toEqual(['NOTHING_TO_KEEP']);
    expect(await asks('buyer', 90_000_000)).toEqual(['KEPT_ABOVE_PENALTY']);
    expect(await asks('buyer', 100)).toEqual([]);
  });
});
