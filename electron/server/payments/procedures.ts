import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { receiptBook, receiptById } from '#db/repositories/receipts.ts';
import { buyersOf, planLinesOf, receiptsOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { ledgerEntries, receipts } from '#db/schema/papers.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { type LedgerEntry, receiptEntries, voidingEntries } from '#shared/domain/payments/entries.ts';
import { receiptRefusal, voidRefusal } from '#shared/domain/payments/receipt-rules.ts';
import { paymentMethods, type ReceiptState } from '#shared/domain/payments/states.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { subtractFen, sumFen } from '#shared/kernel/money.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { presentReceipt } from './present.ts';

type Received = z.output<(typeof paymentsApi)['receive']['input']>;

function book({ tx }: CommandContext, receiptId: number, entries: readonly LedgerEntry[]): void {
  for (const { account, amount, bookedOn } of entries)
    tx.insert(ledgerEntries, { receiptId, account, amount, bookedOn });
}

/** Takes money on a subscription: receipt, entries, and the whole deposit completes it (齐定), in one transaction. */
function receive(context: CommandContext, input: Received) {
  const { db, tx, now, today, actor, setting, happened } = context;
  const row = subscriptionById(db, input.subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.version !== input.version) throw new DomainError('STALE');
  if (row.state !== 'approved' && row.state !== 'depositComplete') throw new DomainError('SUBSCRIPTION_NOT_APPROVED');
  if (!buyersOf(db, [row.id]).some(({ customer }) => customer.id === input.payerId))
    throw new DomainError('PAYER_IS_NO_BUYER');
  const before = receiptsOf(db, [row.id]).map(({ receipt }) => receipt);
  const deposit = depositFacts(row.depositDue, before);
  const balance =
    input.item === 'deposit'
      ? deposit.remaining
      : subtractFen(sumFen(planLinesOf(db, row.id).map(({ amount }) => amount)), deposit.receivedInAll);
  const { method, amount, reference } = input;
  const refused = receiptRefusal(
    { method, amount, balance, reference, receivedOn: today, today },
    { receiptNeedsReference: setting('receiptNeedsReference'), paymentMethods: setting('paymentMethods') },
  );
  if (refused !== undefined) throw DomainError.from(refused);
  const receipt = tx.insert(receipts, {
    number: nextNumber(tx, 'SJ', Number(today.slice(0, 4))),
    subscriptionId: row.id,
    payerId: input.payerId,
    item: input.item,
    method,
    amount,
    receivedOn: today,
    receivedAt: now,
    cashierId: actor.id,
    reference,
  });
  book(context, receipt.id, receiptEntries(receipt));
  const after = depositFacts(row.depositDue, [...before, receipt]);
  const completes = row.state === 'approved' && after.complete;
  const state = completes
    ? applySubscriptionEvent(context, row, 'completeDeposit', { priceAuthorised: true }).state
    : row.state;
  happened({
    kind: completes ? 'depositCompleted' : 'moneyReceived',
    noun: 'subscriptions',
    id: row.id,
    data: { receipt: receipt.number, amountFen: amount, item: input.item },
  });
  return { receiptId: receipt.id, number: receipt.number, state, remaining: after.remaining };
}

/** Handlers of money taken. */
export const paymentsHandlers: Handlers<typeof paymentsApi> = {
  receive,

  voidReceipt: (context, { receiptId, version, reason }) => {
    const { db, tx, today, happened } = context;
    const receipt = receiptById(db, receiptId);
    if (receipt === undefined) throw new DomainError('NOT_FOUND');
    const refused = voidRefusal(receipt.state, reason);
    if (refused !== undefined) throw DomainError.from(refused);
    const after = tx.update(receipts, receipt.id, { state: 'voided', voidReason: reason }, version);
    book(context, receipt.id, voidingEntries(receipt, today));
    const row = subscriptionById(db, receipt.subscriptionId);
    voidPapersOf(context, 'receipts', receipt.id, reason);
    if (row?.state === 'depositComplete' && receipt.item === 'deposit')
      applySubscriptionEvent(context, row, 'reopenDeposit', { priceAuthorised: true });
    happened({
      kind: 'receiptVoided',
      noun: 'subscriptions',
      id: receipt.subscriptionId,
      data: { receipt: receipt.number, reason },
    });
    return { state: after.state };
  },

  book: (context, { from, to }) => {
    const rows = receiptBook(context.db, from, to);
    const receiptsInState = (state: ReceiptState) =>
      rows.map(({ receipt }) => receipt).filter((receipt) => receipt.state === state);
    const valid = receiptsInState('valid');
    const voided = receiptsInState('voided');
    return {
      total: sumFen(valid.map(({ amount }) => amount)),
      byMethod: paymentMethods
        .map((method) => ({ method, taken: valid.filter((receipt) => receipt.method === method) }))
        .filter(({ taken }) => taken.length > 0)
        .map(({ method, taken }) => ({
          method,
          receipts: taken.length,
          amount: sumFen(taken.map(({ amount }) => amount)),
        })),
      voided: { receipts: voided.length, amount: sumFen(voided.map(({ amount }) => amount)) },
      rows: rows.map(({ subscription, unit, ...listed }) => ({
        ...presentReceipt(context, listed),
        subscriptionId: listed.receipt.subscriptionId,
        subscription,
        unit,
      })),
    };
  },
};
