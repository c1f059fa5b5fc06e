import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ScanState } from '#shared/domain/scans/outcomes.ts';
import type { ReadDb } from '../access.ts';
import { accounts } from '../schema/office.ts';
import { documents } from '../schema/papers.ts';
import { scanPages, scanStacks } from '../schema/scans.ts';

/** A scanned page as stored. */
export type ScanPageRow = typeof scanPages.$inferSelect;

const withStack = (db: ReadDb) =>
  db
    .select({ page: scanPages, stack: scanStacks, addedBy: accounts.name })
    .from(scanPages)
    .innerJoin(scanStacks, eq(scanStacks.id, scanPages.stackId))
    .innerJoin(accounts, eq(accounts.id, scanStacks.addedBy));

/** One scanned page with the stack it came in. */
export function scanPageById(db: ReadDb, id: number) {
  return withStack(db).where(eq(scanPages.id, id)).get();
}

/** The pages of a stack in their order. */
export function pagesOfStack(db: ReadDb, stackId: number) {
  return withStack(db).where(eq(scanPages.stackId, stackId)).orderBy(asc(scanPages.position)).all();
}

/** Pages that wait for somebody, of one person's stacks or of all (null), the oldest first. */
export function waitingPages(db: ReadDb, whose: number | null, limit: number) {
  const waiting = eq(scanPages.state, 'waiting');
  return withStack(db)
    .where(whose === null ? waiting : and(waiting, eq(scanStacks.addedBy, whose)))
    .orderBy(asc(scanPages.id))
    .limit(limit)
    .all();
}

/** The scans of a paper, at their places and replaced, by page and the newest first. */
export function pagesOfDocument(db: ReadDb, documentId: number) {
  return withStack(db)
    .where(and(eq(scanPages.documentId, documentId), inArray(scanPages.state, ['filed', 'replaced'])))
    .orderBy(asc(scanPages.page), desc(scanPages.id))
    .all();
}

/** The scan at a place of a paper. */
export function filedPage(db: ReadDb, documentId: number, page: number): ScanPageRow | undefined {
  return db
    .select()
    .from(scanPages)
    .where(and(eq(scanPages.documentId, documentId), eq(scanPages.page, page), eq(scanPages.state, 'filed')))
    .get();
}

/** The newest stacks of one person or of all (null), with how many pages are at their places and how many wait. */
export function newestStacks(db: ReadDb, whose: number | null, limit: number) {
  const inState = (state: ScanState) => sql<number>`coalesce(sum(${scanPages.state} = ${state}), 0)`;
  return db
    .select({
      stack: scanStacks,
      addedBy: accounts.name,
      filed: inState('filed'),
      waiting: inState('waiting'),
    })
    .from(scanStacks)
    .innerJoin(accounts, eq(accounts.id, scanStacks.addedBy))
    .leftJoin(scanPages, eq(scanPages.stackId, scanStacks.id))
    .where(whose === null ? undefined : eq(scanStacks.addedBy, whose))
    .groupBy(scanStacks.id)
    .orderBy(desc(scanStacks.id))
    .limit(limit)
    .all();
}

/** Who fed in a stack; undefined for none. */
export function stackById(db: ReadDb, id: number) {
  return db.select().from(scanStacks).where(eq(scanStacks.id, id)).get();
}

/** Every version of every kind of paper that has this number, whatever the case of its letters, the newest first. */
export function documentsNumbered(db: ReadDb, number: string) {
  return db
    .select()
    .from(documents)
    .where(eq(sql`upper(${documents.number})`, number.toUpperCase()))
    .orderBy(desc(documents.issueVersion), asc(documents.id))
    .all();
}
