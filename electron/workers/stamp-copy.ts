import { PDFDocument, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';
import { type Family, families } from '#shared/documents/kit/definition.ts';
import { type Corner, markedSheet, mm, type StampPlace } from '#shared/documents/kit/paper.ts';
import type { StampOrder, WorkerPages } from '#shared/documents/rendering.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';
import { typefaceBytes } from './typeface-bytes.ts';
import type { Typefaces } from './typefaces.ts';

const NOTE = 7.5;
const MARK = 10.5;
/** Stands, as among printers, for a sign that no typeface has. */
const GETA = '〓';
/** Air between the mark of a reprint and its frame. */
const AIR = 5;

/**
 * The pages of a print: each copy of the paper with its own mark on each page, in order. What is stored stays without
 * marks (decision 10). Signs of the operator's name that the typeface lacks are set in the one that has them.
 */
export async function stampCopies(order: StampOrder, typefaces: Typefaces): Promise<WorkerPages> {
  const original = await PDFDocument.load(order.bytes, { updateMetadata: false });
  const { paper, stamps } = markedSheet(original.getKeywords() ?? '');
  const print = await PDFDocument.create({ updateMetadata: false });
  print.registerFontkit(fontkit);
  const faceOf = async (file: string) => print.embedFont(typefaceBytes(file), { subset: true });
  const operator = runsOf(order.operator, typefaces);
  const notes = new Map<Family, PDFFont>();
  for (const family of new Set([families.sans, ...operator.map((run) => run.family)]))
    notes.set(family, await faceOf(typefaces.files[family].normal));
  const mark = await faceOf(typefaces.files[families.sans].bold);
  for (const title of [original.getTitle()]) if (title !== undefined) print.setTitle(title);
  const sources = original.getPageIndices();
  for (let copy = order.firstCopy; copy < order.firstCopy + order.copies; copy += 1) {
    const pages = await print.copyPages(original, sources);
    for (const page of pages) {
      print.addPage(page);
      for (const place of stamps) stampAt(page, place, order, copyNote(order, copy, operator), { notes, mark });
    }
    // A copy of an odd number of pages would else share its last sheet with the next copy.
    if (order.duplex && sources.length % 2 === 1 && copy < order.firstCopy + order.copies - 1)
      print.addPage([mm(paper.width), mm(paper.height)]);
  }
  return { bytes: await print.save(), pages: print.getPageCount(), hash: '' };
}

/** Signs of one typeface that follow each other. */
type Run = { readonly family: Family; readonly text: string };

function runsOf(text: string, typefaces: Typefaces): Run[] {
  const runs: { family: Family; text: string }[] = [];
  for (const sign of text) {
    const family = typefaces.familyFor(sign, families.sans);
    const last = runs.at(-1);
    const set = family === undefined ? GETA : sign;
    if (last?.family === (family ?? families.sans)) last.text += set;
    else runs.push({ family: family ?? families.sans, text: set });
  }
  return runs;
}

/** What stands on a copy: `第 2 份 / 共 4 份　2026-11-16 10:32　蒋雪梅`; a sample is none. */
function copyNote(order: Pick<StampOrder, 'of' | 'at' | 'sample'>, copy: number, operator: readonly Run[]): Run[] {
  const counted = copy <= order.of ? `第 ${copy} 份 / 共 ${order.of} 份` : `第 ${copy} 份（增印）`;
  const count = order.sample === true ? '样张，不作签署' : counted;
  return [{ family: families.sans, text: `${count}　${dateTimeOf(order.at)}　` }, ...operator];
}

function stampAt(
  page: PDFPage,
  place: StampPlace,
  order: StampOrder,
  note: readonly Run[],
  faces: { notes: ReadonlyMap<Family, PDFFont>; mark: PDFFont },
): void {
  const [right, bottom] = place.note;
  const y = page.getHeight() - mm(bottom);
  const set = note.map(({ family, text }) => {
    const font = faces.notes.get(family) ?? faces.mark;
    return { text, font, width: font.widthOfTextAtSize(text, NOTE) };
  });
  let x = mm(right) - set.reduce((sum, { width }) => sum + width, 0);
  for (const { text, font, width } of set) {
    page.drawText(text, { x, y, size: NOTE, font });
    x += width;
  }
  if (order.reprint > 0) reprintMark(page, place.reprint, order.reprint, faces.mark);
}

/** 补打 in a frame, so that nobody takes a reprint for the first print. */
function reprintMark(page: PDFPage, [right, bottom]: Corner, reprint: number, face: PDFFont): void {
  const text = `补打 第 ${reprint} 次`;
  const width = face.widthOfTextAtSize(text, MARK);
  const x = mm(right) - width - AIR;
  const y = page.getHeight() - mm(bottom);
  page.drawRectangle({
    x: x - AIR,
    y: y - AIR + 1,
    width: width + 2 * AIR,
    height: MARK + AIR,
    borderWidth: 1.2,
    borderColor: rgb(0, 0, 0),
    color: rgb(1, 1, 1),
  });
  page.drawText(text, { x, y, size: MARK, font: face });
}
