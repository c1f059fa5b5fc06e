import { asc, desc, eq } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { handbookEntries } from '../schema/control.ts';
import { accounts } from '../schema/office.ts';

/** An entry of the sales information base as stored. */
export type HandbookRow = typeof handbookEntries.$inferSelect;

/** Entries that hold or those that were put away, by topic and then the newest first, each with who wrote it last. */
export function handbookOf(db: ReadDb, archived: boolean) {
  return db
    .select({ row: handbookEntries, by: accounts.name })
    .from(handbookEntries)
    .innerJoin(accounts, eq(accounts.id, handbookEntries.writtenBy))
    .where(eq(handbookEntries.archived, archived))
    .orderBy(asc(handbookEntries.topic), desc(handbookEntries.asOf), desc(handbookEntries.id))
    .all();
}

/** An entry by its key. */
export function handbookEntryById(db: ReadDb, id: number): HandbookRow | undefined {
  return db.select().from(handbookEntries).where(eq(handbookEntries.id, id)).get();
}
