import { nextNumber } from '#db/repositories/counters.ts';
import { ledgerOfOwner, ownedMoney, ownerColumns, ownerOf, receiptsOfOwner } from '#db/repositories/owned-money.ts';
import { planLinesOf } from '#db/repositories/subscriptions.ts';
import { ledgerEntries, receiptLines, receipts } from '#db/schema/papers.ts';
import { openFor, sharesRefusal, spread } from '#shared/domain/payments/allocation.ts';
import { exchangeEntries, keptEntries, owedAfter } from '#shared/domain/payments/entries.ts';
import { type MoneyOwner, standingOf } from '#shared/domain/payments/owned-money.ts';
import type { ReceiptItem } from '#shared/domain/payments/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { book, planOf } from './take-money.ts';

type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'now' | 'today'>;
type ReceiptRow = typeof receipts.$inferSelect;

/** Where the money of a receipt goes on to, and for what. */
type Onward = { readonly owner: MoneyOwner; readonly item: ReceiptItem; readonly cashierId: number };

/** From now on a receipt counts no more. Throws RECEIPT_VOIDED, RECEIPT_EXCHANGED. */
function markExchanged({ tx }: Writing, old: ReceiptRow): void {
  if (old.state === 'voided') throw new DomainError('RECEIPT_VOIDED');
  if (old.state === 'exchanged') throw new DomainError('RECEIPT_EXCHANGED');
  tx.update(receipts, old.id, { state: 'exchanged' });
}

/** Writes the receipt that takes the place of an exchanged one. Throws RECEIPT_ABOVE_BALANCE. */
function writeExchange(context: Writing, old: ReceiptRow, { owner, item, cashierId }: Onward): ReceiptRow {
  const { db, tx, now, today } = context;
  const { payerId, amount, method, reference } = old;
  const plan = owner.noun === 'subscriptions' ? planOf(context, owner.id) : [];
  const shares = spread(item, amount, plan);
  if (owner.noun === 'subscriptions' && sharesRefusal({ item, amount, shares }, plan) !== undefined)
    throw new DomainError('RECEIPT_ABOVE_BALANCE', { balanceFen: openFor(item, plan) });
  const receipt = tx.insert(receipts, {
    ...ownerColumns(owner),
    number: nextNumber(tx, 'SJ', Number(today.slice(0, 4))),
    replacesId: old.id,
    payerId,
    cashierId,
    item,
    method,
    amount,
    reference,
    receivedOn: today,
    receivedAt: now,
  });
  const lines = owner.noun === 'subscriptions' ? planLinesOf(db, owner.id) : [];
  for (const { position, amount: share } of shares) {
    const line = lines.find((one) => one.position === position);
    if (line !== undefined) tx.insert(receiptLines, { receiptId: receipt.id, planLineId: line.id, amount: share });
  }
  book(context, receipt.id, exchangeEntries(old.item, item, amount, today));
  return receipt;
}

/**
 * Exchanges a receipt for another one (换票): its money goes on to a deal, and no cash moves. The old receipt counts no
 * more; whoever has its paper brings it back. Throws RECEIPT_VOIDED, RECEIPT_EXCHANGED, RECEIPT_ABOVE_BALANCE where the
 * plan has no room for it, REFUND_ABOVE_HELD where its money has gone back or is promised.
 */
export function exchangeReceipt(context: Writing, old: ReceiptRow, to: Onward): ReceiptRow {
  const { held, promised } = standingOf(ownedMoney(context.db, ownerOf(old)));
  if (held - promised < old.amount) throw new DomainError('REFUND_ABOVE_HELD', { heldFen: held - promised });
  markExchanged(context, old);
  return writeExchange(context, old, to);
}

/**
 * Exchanges everything that was paid on a deal for receipts on its new plan, which `renew` writes in between. Throws
 * RECEIPT_ABOVE_BALANCE where the new plan has no room for what was paid.
 */
export function exchangeDeal(context: Writing, subscriptionId: number, cashierId: number, renew: () => void): void {
  const owner = { noun: 'subscriptions', id: subscriptionId } as const;
  const old = receiptsOfOwner(context.db, owner).filter(({ state }) => state === 'valid');
  for (const receipt of old) markExchanged(context, receipt);
  renew();
  for (const receipt of old) writeExchange(context, receipt, { owner, item: receipt.item, cashierId });
}

/**
 * Keeps money of a record for good (没收): what is owed becomes the office's own, line by line in the ledger. Booked on the
 * newest receipt that counts. Throws REFUND_ABOVE_HELD where less is here than is to be kept.
 */
export function keepMoney({ db, tx, today }: Writing, owner: MoneyOwner, amount: Fen): void {
  if (amount === 0) return;
  const money = ownedMoney(db, owner);
  const { held, promised } = standingOf(money);
  if (amount > held - promised) throw new DomainError('REFUND_ABOVE_HELD', { heldFen: held - promised });
  const newest = receiptsOfOwner(db, owner).findLast(({ state }) => state === 'valid');
  if (newest === undefined) throw new DomainError('NOT_FOUND');
  for (const { account, amount: part, bookedOn } of keptEntries(owedAfter(ledgerOfOwner(db, owner)), amount, today))
    tx.insert(ledgerEntries, { receiptId: newest.id, account, amount: part, bookedOn });
}
