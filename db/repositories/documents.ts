import { and, asc, desc, eq, inArray, max, ne } from 'drizzle-orm';
import type { DocumentKindName, PaperNoun } from '#shared/domain/documents/states.ts';
import type { ReadDb } from '../access.ts';
import { accounts } from '../schema/office.ts';
import { documents, prints } from '../schema/papers.ts';

/** An issued paper as stored. */
export type DocumentRow = typeof documents.$inferSelect;

/** One paper. */
export function documentById(db: ReadDb, id: number): DocumentRow | undefined {
  return db.select().from(documents).where(eq(documents.id, id)).get();
}

/** Who issued a paper, by name. */
export function issuerOf(db: ReadDb, document: Pick<DocumentRow, 'issuedBy'>): string {
  return db.select({ name: accounts.name }).from(accounts).where(eq(accounts.id, document.issuedBy)).get()?.name ?? '';
}

/** The papers of a record, the newest first, the voided ones too. */
export function documentsOf(db: ReadDb, noun: PaperNoun, subjectId: number): DocumentRow[] {
  return db
    .select()
    .from(documents)
    .where(and(eq(documents.noun, noun), eq(documents.subjectId, subjectId)))
    .orderBy(desc(documents.id))
    .all();
}

/** The one paper of its kind of a record that is not voided. */
export function standingDocumentOf(
  db: ReadDb,
  kind: DocumentKindName,
  noun: PaperNoun,
  subjectId: number,
): DocumentRow | undefined {
  return db
    .select()
    .from(documents)
    .where(
      and(
        eq(documents.kind, kind),
        eq(documents.noun, noun),
        eq(documents.subjectId, subjectId),
        ne(documents.state, 'voided'),
      ),
    )
    .get();
}

/** The version that the next issue of a number has, from 1. */
export function nextIssueVersion(db: ReadDb, kind: DocumentKindName, number: string): number {
  const last = db
    .select({ last: max(documents.issueVersion) })
    .from(documents)
    .where(and(eq(documents.kind, kind), eq(documents.number, number)))
    .get();
  return (last?.last ?? 0) + 1;
}

/** Papers that took their number and are not sealed yet, the oldest first. */
export function unsealedDocuments(db: ReadDb): DocumentRow[] {
  return db.select().from(documents).where(eq(documents.state, 'issuing')).orderBy(asc(documents.id)).all();
}

/** The prints of a paper in their order, with who printed. */
export function printsOf(db: ReadDb, documentIds: readonly number[]) {
  return db
    .select({ print: prints, operator: accounts.name })
    .from(prints)
    .innerJoin(accounts, eq(accounts.id, prints.operatorId))
    .where(inArray(prints.documentId, [...documentIds]))
    .orderBy(asc(prints.id))
    .all();
}

/** One print, with who ordered it. */
export function printById(db: ReadDb, id: number) {
  return db
    .select({ print: prints, operator: accounts.name })
    .from(prints)
    .innerJoin(accounts, eq(accounts.id, prints.operatorId))
    .where(eq(prints.id, id))
    .get();
}
