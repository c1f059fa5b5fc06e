import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { PrintState } from '#shared/domain/documents/states.ts';
import type { ReadDb } from '../access.ts';
import { accounts } from '../schema/office.ts';
import { documents, prints, spoiledCopies } from '../schema/papers.ts';

/** A print as stored. */
export type PrintRow = typeof prints.$inferSelect;

/** Prints about which somebody has still to do or to say something. */
export const openPrintStates = ['queued', 'sending', 'sent', 'failed'] as const satisfies readonly PrintState[];

/** The spoiled copies of some papers, in the order of their numbers. */
export function spoiledCopiesOf(db: ReadDb, documentIds: readonly number[]) {
  return db
    .select()
    .from(spoiledCopies)
    .where(inArray(spoiledCopies.documentId, [...documentIds]))
    .orderBy(asc(spoiledCopies.documentId), asc(spoiledCopies.copy))
    .all();
}

/** The spoiled copies of a paper in whose place nothing was ordered, in the order of their numbers. */
export function openSpoiledCopies(db: ReadDb, documentId: number) {
  return db
    .select()
    .from(spoiledCopies)
    .where(and(eq(spoiledCopies.documentId, documentId), isNull(spoiledCopies.replacedBy)))
    .orderBy(asc(spoiledCopies.copy))
    .all();
}

/** The spoiled copies whose place some prints took. */
export function replacedBy(db: ReadDb, printId: number) {
  return db.select().from(spoiledCopies).where(eq(spoiledCopies.replacedBy, printId)).all();
}

/** Print jobs with their papers and people, the newest first; `open` only those that wait for somebody. */
export function listPrints(db: ReadDb, wanted: { readonly open: boolean; readonly limit: number }) {
  const confirmers = alias(accounts, 'confirmers');
  return db
    .select({ print: prints, document: documents, operator: accounts.name, confirmer: confirmers.name })
    .from(prints)
    .innerJoin(documents, eq(documents.id, prints.documentId))
    .innerJoin(accounts, eq(accounts.id, prints.operatorId))
    .leftJoin(confirmers, eq(confirmers.id, prints.confirmedBy))
    .where(wanted.open ? inArray(prints.state, [...openPrintStates]) : undefined)
    .orderBy(desc(prints.id))
    .limit(wanted.limit)
    .all();
}

/** Jobs of one PC of which it is not known what is on paper, or that its printer has not had yet. */
export function unsettledPrintsOf(db: ReadDb, place: string) {
  return db
    .select({ print: prints, document: documents })
    .from(prints)
    .innerJoin(documents, eq(documents.id, prints.documentId))
    .where(and(eq(prints.place, place), inArray(prints.state, ['queued', 'sending', 'sent'])))
    .orderBy(asc(prints.id))
    .all();
}
