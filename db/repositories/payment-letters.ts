import { asc, eq, inArray } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { accounts } from '../schema/office.ts';
import { letterServices, paymentLetters } from '../schema/payment-letters.ts';

/** A letter about money as stored. */
export type PaymentLetterRow = typeof paymentLetters.$inferSelect;

/** One letter about money. */
export function paymentLetterById(db: ReadDb, id: number): PaymentLetterRow | undefined {
  return db.select().from(paymentLetters).where(eq(paymentLetters.id, id)).get();
}

/** The letters about the money of a deal with who wrote them, the first one first. */
export function lettersOfDeal(db: ReadDb, subscriptionId: number) {
  return db
    .select({ letter: paymentLetters, writer: accounts.name })
    .from(paymentLetters)
    .innerJoin(accounts, eq(accounts.id, paymentLetters.writtenBy))
    .where(eq(paymentLetters.subscriptionId, subscriptionId))
    .orderBy(asc(paymentLetters.id))
    .all();
}

/** How some letters reached their buyers. */
export function servicesOfLetters(db: ReadDb, letterIds: readonly number[]) {
  return db
    .select()
    .from(letterServices)
    .where(inArray(letterServices.letterId, [...letterIds]))
    .orderBy(asc(letterServices.id))
    .all();
}
