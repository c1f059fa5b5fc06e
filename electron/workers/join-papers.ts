import { PDFDocument } from '@cantoo/pdf-lib';
import type { WorkerPages } from '#shared/documents/rendering.ts';

/** Some papers in one file, each page as it is, one paper after the other. */
export async function joinPapers(parts: readonly Uint8Array[]): Promise<WorkerPages> {
  const joined = await PDFDocument.create({ updateMetadata: false });
  for (const part of parts) {
    const paper = await PDFDocument.load(part, { updateMetadata: false });
    for (const page of await joined.copyPages(paper, paper.getPageIndices())) joined.addPage(page);
  }
  return { bytes: await joined.save(), pages: joined.getPageCount(), hash: '' };
}
