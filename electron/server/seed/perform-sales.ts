import { readDb } from '#db/access.ts';
import { approvalById } from '#db/repositories/approvals.ts';
import { customerById } from '#db/repositories/customers.ts';
import { latestApprovalOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import type { Act, DealPlan } from '#db/seed/acts.ts';
import { byHandCode } from '#shared/domain/pricing/catalogue.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Fen, fen, yuan } from '#shared/kernel/money.ts';
import type { DeskClient } from './desk.ts';
import { customerAt, dealAt, type Stage, slipNumber, wait } from './stage.ts';

const agreed = ['同意', '同意，请按期签约', '资料齐全，同意', '客户意向明确，同意'];

/** Every so many deals begin with a purchase plan. */
const QUOTED_EVERY = 3;

/** Sales of a plan as far as the desks take them: subscription, decision, deposit, papers, cancellation. */
export function saleActs(stage: Stage) {
  const { office, plan, random, desk, unitIds, customerIds } = stage;
  const db = readDb(office.database);
  const homes = plan.buildings.flatMap(({ homes: own }) => own);
  const deals: { subscriptionId: number; approvalId: number | null }[] = [];

  /** A customer shows their papers. */
  async function identify(consultant: DeskClient, index: number): Promise<void> {
    const { name, identityNumber, address, intent } = customerAt(stage, index);
    const customerId = customerIds[index] ?? 0;
    const version = customerById(db, customerId)?.version ?? 0;
    await consultant.customers.update({
      customerId,
      version,
      name,
      secondPhone: null,
      identity: { kind: 'identityCard', number: identityNumber },
      address,
      intent,
      rating: 'A',
      nextFollowUpOn: null,
    });
  }

  type Wish = { customerId: number; unitId: number; onTime: boolean; planCodes: readonly string[] };

  async function giveQuote(consultant: DeskClient, { customerId, unitId, onTime, planCodes }: Wish): Promise<number> {
    const terms = {
      unitId,
      adjustments: adjustmentsOf({ discountPpm: onTime ? 10_000 : 0 }),
      homeOrder: 'first' as const,
      ways: planCodes.map((planCode) => ({ planCode, loanYears: 30 })),
    };
    const { price } = await consultant.quotes.reckon({ terms });
    const { quoteId } = await consultant.quotes.create({ terms, customerId, shownPrice: price });
    return quoteId;
  }

  /** What a customer takes home to think about: three ways to pay, and the sheet of it. */
  async function quote({ customer, unit, onTime }: Extract<Act, { do: 'quote' }>): Promise<void> {
    const consultant = desk(customerAt(stage, customer).owner);
    const subjectId = await giveQuote(consultant, {
      customerId: customerIds[customer] ?? 0,
      unitId: unitIds[unit] ?? 0,
      onTime,
      planCodes: ['lumpSum', 'mortgage', 'combined'],
    });
    await consultant.documents.issue({ kind: 'purchasePlan', subjectId });
  }

  /** Some have thought about a purchase plan before they subscribe. */
  async function quoteBefore(index: number, unitId: number): Promise<number | null> {
    const { customer, consultant, planCode, discountPpm } = dealAt(stage, index);
    if (index % QUOTED_EVERY !== 0 || discountPpm > 10_000) return null;
    const wish = { customerId: customerIds[customer] ?? 0, unitId, onTime: discountPpm > 0, planCodes: [planCode] };
    return giveQuote(desk(consultant), wish);
  }

  async function subscribe(index: number): Promise<void> {
    const deal = dealAt(stage, index);
    const consultant = desk(deal.consultant);
    const buyers = [deal.customer, ...(deal.with === null ? [] : [deal.with])];
    for (const buyer of buyers) await identify(consultant, buyer);
    // Most couples are one family in the file; the others have yet to show their papers.
    if (deal.with !== null && random.chance(0.8))
      await consultant.customers.joinHousehold({
        customerId: customerIds[deal.customer] ?? 0,
        memberId: customerIds[deal.with] ?? 0,
      });
    wait(stage, 1);
    const unitId = unitIds[deal.unit] ?? 0;
    const parking = homes[deal.unit]?.use === '车位';
    const quoteId = parking ? null : await quoteBefore(index, unitId);
    await consultant.units.lock({ unitId });
    wait(stage, 3);
    const { signBy } = await consultant.subscriptions.offer({ unitId });
    const terms = {
      unitId,
      adjustments: adjustmentsOf(deal),
      planCode: parking ? 'lumpSum' : deal.planCode,
      deposit: parking ? yuan(10_000) : yuan(50_000),
      signBy,
    };
    const { price } = await consultant.subscriptions.quote({ terms });
    const shares = buyers.length === 1 ? [1_000_000] : [500_000, 500_000];
    const { subscriptionId, approvalId } = await consultant.subscriptions.create({
      terms,
      buyers: buyers.map((buyer, at) => ({ customerId: customerIds[buyer] ?? 0, sharePpm: shares[at] ?? 0 })),
      shownPrice: price,
      consent: true,
      mortgageDisclosed: true,
      reason: deal.reason,
      quoteId,
    });
    deals[index] = { subscriptionId, approvalId };
  }

  const subscriptionOf = (index: number) => deals[index]?.subscriptionId ?? 0;

  async function decide({ deal, by, decision }: Extract<Act, { do: 'decide' }>): Promise<void> {
    const approvalId = deals[deal]?.approvalId ?? 0;
    const request = () => approvalById(db, approvalId);
    const opinion = decision === 'approve' ? random.pick(agreed) : '价格依据不足，请与客户再沟通后重新提交。';
    // A subscription is read through by the back office before it comes to whoever decides.
    if (request()?.requiredPost === 'backOffice')
      await desk('jiangxuemei').approvals.decide({
        approvalId,
        version: request()?.version ?? 0,
        decision: 'approve',
        opinion: '资料齐全，价格与定金核对无误。',
      });
    await desk(by).approvals.decide({ approvalId, version: request()?.version ?? 0, decision, opinion });
    if (request()?.kind === 'priceBelowAuthority' && decision === 'approve') await review(subscriptionOf(deal), by);
  }

  /** With the price agreed the back office reads the subscription, then whoever leads. */
  async function review(subscriptionId: number, by: Parameters<typeof desk>[0]): Promise<void> {
    const follows = () => latestApprovalOf(db, subscriptionId);
    const { id: approvalId = 0 } = follows() ?? {};
    const pass = (login: Parameters<typeof desk>[0], opinion: string) =>
      desk(login).approvals.decide({ approvalId, version: follows()?.version ?? 0, decision: 'approve', opinion });
    await pass('jiangxuemei', '资料齐全，价格与批价一致。');
    await pass(by, '按批准的价格办理。');
  }

  async function takeDeposit(index: number, share: 'whole' | 'half'): Promise<void> {
    const cashier = desk('jiangxuemei');
    const row = subscriptionById(db, subscriptionOf(index));
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const amount: Fen = share === 'whole' ? row.depositDue : fen(Math.round(row.depositDue / 2));
    const deal = dealAt(stage, index);
    await cashier.payments.receive({
      subscriptionId: row.id,
      version: row.version,
      item: 'deposit',
      method: deal.method,
      amount,
      payerId: customerIds[deal.customer] ?? 0,
      reference: slipNumber(stage),
    });
  }

  /** The slip bears another name: the receipt is voided before the money is taken anew. */
  async function voidDeposit(index: number): Promise<void> {
    const finance = desk('fangmin');
    const { receipts } = await finance.subscriptions.detail({ subscriptionId: subscriptionOf(index) });
    for (const { id: receiptId, version } of receipts.filter(({ state }) => state === 'valid'))
      await finance.payments.voidReceipt({ receiptId, version, reason: '付款人姓名开错，作废重开' });
  }

  async function issueBook(index: number): Promise<void> {
    const backOffice = desk('jiangxuemei');
    const subscriptionId = subscriptionOf(index);
    await backOffice.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    const { receipts } = await backOffice.subscriptions.detail({ subscriptionId });
    for (const { id } of receipts.filter(({ state }) => state === 'valid'))
      await backOffice.documents.issue({ kind: 'depositReceipt', subjectId: id });
  }

  async function cancel(index: number): Promise<void> {
    const manager = desk('dujianhua');
    const subscriptionId = subscriptionOf(index);
    const { version } = await manager.subscriptions.detail({ subscriptionId });
    await manager.subscriptions.cancel({ subscriptionId, version, reason: '客户家庭原因放弃认购，未交定金' });
  }

  return { quote, subscribe, decide, takeDeposit, voidDeposit, issueBook, cancel, subscriptionOf };
}

function adjustmentsOf({ discountPpm }: Pick<DealPlan, 'discountPpm'>) {
  if (discountPpm === 0) return [];
  if (discountPpm === 10_000) return [{ kind: 'listed' as const, code: 'onTime' }];
  return [{ kind: 'percent' as const, code: byHandCode(0), label: '协议优惠', ratePpm: discountPpm }];
}
