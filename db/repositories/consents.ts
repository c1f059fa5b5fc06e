import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Language } from '#shared/domain/accounts/posts.ts';
import type { ReadDb } from '../access.ts';
import { given, prepared } from '../prepared.ts';
import { accounts } from '../schema/office.ts';
import { consents, noticeTexts } from '../schema/privacy.ts';

const takers = alias(accounts, 'takers');
const withdrawers = alias(accounts, 'withdrawers');

const linesOfCustomer = prepared((db) =>
  db
    .select()
    .from(consents)
    .where(eq(consents.customerId, given('id')))
    .prepare(),
);

/** Everything that a customer ever agreed to. */
export function consentLinesOf(db: ReadDb, customerId: number) {
  return linesOfCustomer(db).all({ id: customerId });
}

/** The same with the people who took it down, the newest first. */
export function consentsOf(db: ReadDb, customerId: number) {
  return db
    .select({ consent: consents, takenBy: takers.name, withdrawnBy: withdrawers.name })
    .from(consents)
    .leftJoin(takers, eq(takers.id, consents.takenBy))
    .leftJoin(withdrawers, eq(withdrawers.id, consents.withdrawnBy))
    .where(eq(consents.customerId, customerId))
    .orderBy(desc(consents.id))
    .all();
}

/** Of some customers, or of all, those who agreed to marketing, and those who did and do no longer. */
export function marketingStandings(
  db: ReadDb,
  ids: readonly number[] | null,
): { readonly given: Set<number>; readonly withdrawn: Set<number> } {
  const rows = db
    .select({ customerId: consents.customerId, withdrawnOn: consents.withdrawnOn })
    .from(consents)
    .where(and(eq(consents.purpose, 'marketing'), ids === null ? undefined : inArray(consents.customerId, [...ids])))
    .all();
  const given = new Set(rows.flatMap(({ customerId, withdrawnOn }) => (withdrawnOn === null ? [customerId] : [])));
  const withdrawn = new Set(rows.flatMap(({ customerId }) => (given.has(customerId) ? [] : [customerId])));
  return { given, withdrawn };
}

/** The office's own text in a language as it stands; undefined before the first. */
export function newestNotice(db: ReadDb, language: Language) {
  return db
    .select()
    .from(noticeTexts)
    .where(eq(noticeTexts.language, language))
    .orderBy(desc(noticeTexts.edition))
    .limit(1)
    .get();
}

/** Every edition of the office's texts, the newest first. */
export function noticeEditions(db: ReadDb) {
  return db
    .select({ text: noticeTexts, writtenBy: accounts.name })
    .from(noticeTexts)
    .leftJoin(accounts, eq(accounts.id, noticeTexts.writtenBy))
    .orderBy(desc(noticeTexts.id))
    .all();
}

/** The line of a purpose that is open; undefined where the customer has not agreed. */
export function openConsent(db: ReadDb, customerId: number, purpose: typeof consents.$inferSelect.purpose) {
  return db
    .select()
    .from(consents)
    .where(and(eq(consents.customerId, customerId), eq(consents.purpose, purpose), isNull(consents.withdrawnOn)))
    .get();
}
