import { and, asc, desc, eq, max, sql } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { fallbackSlips, intents } from '../schema/launches.ts';

/** A fallback slip as stored. */
export type SlipRow = typeof fallbackSlips.$inferSelect;

/** The slips of a launch with the queue number that was written on them, the newest printing first. */
export function slipsOfLaunch(db: ReadDb, launchId: number) {
  return (
    db
      // Slips of before the number was kept have that of their intent.
      .select({
        slip: fallbackSlips,
        queueNo: sql<number | null>`coalesce(${fallbackSlips.queueNo}, ${intents.queueNo})`,
      })
      .from(fallbackSlips)
      .leftJoin(intents, eq(intents.id, fallbackSlips.intentId))
      .where(eq(fallbackSlips.launchId, launchId))
      .orderBy(desc(fallbackSlips.series), asc(fallbackSlips.serial))
      .all()
  );
}

/** One slip. */
export function slipById(db: ReadDb, id: number): SlipRow | undefined {
  return db.select().from(fallbackSlips).where(eq(fallbackSlips.id, id)).get();
}

/** The last printing of slips for a launch; 0 before the first. */
export function lastSeries(db: ReadDb, launchId: number): number {
  const found = db
    .select({ last: max(fallbackSlips.series) })
    .from(fallbackSlips)
    .where(eq(fallbackSlips.launchId, launchId))
    .get();
  return found?.last ?? 0;
}

/** The slips of one printing in their order. */
export function slipsOfSeries(db: ReadDb, launchId: number, series: number): SlipRow[] {
  return db
    .select()
    .from(fallbackSlips)
    .where(and(eq(fallbackSlips.launchId, launchId), eq(fallbackSlips.series, series)))
    .orderBy(asc(fallbackSlips.serial))
    .all();
}
