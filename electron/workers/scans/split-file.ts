import { PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { formOf } from '#shared/domain/attachments/files.ts';
import { MOST_SCAN_PAGES } from '#shared/domain/scans/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { checkParts, checkPhoto } from './check-file.ts';

/** A4 in points: a photo is laid on such a sheet. */
const [A4_SHORT, A4_LONG] = [595, 842];

/** What belongs to a page as a picture; notes, links and programs of others are not taken along. */
const own = new Set(['Type', 'Parent', 'Resources', 'Contents', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit']);

/** The pages of a file, each to be made a PDF of its own. */
export type SplitFile = {
  readonly pages: number;
  /** One page from 0, with its pictures as they were scanned. */
  page(index: number): Promise<Uint8Array<ArrayBuffer>>;
};

/**
 * Opens a file with scans: a PDF, or a photo as one page. Every page becomes a file of its own, so that whoever may see one
 * paper is not handed the others of the stack. Throws SCAN_KIND, SCAN_PROTECTED, SCAN_UNREADABLE, SCAN_TOO_MANY,
 * SCAN_TOO_FINE.
 */
export async function splitFile(bytes: Uint8Array): Promise<SplitFile> {
  const form = formOf(bytes);
  if (form === undefined) throw new DomainError('SCAN_KIND');
  if (form === 'pdf') checkParts(bytes);
  else checkPhoto(bytes, form);
  const whole = form === 'pdf' ? await openPdf(bytes) : await photoAsPdf(bytes, form);
  const pages = countOf(whole);
  if (pages > MOST_SCAN_PAGES) throw new DomainError('SCAN_TOO_MANY', { pages, limit: MOST_SCAN_PAGES });
  return { pages, page: (index) => onePage(whole, index) };
}

function countOf(whole: PDFDocument): number {
  const pages = readable(() => whole.getPages());
  if (pages.length === 0) throw new DomainError('SCAN_UNREADABLE');
  for (const page of pages) bare(page);
  return pages.length;
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new DomainError('SCAN_UNREADABLE');
  }
}

function bare({ node }: PDFPage): void {
  for (const key of node.keys()) if (!own.has(key.decodeText())) node.delete(PDFName.of(key.decodeText()));
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: false });
  } catch (error) {
    const locked = error instanceof Error && /encrypt|password/i.test(`${error.name} ${error.message}`);
    throw new DomainError(locked ? 'SCAN_PROTECTED' : 'SCAN_UNREADABLE');
  }
}

async function photoAsPdf(bytes: Uint8Array, form: 'png' | 'jpeg'): Promise<PDFDocument> {
  try {
    const sheet = await PDFDocument.create({ updateMetadata: false });
    const photo = form === 'png' ? await sheet.embedPng(bytes) : await sheet.embedJpg(bytes);
    const [width, height] = photo.width > photo.height ? [A4_LONG, A4_SHORT] : [A4_SHORT, A4_LONG];
    const scale = Math.min(width / photo.width, height / photo.height);
    const size = { width: photo.width * scale, height: photo.height * scale };
    sheet.addPage([size.width, size.height]).drawImage(photo, { x: 0, y: 0, ...size });
    // Written and read again, so that the picture is part of the page.
    return await PDFDocument.load(await sheet.save(), { updateMetadata: false });
  } catch {
    throw new DomainError('SCAN_UNREADABLE');
  }
}

async function onePage(whole: PDFDocument, index: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const single = await PDFDocument.create({ updateMetadata: false });
    const [page] = await single.copyPages(whole, [index]);
    if (page === undefined) throw new DomainError('SCAN_UNREADABLE');
    single.addPage(page);
    return new Uint8Array(await single.save());
  } catch {
    throw new DomainError('SCAN_UNREADABLE');
  }
}
