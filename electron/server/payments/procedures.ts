import { claimReceiptsOf, ownedMoney, ownerOf } from '#db/repositories/owned-money.ts';
import { receiptById } from '#db/repositories/receipts.ts';
import { buyersOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { receipts } from '#db/schema/papers.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { openFor } from '#shared/domain/payments/allocation.ts';
import { voidingEntries } from '#shared/domain/payments/entries.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { voidRefusal } from '#shared/domain/payments/receipt-rules.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { reopenLoans } from '../cases/apply-case-event.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { lendersOf } from '../kernel/standing.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { dueLines } from './due-lines.ts';
import { exchangeReceipt } from './exchange.ts';
import { checkOwnMoney, followMoney } from './owners.ts';
import { receiptBookOf } from './receipt-book.ts';
import { moneyArrived, receiveMoney, receivingRefusal } from './receive-money.ts';
import { refundHandlers } from './refund-procedures.ts';
import { book, planOf, reopenBalance } from './take-money.ts';

/** Handlers of money taken. */
export const paymentsHandlers: Handlers<typeof paymentsApi> = {
  receive: receiveMoney,
  due: dueLines,

  voidReceipt: (context, { receiptId, version, reason }) => {
    const { db, tx, today, actor, happened } = context;
    const receipt = receiptById(db, receiptId);
    if (receipt === undefined) throw new DomainError('NOT_FOUND');
    const owner = ownerOf(receipt);
    checkOwnMoney(context, owner);
    // Without its money a booking would keep a home for nothing: it ends by paying it back.
    if (owner.noun === 'bookings') throw new DomainError('RECEIPT_OF_BOOKING');
    const row = owner.noun === 'subscriptions' ? subscriptionById(db, owner.id) : undefined;
    const dealState = row?.state ?? null;
    const refused = voidRefusal({ ...receipt, actorId: actor.id, standsFor: lendersOf(actor), dealState });
    if (refused !== undefined) throw DomainError.from(refused);
    const { held, promised } = standingOf(ownedMoney(db, owner));
    if (held - promised < receipt.amount) throw new DomainError('REFUND_ABOVE_HELD', { heldFen: held - promised });
    const after = tx.update(receipts, receipt.id, { state: 'voided', voidReason: reason }, version);
    book(context, receipt.id, voidingEntries(receipt, today));
    voidPapersOf(context, 'receipts', receipt.id, reason);
    if (row !== undefined) {
      reopenBalance(context, row);
      reopenLoans(context, row.id);
      if (row.state === 'depositComplete' && receipt.item === 'deposit')
        applySubscriptionEvent(context, row, 'reopenDeposit', { priceAuthorised: true });
    }
    followMoney(context, owner);
    happened({ kind: 'receiptVoided', ...owner, data: { receipt: receipt.number, reason } });
    return { state: after.state };
  },

  exchange: (context, { receiptId, version, subscriptionId }) => {
    const { db, actor, happened } = context;
    const old = receiptById(db, receiptId);
    const row = subscriptionById(db, subscriptionId);
    if (old === undefined || row === undefined) throw new DomainError('NOT_FOUND');
    checkOwnMoney(context, ownerOf(old));
    checkOwnDeal(context, row.id, 'payments');
    if (old.subscriptionId !== null) throw new DomainError('RECEIPT_STAYS_WITH_DEAL');
    if (old.version !== version) throw new DomainError('STALE');
    const refused = receivingRefusal(context, row, planOf(context, row.id));
    if (refused !== undefined) throw DomainError.from(refused);
    if (!buyersOf(db, [row.id]).some(({ customer }) => customer.id === old.payerId))
      throw new DomainError('PAYER_IS_NO_BUYER');
    const to = { owner: { noun: 'subscriptions', id: row.id }, item: 'deposit', cashierId: actor.id } as const;
    const receipt = exchangeReceipt(context, old, to);
    const { state } = moneyArrived(context, row);
    happened({
      kind: 'receiptExchanged',
      noun: 'subscriptions',
      id: row.id,
      data: { from: old.number, receipt: receipt.number, amountFen: receipt.amount },
    });
    return { receiptId: receipt.id, number: receipt.number, state };
  },

  exchangeable: (context, { subscriptionId }) => {
    const row = subscriptionById(context.db, subscriptionId);
    if (row === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, row.id, 'payments');
    const plan = planOf(context, row.id);
    const refused = receivingRefusal(context, row, plan);
    const open = openFor('deposit', plan);
    const buyers = buyersOf(context.db, [row.id]).map(({ customer }) => customer.id);
    const forbidden: Refusal = { code: 'FORBIDDEN' };
    return claimReceiptsOf(context.db, buyers).map(({ receipt, payer }) => {
      const room: Refusal | undefined =
        receipt.amount > open ? { code: 'RECEIPT_ABOVE_BALANCE', params: { balanceFen: open } } : undefined;
      return {
        receiptId: receipt.id,
        number: receipt.number,
        item: receipt.item,
        amount: receipt.amount,
        payer,
        can: { exchange: context.can('payments.receive') ? (refused ?? room ?? true) : forbidden },
        version: receipt.version,
      };
    });
  },

  ...refundHandlers,

  book: receiptBookOf,
};
