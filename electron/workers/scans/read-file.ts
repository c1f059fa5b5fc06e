import type { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MOST_MEGAPIXELS, type ReadPage, type ScanOrder, THUMBNAIL } from '#shared/domain/scans/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { openReader } from '../read-back.ts';
import { drawPage } from './draw-page.ts';
import { findCode } from './find-code.ts';
import { type Picture, pngOf, thumbnailOf } from './picture.ts';
import { splitFile } from './split-file.ts';

/** What of pdf.js reads pages. */
type PdfReader = { readonly getDocument: typeof getDocument; readonly OPS: typeof OPS };

/**
 * Reads a file with scans, page by page: each becomes a file of its own with a small picture and what its code says. Between
 * pages it tells how far it is and looks whether it is to stop. Throws the refusals of {@link splitFile}, ACT_STOPPED.
 */
export async function readFile(
  { bytes, stop }: ScanOrder,
  decoders: string,
  tell: (progress: ThreadProgress) => void,
): Promise<ReadPage[]> {
  const stopped = new Int32Array(stop);
  const file = await splitFile(bytes);
  const reader = await openReader();
  const pages: ReadPage[] = [];
  for (let index = 0; index < file.pages; index += 1) {
    // Others of this thread have their turn, and so has the message that it is to stop.
    await new Promise((resolve) => setImmediate(resolve));
    if (Atomics.load(stopped, 0) !== 0) throw new DomainError('ACT_STOPPED');
    tell({ done: index, of: file.pages });
    pages.push(await readPage(reader, await file.page(index), decoders));
  }
  return pages;
}

/** A page that nothing can be made out on is kept all the same: somebody will look at it. */
async function readPage(reader: PdfReader, bytes: Uint8Array<ArrayBuffer>, decoders: string): Promise<ReadPage> {
  const picture = await pictureOf(reader, bytes, decoders);
  if (picture === undefined) return { bytes, thumbnail: new Uint8Array(), turns: 0, read: { found: 'noPicture' } };
  const found = await findCode(picture);
  const turns = found.found === 'ours' ? found.turns : 0;
  const read = found.found === 'ours' ? { found: found.found, code: found.code } : found;
  return { bytes, thumbnail: pngOf(thumbnailOf(picture, THUMBNAIL, turns)), turns, read };
}

async function pictureOf({ getDocument: open, OPS: codes }: PdfReader, bytes: Uint8Array, decoders: string) {
  const task = open({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    wasmUrl: `${decoders}/`,
    useWasm: true,
    maxImageSize: MOST_MEGAPIXELS * 1_000_000,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    return await drawPage(await document.getPage(1), codes);
  } catch {
    return undefined as Picture | undefined;
  } finally {
    await task.destroy();
  }
}
