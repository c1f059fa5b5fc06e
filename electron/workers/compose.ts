import { createHash } from 'node:crypto';
import path from 'node:path';
import pdfmake from 'pdfmake';
import { checkPaper } from '#shared/documents/index.ts';
import type { Definition } from '#shared/documents/kit/definition.ts';
import { pageCodeText } from '#shared/documents/kit/page-code.ts';
import type { RenderOrder, WorkerPages } from '#shared/documents/rendering.ts';
import { DRAFT_VERSION } from '#shared/domain/scans/match-page.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dataMatrix } from './data-matrix.ts';
import { drawStripsAsTheyAre } from './draw-strips.ts';
import { setLinesEvenly } from './even-lines.ts';
import { withFallback } from './fallback.ts';
import { setQuickly } from './quick-setting.ts';
import type { Typefaces } from './typefaces.ts';

/**
 * How many pages the last paper of a kind had: papers alike are mostly of the same length, so that one that names its
 * number of pages is laid out once and not twice.
 */
const lastCounts = new Map<string, number>();
/** A number that is longer in words may push a line over; it comes to rest at once or not at all. */
const MOST_RECOUNTS = 3;

/** Lets pdfmake read the typefaces and nothing else, neither from the disk nor from a network. */
export function prepareComposing(typefaces: Typefaces): void {
  const allowed = new Set(
    Object.values(typefaces.files).flatMap(({ normal, bold }) => [path.resolve(normal), path.resolve(bold)]),
  );
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => allowed.has(path.resolve(file)));
  pdfmake.setFonts({ ...typefaces.files });
  setQuickly();
  setLinesEvenly();
  drawStripsAsTheyAre();
}

/**
 * Makes the pages of a paper. Throws a ZodError for data that do not fit their kind, and GLYPH_MISSING with the signs that
 * no typeface has: a paper is never printed with boxes.
 */
export async function compose(order: RenderOrder, typefaces: Typefaces): Promise<WorkerPages> {
  const paper = checkPaper(order);
  const hash = createHash('sha256').update(paper.canonical).digest('hex');
  const { number, version, draft = false, rehearsal = false } = order;
  // A specimen says in its codes that it is none: its scan never takes the place of the paper's.
  const codeVersion = draft || rehearsal ? DRAFT_VERSION : version;
  const codes = new Map<number, string>();
  // A page that is laid out again has the same code.
  const codeOf = (page: number): string => {
    const code = codes.get(page) ?? dataMatrix(pageCodeText({ number, version: codeVersion, page, hash }));
    codes.set(page, code);
    return code;
  };
  const missing = new Set<string>();
  const definition = (pages: number | null) =>
    withFallback(
      paper.build({ number, version, hash, codeOf, codeFor: dataMatrix, draft, rehearsal, pages }),
      typefaces,
      (sign) => void missing.add(sign),
    );
  const alike = `${order.kind}.${order.paper}`;
  let said = paper.countsPages ? (lastCounts.get(alike) ?? null) : null;
  let made = await typeset(definition(said));
  for (let again = 0; paper.countsPages && made.pages !== said && again < MOST_RECOUNTS; again += 1) {
    said = made.pages;
    made = await typeset(definition(said));
  }
  if (paper.countsPages) lastCounts.set(alike, made.pages);
  const { bytes, pages } = made;
  if (missing.size > 0) throw new DomainError('GLYPH_MISSING', { signs: [...missing].join(' ') });
  return { bytes, pages, hash };
}

async function typeset(definition: Definition): Promise<{ bytes: Uint8Array; pages: number }> {
  let pages = 0;
  const { footer } = definition;
  // pdfmake tells the number of pages only to heads and feet, once it knows it.
  const counting: Definition = {
    ...definition,
    footer: (page, count, size) => {
      pages = count;
      return typeof footer === 'function' ? footer(page, count, size) : undefined;
    },
  };
  const buffer = await pdfmake.createPdf(counting).getBuffer();
  return { bytes: new Uint8Array(buffer), pages };
}
