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

/**
 * Exchanges a receipt for another one (换票): its money goes on to a deal, or to the new plan of the same deal, and no cash
 * moves. The old receipt counts no more; whoever has its paper brings it back. Throws RECEIPT_VOIDED, RECEIPT_EXCHANGED,
 * RECEIPT_ABOVE_BALANCE where the plan has no room for it, REFUND_ABOVE_HELD where its money has gone back or is promised.
 */
export function exchangeReceipt(
  context: Writing,
  old: typeof receipts.$inferSelect,
  to: { readonly owner: MoneyOwner; readonly item: ReceiptItem; readonly cashierId: number },
) {
  const { db, tx, now, today } = context;
  if (old.state === 'voided') throw new DomainError('RECEIPT_VOIDED');
  if (old.state === 'exchanged') throw new DomainError('RECEIPT_EXCHANGED');
  const from = ownerOf(old);
  const { held, promised } = standingOf(ownedMoney(db, from));
  if (held - promised < old.amount) throw new DomainError('REFUND_ABOVE_HELD', { heldFen: held - promised });
  const { owner, item, cashierId } = to;
  tx.update(receipts, old.id, { state: 'exchanged' });
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
