import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { MoneyOwner, OwnedMoney } from '#shared/domain/payments/owned-money.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fen, sumFen } from '#shared/kernel/money.ts';
import type { ReadDb } from '../access.ts';
import { customers } from '../schema/customers.ts';
import { accounts } from '../schema/office.ts';
import { ledgerEntries, receipts, refunds } from '../schema/papers.ts';

/** A refund as stored. */
export type RefundRow = typeof refunds.$inferSelect;

/** The columns by which money names the record it belongs to. */
export function ownerColumns({ noun, id }: MoneyOwner) {
  return {
    subscriptionId: noun === 'subscriptions' ? id : null,
    bookingId: noun === 'bookings' ? id : null,
    intentId: noun === 'intents' ? id : null,
  };
}

/** The record that money belongs to. */
export function ownerOf(row: ReturnType<typeof ownerColumns>): MoneyOwner {
  if (row.subscriptionId !== null) return { noun: 'subscriptions', id: row.subscriptionId };
  if (row.bookingId !== null) return { noun: 'bookings', id: row.bookingId };
  return { noun: 'intents', id: row.intentId ?? 0 };
}

const ownedBy = (table: typeof receipts | typeof refunds, { noun, id }: MoneyOwner) => {
  switch (noun) {
    case 'subscriptions':
      return eq(table.subscriptionId, id);
    case 'bookings':
      return eq(table.bookingId, id);
    case 'intents':
      return eq(table.intentId, id);
  }
};

/** The receipts of a record, oldest first, whatever became of them. */
export function receiptsOfOwner(db: ReadDb, owner: MoneyOwner) {
  return db.select().from(receipts).where(ownedBy(receipts, owner)).orderBy(asc(receipts.id)).all();
}

/** The lines of the ledger that the money of a record has left. */
export function ledgerOfOwner(db: ReadDb, owner: MoneyOwner) {
  const { account, amount } = ledgerEntries;
  const ofReceipts = db
    .select({ account, amount })
    .from(ledgerEntries)
    .innerJoin(receipts, eq(receipts.id, ledgerEntries.receiptId))
    .where(ownedBy(receipts, owner))
    .all();
  const ofRefunds = db
    .select({ account, amount })
    .from(ledgerEntries)
    .innerJoin(refunds, eq(refunds.id, ledgerEntries.refundId))
    .where(ownedBy(refunds, owner))
    .all();
  return [...ofReceipts, ...ofRefunds];
}

/** Everything that came in for a record and went out of it again. */
export function ownedMoney(db: ReadDb, owner: MoneyOwner): OwnedMoney {
  const kept = ledgerOfOwner(db, owner).filter(({ account }) => account === 'depositsKept');
  return {
    receipts: receiptsOfOwner(db, owner),
    refunds: refundRowsOf(db, owner),
    kept: fen(-sumFen(kept.map(({ amount }) => amount))),
  };
}

/** The refunds of a record, the oldest first. */
export function refundRowsOf(db: ReadDb, owner: MoneyOwner): RefundRow[] {
  return db.select().from(refunds).where(ownedBy(refunds, owner)).orderBy(asc(refunds.id)).all();
}

/** One refund. */
export function refundById(db: ReadDb, id: number): RefundRow | undefined {
  return db.select().from(refunds).where(eq(refunds.id, id)).get();
}

/** The refund that a request to a second person was filed for. */
export function refundsOfChange(db: ReadDb, changeId: number): RefundRow[] {
  return db.select().from(refunds).where(eq(refunds.changeId, changeId)).orderBy(asc(refunds.id)).all();
}

/** The lines of the ledger of a refund. */
export function ledgerOfRefund(db: ReadDb, refundId: number) {
  return db.select().from(ledgerEntries).where(eq(ledgerEntries.refundId, refundId)).all();
}

const cashiers = alias(accounts, 'cashiers');
const requesters = alias(accounts, 'requesters');

/** Refunds that wait for somebody, and those that were paid out on some days, the newest first. */
export function refundList(db: ReadDb, from: LocalDate, to: LocalDate) {
  return db
    .select({ refund: refunds, payee: customers.name, cashier: cashiers.name, requester: requesters.name })
    .from(refunds)
    .innerJoin(customers, eq(customers.id, refunds.payeeId))
    .innerJoin(requesters, eq(requesters.id, refunds.requestedBy))
    .leftJoin(cashiers, eq(cashiers.id, refunds.cashierId))
    .where(
      or(
        inArray(refunds.state, ['requested', 'approved']),
        and(gte(refunds.refundedOn, from), lte(refunds.refundedOn, to)),
      ),
    )
    .orderBy(desc(refunds.id))
    .all();
}

/** Receipts of some people that belong to no deal: money of bookings and intents that still counts. */
export function claimReceiptsOf(db: ReadDb, payerIds: readonly number[]) {
  return db
    .select({ receipt: receipts, payer: customers.name })
    .from(receipts)
    .innerJoin(customers, eq(customers.id, receipts.payerId))
    .where(and(isNull(receipts.subscriptionId), eq(receipts.state, 'valid'), inArray(receipts.payerId, [...payerIds])))
    .orderBy(asc(receipts.id))
    .all();
}

/** Refunds that were agreed to and are not paid out, the oldest first. */
export function refundsToPay(db: ReadDb) {
  return db
    .select({ refund: refunds, payee: customers.name })
    .from(refunds)
    .innerJoin(customers, eq(customers.id, refunds.payeeId))
    .where(eq(refunds.state, 'approved'))
    .orderBy(asc(refunds.id))
    .all();
}
