import { asc, eq } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { dealNotices } from '../schema/deal-notices.ts';
import { accounts } from '../schema/office.ts';

/** A notice of a deal as stored. */
export type DealNoticeRow = typeof dealNotices.$inferSelect;

/** The notices of a deal, the first one first. */
export function noticesOfDeal(db: ReadDb, subscriptionId: number): DealNoticeRow[] {
  return db
    .select()
    .from(dealNotices)
    .where(eq(dealNotices.subscriptionId, subscriptionId))
    .orderBy(asc(dealNotices.id))
    .all();
}

/** The notices of a deal with the names of who issued them. */
export function noticesWithPeople(db: ReadDb, subscriptionId: number) {
  return db
    .select({ notice: dealNotices, issuer: accounts.name })
    .from(dealNotices)
    .innerJoin(accounts, eq(accounts.id, dealNotices.writtenBy))
    .where(eq(dealNotices.subscriptionId, subscriptionId))
    .orderBy(asc(dealNotices.id))
    .all();
}

/** One notice of a deal. */
export function dealNoticeById(db: ReadDb, id: number): DealNoticeRow | undefined {
  return db.select().from(dealNotices).where(eq(dealNotices.id, id)).get();
}
