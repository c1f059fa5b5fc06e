import { nextNumber, oldNumber } from '#db/repositories/counters.ts';
import { incomingOf } from '#db/repositories/receipts.ts';
import { planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { type UnitRow, unitById } from '#db/repositories/units.ts';
import { ledgerEntries, receiptLines, receipts } from '#db/schema/papers.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { type LineShare, settle } from '#shared/domain/payments/allocation.ts';
import { type LedgerEntry, receiptEntries } from '#shared/domain/payments/entries.ts';
import type { DealItem, PaymentMethod } from '#shared/domain/payments/states.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { gatherUnitFacts, type UnitCommand } from '../units/unit-facts.ts';

type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'now' | 'today'>;

/** Money that is with the office now, and what it was taken for. */
export type Taken = {
  readonly payerId: number;
  readonly cashierId: number;
  readonly item: DealItem;
  readonly method: PaymentMethod;
  readonly amount: Fen;
  readonly reference: string;
  readonly shares: readonly LineShare[];
  /** The number of a receipt that was written before the office had this program; its own next one without it. */
  readonly number?: string;
};

/** The plan of a deal with what was paid on each line. */
export function planOf({ db, today }: Pick<QueryContext<unknown>, 'db' | 'today'>, subscriptionId: number) {
  return settle(planLinesOf(db, subscriptionId), incomingOf(db, subscriptionId), today).lines;
}

/** Writes entries of a receipt. */
export function book({ tx }: Pick<Writing, 'tx'>, receiptId: number, entries: readonly LedgerEntry[]): void {
  for (const { account, amount, bookedOn } of entries)
    tx.insert(ledgerEntries, { receiptId, account, amount, bookedOn });
}

/**
 * Gives a receipt its number and writes it with its lines and its double entry: the only way money comes in. Whoever calls
 * has asked the rules of the receipt and of its shares before.
 */
export function writeReceipt(context: Writing, subscriptionId: number, taken: Taken) {
  const { db, tx, now, today } = context;
  const { shares, number, ...money } = taken;
  const receipt = tx.insert(receipts, {
    ...money,
    number: number === undefined ? nextNumber(tx, 'SJ', Number(today.slice(0, 4))) : oldNumber(tx, number),
    subscriptionId,
    receivedOn: today,
    receivedAt: now,
  });
  const lines = planLinesOf(db, subscriptionId);
  for (const { position, amount } of shares) {
    const line = lines.find((one) => one.position === position);
    if (line === undefined) throw new DomainError('NOT_FOUND');
    tx.insert(receiptLines, { receiptId: receipt.id, planLineId: line.id, amount });
  }
  book(context, receipt.id, receiptEntries(receipt));
  return receipt;
}

/** Money of a small booking or of the registration for a launch: no plan says what of it is due. */
type ClaimMoney = Omit<Taken, 'item' | 'shares' | 'number'> & { readonly item: 'bookingMoney' | 'intentMoney' };

/** Gives the receipt of a small booking or an intent its number and writes it with its double entry. */
export function writeClaimReceipt(
  context: Writing,
  owner: { readonly bookingId: number } | { readonly intentId: number },
  money: ClaimMoney,
) {
  const { tx, now, today } = context;
  const number = nextNumber(tx, 'SJ', Number(today.slice(0, 4)));
  const receipt = tx.insert(receipts, { ...money, ...owner, number, receivedOn: today, receivedAt: now });
  book(context, receipt.id, receiptEntries(receipt));
  return receipt;
}

function unitOf({ db }: UnitCommand, row: SubscriptionRow): UnitRow {
  const unit = unitById(db, row.unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  return unit;
}

/** Pays the home up with the last of its price (结清). Answers whether it did; what is seized waits for its release. */
export function payUp(command: UnitCommand, row: SubscriptionRow): boolean {
  const balanceFen = sumFen(planOf(command, row.id).map(({ open }) => open));
  const unit = unitOf(command, row);
  if (balanceFen > 0 || unit.commercialState !== 'signed') return false;
  const facts = gatherUnitFacts(command, unit, { balanceFen });
  if (decide(unitCommercial, unit.commercialState, 'settle', facts).refused) return false;
  applyUnitEvent(command, unit, 'settle', { balanceFen });
  return true;
}

/** A home that was paid up is not any more when a receipt of its price is voided. */
export function reopenBalance(command: UnitCommand, row: SubscriptionRow): void {
  const balanceFen = sumFen(planOf(command, row.id).map(({ open }) => open));
  const unit = unitOf(command, row);
  if (balanceFen > 0 && unit.commercialState === 'paidUp')
    applyUnitEvent(command, unit, 'reopenBalance', { balanceFen });
}
