import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import type { JoinOrder, WorkerPages } from '#shared/documents/rendering.ts';

/** Some papers or scanned pages in one file, one after the other, each page turned upright. */
export async function joinPapers(parts: JoinOrder['parts']): Promise<WorkerPages> {
  const joined = await PDFDocument.create({ updateMetadata: false });
  for (const { bytes, turns } of parts) {
    const paper = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await joined.copyPages(paper, paper.getPageIndices())) {
      if (turns !== 0) page.setRotation(degrees((page.getRotation().angle + turns * 90) % 360));
      joined.addPage(page);
    }
  }
  return { bytes: await joined.save(), pages: joined.getPageCount(), hash: '' };
}
