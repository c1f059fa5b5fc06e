import { and, asc, desc, eq, max } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { paperBatches, paperBatchRows } from '../schema/paper-batches.ts';
import { documents } from '../schema/papers.ts';

/** A batch of papers as stored. */
export type PaperBatchRow = typeof paperBatches.$inferSelect;
/** One record of a batch as stored. */
export type BatchedRow = typeof paperBatchRows.$inferSelect;

/** A batch by its number. */
export function paperBatchById(db: ReadDb, id: number): PaperBatchRow | undefined {
  return db.select().from(paperBatches).where(eq(paperBatches.id, id)).get();
}

/** The last batch that a person began. */
export function lastPaperBatchOf(db: ReadDb, accountId: number): PaperBatchRow | undefined {
  return db
    .select()
    .from(paperBatches)
    .where(eq(paperBatches.accountId, accountId))
    .orderBy(desc(paperBatches.id))
    .limit(1)
    .get();
}

/** The records of a batch, in the order in which they were chosen. */
export function rowsOfBatch(db: ReadDb, batchId: number): BatchedRow[] {
  return db
    .select()
    .from(paperBatchRows)
    .where(eq(paperBatchRows.batchId, batchId))
    .orderBy(asc(paperBatchRows.id))
    .all();
}

/** The records of a batch that nobody has taken up. */
export function waitingRowsOf(db: ReadDb, batchId: number): BatchedRow[] {
  return db
    .select()
    .from(paperBatchRows)
    .where(and(eq(paperBatchRows.batchId, batchId), eq(paperBatchRows.outcome, 'waiting')))
    .orderBy(asc(paperBatchRows.id))
    .all();
}

/** The number of the newest paper of the office, 0 where there is none. */
export function newestPaper(db: ReadDb): number {
  return (
    db
      .select({ id: max(documents.id) })
      .from(documents)
      .get()?.id ?? 0
  );
}
