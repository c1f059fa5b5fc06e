import { and, asc, desc, eq, gte, lte, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { accounts } from '../schema/office.ts';
import { documents, sealUses } from '../schema/papers.ts';

/** One entry of the register of seals. */
export function sealUseById(db: ReadDb, id: number) {
  return db.select().from(sealUses).where(eq(sealUses.id, id)).get();
}

/** The entries of a span of days with their papers and people, the newest first. */
export function sealUsesBetween(db: ReadDb, from: LocalDate, to: LocalDate) {
  return entries(db, and(gte(sealUses.sealedOn, from), lte(sealUses.sealedOn, to)));
}

/** The entries of one paper, the newest first. */
export function sealUsesOf(db: ReadDb, documentId: number) {
  return entries(db, eq(sealUses.documentId, documentId));
}

function entries(db: ReadDb, where: SQL | undefined) {
  const bringers = alias(accounts, 'bringers');
  return db
    .select({ use: sealUses, document: documents, keeper: accounts.name, bringer: bringers.name })
    .from(sealUses)
    .innerJoin(documents, eq(documents.id, sealUses.documentId))
    .innerJoin(accounts, eq(accounts.id, sealUses.keeperId))
    .innerJoin(bringers, eq(bringers.id, sealUses.broughtBy))
    .where(where)
    .orderBy(desc(sealUses.sealedAt), asc(sealUses.id))
    .all();
}
