import type { DocumentRow } from '#db/repositories/documents.ts';
import { checkPaper, documentKindOf } from '#shared/documents/index.ts';
import type { BlobStore } from './blob-store.ts';
import { storedPaper } from './stored-paper.ts';

/** The blanks that a paper strikes; none for one of an earlier edition, whose blanks had other names. */
export async function openBlanksOf(blobs: BlobStore, row: DocumentRow): Promise<string[]> {
  if (row.templateVersion !== documentKindOf(row.kind).templateVersion) return [];
  const { data } = storedPaper(await blobs.get(row.dataSha256));
  return [...checkPaper({ kind: row.kind, data }).openBlanks];
}
