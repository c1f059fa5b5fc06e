import { eq, ne, or } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import { documents } from '#db/schema/papers.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import { ANONYMISED } from './anonymise.ts';

/**
 * Deletes the files of papers that named somebody who was made anonymous: plans and forms, not the papers of deals. What
 * another paper shares stays. Done again at each opening, so that a kill between commit and deletion leaves nothing.
 */
export async function eraseAnonymousPapers(db: ReadDb, blobs: BlobStore): Promise<void> {
  const erased = db
    .select({ data: documents.dataSha256, pdf: documents.pdfSha256 })
    .from(documents)
    .where(eq(documents.voidReason, ANONYMISED))
    .all();
  if (erased.length === 0) return;
  const standing = db
    .select({ data: documents.dataSha256, pdf: documents.pdfSha256 })
    .from(documents)
    .where(or(ne(documents.voidReason, ANONYMISED), ne(documents.state, 'voided')))
    .all();
  const shared = new Set(standing.flatMap(({ data, pdf }) => [data, pdf]));
  const gone = erased.flatMap(({ data, pdf }) => [data, pdf]).filter((hash) => hash !== null && !shared.has(hash));
  await blobs.remove(gone.filter((hash) => hash !== null));
}
