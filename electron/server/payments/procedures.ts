import { receiptBook, receiptById, receiptLinesOf } from '#db/repositories/receipts.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { receipts } from '#db/schema/papers.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { voidingEntries } from '#shared/domain/payments/entries.ts';
import { voidRefusal } from '#shared/domain/payments/receipt-rules.ts';
import { paymentMethods, type ReceiptState } from '#shared/domain/payments/states.ts';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { reopenLoans } from '../cases/apply-case-event.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { lendersOf } from '../kernel/standing.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { dueLines } from './due-lines.ts';
import { presentReceipt } from './present.ts';
import { receiveMoney } from './receive-money.ts';
import { book, reopenBalance } from './take-money.ts';

/** Handlers of money taken. */
export const paymentsHandlers: Handlers<typeof paymentsApi> = {
  receive: receiveMoney,
  due: dueLines,

  voidReceipt: (context, { receiptId, version, reason }) => {
    const { db, tx, today, actor, happened } = context;
    const receipt = receiptById(db, receiptId);
    if (receipt === undefined) throw new DomainError('NOT_FOUND');
    const row = receipt.subscriptionId === null ? undefined : subscriptionById(db, receipt.subscriptionId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, row.id, 'payments');
    const refused = voidRefusal({ ...receipt, actorId: actor.id, standsFor: lendersOf(actor), dealState: row.state });
    if (refused !== undefined) throw DomainError.from(refused);
    const after = tx.update(receipts, receipt.id, { state: 'voided', voidReason: reason }, version);
    book(context, receipt.id, voidingEntries(receipt, today));
    voidPapersOf(context, 'receipts', receipt.id, reason);
    reopenBalance(context, row);
    reopenLoans(context, row.id);
    if (row.state === 'depositComplete' && receipt.item === 'deposit')
      applySubscriptionEvent(context, row, 'reopenDeposit', { priceAuthorised: true });
    happened({
      kind: 'receiptVoided',
      noun: 'subscriptions',
      id: row.id,
      data: { receipt: receipt.number, reason },
    });
    return { state: after.state };
  },

  book: (context, { from, to }) => {
    const rows = receiptBook(context.db, from, to, context.reach('payments'));
    const receiptsInState = (state: ReceiptState) =>
      rows.map(({ receipt }) => receipt).filter((receipt) => receipt.state === state);
    const valid = receiptsInState('valid');
    const voided = receiptsInState('voided');
    const ids = rows.map(({ receipt }) => receipt.id);
    // Each line is put with its receipt once: years of a book have tens of thousands of both.
    const linesOf = new Map<number, { position: number; item: PlanItem; amount: Fen }[]>(ids.map((id) => [id, []]));
    for (const { line, position, item } of receiptLinesOf(context.db, ids))
      linesOf.get(line.receiptId)?.push({ position, item, amount: line.amount });
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
      rows: rows.map(({ subscription, subscriptionId, unit, dealState, ...listed }) => ({
        ...presentReceipt(context, listed, dealState),
        lines: linesOf.get(listed.receipt.id) ?? [],
        subscriptionId,
        subscription,
        unit,
      })),
    };
  },
};
