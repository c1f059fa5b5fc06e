import type { z } from 'zod';
import { buyersOf, receiptsOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { openFor, type SettledLine, sharesRefusal, spread } from '#shared/domain/payments/allocation.ts';
import { receiptRefusal } from '#shared/domain/payments/receipt-rules.ts';
import { depositFacts, takingRefusal } from '#shared/domain/subscriptions/deposit.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { advanceFollowers } from '../cases/apply-case-event.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { saleFactsOf, type UnitCommand, type UnitContext } from '../units/unit-facts.ts';
import { payUp, planOf, writeReceipt } from './take-money.ts';

type Received = z.output<(typeof paymentsApi)['receive']['input']>;

/**
 * Why no money can be taken on a deal, whatever the amount, or undefined: it is not agreed to, ended, or paid, or the law
 * has something against it before the signing.
 */
export function receivingRefusal(
  context: Pick<UnitContext, 'db' | 'today'>,
  { state, unitId }: SubscriptionRow,
  lines: readonly SettledLine[],
): Refusal | undefined {
  if (state !== 'approved' && state !== 'depositComplete' && state !== 'converted')
    return { code: 'SUBSCRIPTION_NOT_APPROVED' };
  if (lines.every(({ open }) => open === 0)) return { code: 'NOTHING_DUE' };
  return takingRefusalOf(context, unitId);
}

/** What the law has against taking money for a home today; undefined where it has nothing. */
export function takingRefusalOf({ db, today }: Pick<UnitContext, 'db' | 'today'>, unitId: number): Refusal | undefined {
  const unit = unitById(db, unitId);
  if (unit === undefined) return { code: 'NOT_FOUND' };
  const isSigned = unit.commercialState === 'signed' || unit.commercialState === 'paidUp';
  return takingRefusal(saleFactsOf(db, unit, today), isSigned);
}

/** What follows when money of a deal is here: the whole deposit completes it, cases go on, the last of the price pays up. */
export function moneyArrived(context: UnitCommand, row: SubscriptionRow) {
  const receipts = receiptsOf(context.db, [row.id]).map(({ receipt }) => receipt);
  const completes = row.state === 'approved' && depositFacts(row.depositDue, receipts).complete;
  const state = completes
    ? applySubscriptionEvent(context, row, 'completeDeposit', { priceAuthorised: true }).state
    : row.state;
  advanceFollowers(context, row.id);
  return { state, paidUp: payUp(context, row) };
}

/**
 * Takes money on a deal in one transaction: receipt with its lines, entries, the whole deposit completes the subscription
 * (齐定), the last of the price pays the home up (结清).
 */
export function receiveMoney(context: CommandContext, input: Received) {
  const { db, today, actor, setting, happened } = context;
  const row = subscriptionById(db, input.subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, row.id, 'payments');
  if (row.version !== input.version) throw new DomainError('STALE');
  const plan = planOf(context, row.id);
  const refusedDeal = receivingRefusal(context, row, plan);
  // Of a deal that is paid in full the receipt itself says how much too much it is.
  if (refusedDeal !== undefined && refusedDeal.code !== 'NOTHING_DUE') throw DomainError.from(refusedDeal);
  if (!buyersOf(db, [row.id]).some(({ customer }) => customer.id === input.payerId))
    throw new DomainError('PAYER_IS_NO_BUYER');
  const before = receiptsOf(db, [row.id]).map(({ receipt }) => receipt);
  if (input.item !== 'deposit' && !depositFacts(row.depositDue, before).complete)
    throw new DomainError('DEPOSIT_COMES_FIRST');
  const { item, method, amount, reference, payerId } = input;
  const refused = receiptRefusal(
    { method, amount, balance: openFor(item, plan), reference, receivedOn: today, today },
    { receiptNeedsReference: setting('receiptNeedsReference'), paymentMethods: setting('paymentMethods') },
  );
  if (refused !== undefined) throw DomainError.from(refused);
  const shares = input.lines ?? spread(item, amount, plan);
  const refusedShares = sharesRefusal({ item, amount, shares }, plan);
  if (refusedShares !== undefined) throw DomainError.from(refusedShares);
  const receipt = writeReceipt(context, row.id, {
    payerId,
    cashierId: actor.id,
    item,
    method,
    amount,
    reference,
    shares,
  });
  const after = depositFacts(row.depositDue, [...before, receipt]);
  const completes = row.state === 'approved' && after.complete;
  const { state, paidUp } = moneyArrived(context, row);
  happened({
    kind: completes ? 'depositCompleted' : paidUp ? 'pricePaid' : 'moneyReceived',
    noun: 'subscriptions',
    id: row.id,
    data: { receipt: receipt.number, amountFen: amount, item, lines: shares.map(({ position }) => position) },
  });
  return {
    receiptId: receipt.id,
    number: receipt.number,
    state,
    remaining: item === 'deposit' ? after.remaining : openFor(item, planOf(context, row.id)),
  };
}
