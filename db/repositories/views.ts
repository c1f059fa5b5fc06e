import { and, asc, count, eq, or } from 'drizzle-orm';
import type { ListName } from '#shared/domain/views/lists.ts';
import type { ReadDb } from '../access.ts';
import { accounts } from '../schema/office.ts';
import { views } from '../schema/views.ts';

/** Views of a list that somebody has: their own, then those for everybody, by age. */
export function viewsFor(db: ReadDb, list: ListName, accountId: number) {
  return db
    .select({ view: views, by: accounts.name })
    .from(views)
    .innerJoin(accounts, eq(accounts.id, views.accountId))
    .where(and(eq(views.list, list), or(eq(views.accountId, accountId), eq(views.shared, true))))
    .orderBy(asc(views.id))
    .all();
}

/** Somebody's view of a list by its name. */
export function ownViewNamed(
  db: ReadDb,
  { accountId, list, name }: { accountId: number; list: ListName; name: string },
) {
  return db
    .select()
    .from(views)
    .where(and(eq(views.accountId, accountId), eq(views.list, list), eq(views.name, name)))
    .get();
}

/** How many views of a list somebody keeps. */
export function countOwnViews(db: ReadDb, accountId: number, list: ListName): number {
  const row = db
    .select({ n: count() })
    .from(views)
    .where(and(eq(views.accountId, accountId), eq(views.list, list)))
    .get();
  return row?.n ?? 0;
}

/** One view. */
export function viewById(db: ReadDb, id: number) {
  return db.select().from(views).where(eq(views.id, id)).get();
}
