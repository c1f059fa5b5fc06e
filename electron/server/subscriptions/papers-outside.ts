import type { ReadDb } from '#db/access.ts';
import { type DocumentRow, documentsOf, printsOf } from '#db/repositories/documents.ts';
import { receiptsOfOwner } from '#db/repositories/owned-money.ts';
import { copiesOutside } from '#shared/domain/documents/copies.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';

/** Papers that give somebody a claim on a deal: its book and its receipts. They come back before it ends (退房收回). */
const claims: readonly DocumentKindName[] = ['subscriptionBook', 'depositReceipt'];

/** The papers of a deal that give somebody a claim on it, with how many copies of each are outside. */
export function claimingPapers(db: ReadDb, subscriptionId: number): { paper: DocumentRow; outside: number }[] {
  const receipts = receiptsOfOwner(db, { noun: 'subscriptions', id: subscriptionId });
  const papers = [
    ...documentsOf(db, 'subscriptions', subscriptionId),
    ...receipts.flatMap(({ id }) => documentsOf(db, 'receipts', id)),
  ].filter(({ kind }) => claims.includes(kind));
  if (papers.length === 0) return [];
  const prints = printsOf(
    db,
    papers.map(({ id }) => id),
  ).map(({ print }) => print);
  return papers.map((paper) => ({
    paper,
    outside: copiesOutside(prints.filter(({ documentId }) => documentId === paper.id)),
  }));
}

/** How many copies of such papers are outside. */
export function copiesOfDeal(db: ReadDb, subscriptionId: number): number {
  return claimingPapers(db, subscriptionId).reduce((sum, { outside }) => sum + outside, 0);
}
