import { eq } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { subscriptionSigners } from '../schema/deals.ts';

/** Who signs for the buyers of a deal, as stored; a buyer who signs himself has no row or one without an agent. */
export function signersOf(db: ReadDb, subscriptionId: number) {
  return db.select().from(subscriptionSigners).where(eq(subscriptionSigners.subscriptionId, subscriptionId)).all();
}

/** Where somebody's own data say who signs for them. */
export function signersForCustomer(db: ReadDb, customerId: number) {
  return db.select().from(subscriptionSigners).where(eq(subscriptionSigners.customerId, customerId)).all();
}
