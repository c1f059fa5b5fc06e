import type Database from 'better-sqlite3';
import { activeAccounts } from '#db/repositories/accounts.ts';
import { casesOf } from '#db/repositories/cases.ts';
import { fileSubject } from '#db/repositories/grams.ts';
import { ownedMoney } from '#db/repositories/owned-money.ts';
import { buyersOf, receiptsOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { liveContractOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import { contractReviews, contractSignatures } from '#db/schema/contracts.ts';
import { customers } from '#db/schema/customers.ts';
import { contracts, subscriptions } from '#db/schema/deals.ts';
import { units } from '#db/schema/inventory.ts';
import { filledTerms } from '#db/seed/contract-terms.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import type { ContractEvent } from '#shared/domain/contracts/events.ts';
import { bareContractFacts } from '#shared/domain/contracts/facts.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { signingOrder } from '#shared/domain/contracts/review.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { itemOfLines } from '#shared/domain/payments/allocation.ts';
import { depositBecomesPrice } from '#shared/domain/payments/entries.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import type { UnitLegalEvent } from '#shared/domain/units/legal.ts';
import { unitLegal } from '#shared/domain/units/legal.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { advanceFollowers } from '../cases/apply-case-event.ts';
import { openCasesOf } from '../cases/open-cases.ts';
import { beginContract } from '../contracts/draft-contract.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { keepMoney } from '../payments/exchange.ts';
import { book, payUp, planOf, writeReceipt } from '../payments/take-money.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { gatherSubscriptionFacts } from '../subscriptions/subscription-facts.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { saleFactsOf } from '../units/unit-facts.ts';

import { catchUpCases, takeCases } from './case-steps.ts';

// Steps of a sale that happen too often in a generated office to go through every desk: review, signing, filing,
// settlement, forfeiture. They pass the same tables of states and write through the same log, as acts of the office.

type OfficeContext = CommandContext<undefined>;
type Deal = { readonly row: SubscriptionRow; readonly unit: UnitRow };

/** Who takes the money of the generated office, which slip number the bank gave, and who sees to its warrants. */
export type Cash = { readonly cashierId: number; readonly reference: string; readonly warrantsId: number };

function dealOf({ db }: OfficeContext, subscriptionId: number): Deal {
  const row = subscriptionById(db, subscriptionId);
  const unit = row === undefined ? undefined : unitById(db, row.unitId);
  if (row === undefined || unit === undefined) throw new DomainError('NOT_FOUND');
  return { row, unit };
}

function decided(
  { happened }: OfficeContext,
  kind: EventKind,
  row: SubscriptionRow,
  data: Record<string, unknown> = {},
) {
  happened({ kind, noun: 'subscriptions', id: row.id, data: { number: row.number, ...data } });
}

/** A subscription without money lapses after its day to pay. */
export function expireSubscription(context: OfficeContext, subscriptionId: number): void {
  const { row } = dealOf(context, subscriptionId);
  applySubscriptionEvent(context, row, 'expire', { priceAuthorised: true, reason: '逾期未交定金' });
  decided(context, 'expired', row);
}

/** The buyer did not sign in time and was given notice: the deposit stays, the home goes back on sale. */
export function forfeitSubscription(context: OfficeContext, subscriptionId: number): void {
  const { row, unit } = dealOf(context, subscriptionId);
  const facts = {
    ...gatherSubscriptionFacts(context, row, { priceAuthorised: true, authorised: ['forfeit'] }),
    terminationNoticeServed: true,
    toReturnFen: ZERO_FEN,
  };
  const { next } = decideOrRefuse(subscriptionLifecycle, row.state, 'forfeit', facts);
  const endReason = '逾期未签约，终止通知已送达，定金不退';
  context.tx.update(subscriptions, row.id, { state: next, endReason });
  const owner = { noun: 'subscriptions', id: row.id } as const;
  keepMoney(context, owner, standingOf(ownedMoney(context.db, owner)).held);
  applyUnitEvent(context, unit, 'forfeit', { subscription: next }, { reason: endReason });
  setCustomers(context, row, 'lost');
  decided(context, 'forfeited', row, { reason: endReason });
}

/** The contract is drafted by its consultant and takes its number; what the records do not know is filled in. */
export function draftContract(context: OfficeContext, client: Database.Database, subscriptionId: number): void {
  const { row } = dealOf(context, subscriptionId);
  const { id, number, terms } = beginContract(context, client, row, row.consultantId);
  context.tx.update(contracts, id, { terms: filledTerms(terms) });
  context.happened({ kind: 'contractDrafted', noun: 'contracts', id, data: { number, subscription: row.number } });
}

/** What must be here before anybody signs arrives. */
export function takeFirstPayment(context: OfficeContext, subscriptionId: number, cash: Cash): void {
  const { row } = dealOf(context, subscriptionId);
  takeMoney(context, row, cash, ['firstPayment', 'finalPayment']);
  decided(context, 'moneyReceived', row);
}

/** The warrants take the cases that a signed contract opened. */
export function takeNewCases(context: OfficeContext, subscriptionId: number, { warrantsId }: Cash): void {
  takeCases(context, subscriptionId, warrantsId);
  const [first] = casesOf(context.db, subscriptionId);
  if (first === undefined) return;
  const { kind: caseKind, step } = first;
  context.happened({ kind: 'caseTaken', noun: 'cases', id: first.id, data: { caseKind, step } });
}

/** The contract is reviewed, printed and signed; the first payment is in. */
export function signContract(context: OfficeContext, subscriptionId: number, cash: Cash): void {
  const { row, unit } = dealOf(context, subscriptionId);
  const { tx, today } = context;
  const contract = liveContractOf(context.db, unit.id);
  if (contract === undefined) throw new DomainError('NOT_FOUND');
  takeMoney(context, row, cash, ['firstPayment', 'finalPayment']);
  let state = contract.state;
  for (const event of ['submit', 'approve', 'print', 'sign'] satisfies ContractEvent[])
    state = decideOrRefuse(contractLifecycle, state, event, contractFacts(context, row, unit)).next;
  const terms = { ...contract.terms, signOn: today };
  const submittedBy = row.consultantId;
  const by = activeAccounts(context.db).find(({ id }) => id === row.consultantId)?.name ?? '';
  // What was shown is what was signed; nobody compares it any more.
  const confirmations = { ...contract.confirmations, weightyTerms: { on: today, by, hash: '' } };
  tx.update(contracts, contract.id, { state, signedOn: today, terms, submittedBy, reviewRound: 1, confirmations });
  reviewAndSign(context, contract.id, row);
  const legalState = legalAfter(context, unit, 'netSign');
  tx.update(units, unit.id, { legalState });
  applyUnitEvent(context, { ...unit, legalState }, 'sign', { contract: state });
  setCustomers(context, row, 'signed');
  const deposit = receiptsOf(context.db, [row.id]).filter(({ receipt }) => receipt.item === 'deposit');
  const [first] = deposit;
  if (first !== undefined)
    book(context, first.receipt.id, depositBecomesPrice(sumFen(deposit.map(({ receipt }) => receipt.amount)), today));
  openCasesOf(context, row);
  takeCases(context, row.id, cash.warrantsId);
  context.happened({ kind: 'contractSigned', noun: 'contracts', id: contract.id, data: { number: contract.number } });
}

/** The registry has filed the contract. */
export function fileContract(context: OfficeContext, subscriptionId: number): void {
  const { row, unit } = dealOf(context, subscriptionId);
  const contract = liveContractOf(context.db, unit.id);
  if (contract === undefined) throw new DomainError('NOT_FOUND');
  const { next } = decideOrRefuse(contractLifecycle, contract.state, 'file', contractFacts(context, row, unit));
  const filingNumber = `WQ${context.today.replaceAll('-', '')}${String(contract.id).padStart(4, '0')}`;
  context.tx.update(contracts, contract.id, { state: next, filingNumber, filedOn: context.today });
  fileSubject(context.tx, 'contracts', contract.id, { codes: [filingNumber] });
  const legalState = legalAfter(context, unit, 'register');
  context.tx.update(units, unit.id, { legalState, postSaleState: 'filed' });
  catchUpCases(context, row.id, ['filing']);
  advanceFollowers(context, row.id);
  context.happened({
    kind: 'contractFiled',
    noun: 'contracts',
    id: contract.id,
    data: { number: contract.number, filingNumber, filedOn: context.today },
  });
}

/** The rest of the price arrives, from the buyer or the bank. */
export function settleContract(context: OfficeContext, subscriptionId: number, cash: Cash): void {
  const { row } = dealOf(context, subscriptionId);
  takeMoney(context, row, cash, ['instalment', 'commercialLoan', 'providentLoan', 'finalPayment']);
  catchUpCases(context, row.id, ['mortgage']);
  decided(context, payUp(context, row) ? 'pricePaid' : 'moneyReceived', row);
}

/** The three levels pass it, the buyers sign in their order, the seller seals. */
function reviewAndSign({ db, tx, now, today }: OfficeContext, contractId: number, row: SubscriptionRow): void {
  const people = activeAccounts(db);
  const one = (post: Post): number => people.find((person) => person.post === post)?.id ?? row.consultantId;
  for (const [index, post] of (['backOffice', 'supervisor', 'manager'] as const).entries())
    tx.insert(contractReviews, {
      contractId,
      round: 1,
      level: index + 1,
      reviewerId: one(post),
      verdict: 'passed',
      opinion: '',
      reviewedAt: now,
    });
  const order = signingOrder(buyersOf(db, [row.id]).map(({ customer }) => customer.id));
  for (const [index, { party, customerId }] of order.entries())
    tx.insert(contractSignatures, {
      contractId,
      position: index + 1,
      party,
      customerId,
      signedOn: today,
      recordedBy: one('backOffice'),
      recordedAt: now,
    });
}

/** What is open on these lines arrives: a receipt for the buyer's own money, another for the bank's. */
function takeMoney(context: OfficeContext, row: SubscriptionRow, cash: Cash, items: readonly PlanItem[]): void {
  const payer = buyersOf(context.db, [row.id])[0]?.customer;
  if (payer === undefined) return;
  const open = planOf(context, row.id).filter((line) => line.open > 0 && items.includes(line.item));
  for (const item of new Set(open.map((line) => itemOfLines([line])))) {
    const lines = open.filter((line) => itemOfLines([line]) === item);
    writeReceipt(context, row.id, {
      payerId: payer.id,
      cashierId: cash.cashierId,
      item,
      method: 'transfer',
      amount: sumFen(lines.map((line) => line.open)),
      reference: cash.reference,
      shares: lines.map((line) => ({ position: line.position, amount: line.open })),
    });
  }
}

function contractFacts(context: OfficeContext, row: SubscriptionRow, unit: UnitRow) {
  return {
    ...bareContractFacts(context.today),
    ...saleFactsOf(context.db, unit, context.today),
    // Any colleague who is not the author; the office keeps no reviewers of contracts yet.
    actorId: 0,
    authorIds: [row.consultantId],
    authorised: ['approve'] as const,
    subscription: 'converted' as const,
    priceFen: row.price,
    housePriceFen: row.price,
    filedBand: context.setting('filedBand', row.subscribedOn),
    paymentLinesFen: row.price,
    templateApproved: true,
    weightyTermsShown: true,
    unchangedSinceReview: true,
    signaturesComplete: true,
    filingNumberEntered: true,
  };
}

function legalAfter(context: OfficeContext, unit: UnitRow, event: UnitLegalEvent) {
  const facts = {
    ...saleFactsOf(context.db, unit, context.today),
    commercial: unit.commercialState,
    filingChecked: true,
  };
  return decideOrRefuse(unitLegal, unit.legalState, event, facts).next;
}

function setCustomers({ db, tx }: OfficeContext, row: SubscriptionRow, state: 'signed' | 'lost'): void {
  for (const { customer } of buyersOf(db, [row.id])) tx.update(customers, customer.id, { state });
}
