import { readFileSync } from 'node:fs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type PageCode, readPageCodeText } from '#shared/documents/kit/page-code.ts';
import { cutOut, enlarged, type Picture, stretched, type Turns } from './picture.ts';

/** What stands on a page: our code and how the page must be turned to stand upright, a code of something else, or none. */
export type FoundCode =
  | { readonly found: 'ours'; readonly code: PageCode; readonly turns: Turns }
  | { readonly found: 'foreign' | 'none' };

/** Lays the reader of codes out from its file, which travels with the program. */
export function prepareCodes(wasm: string): void {
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });
}

/** How much of a page is looked at around each corner first: the code stands in one. */
const CORNER = 0.3;

/**
 * Looks for the page code: in the corners as they are, then in the whole page, then in corners with what faded stretched
 * and enlarged. A page that names two of our codes names none: nobody could say which page it is.
 */
export async function findCode(page: Picture): Promise<FoundCode> {
  let foreign = false;
  for (const look of looksAt(page)) {
    const read = await readBarcodes(
      { ...look(), colorSpace: 'srgb' },
      {
        formats: ['DataMatrix'],
        tryHarder: true,
        tryRotate: true,
        tryInvert: false,
        maxNumberOfSymbols: 4,
      },
    );
    const ours = new Map<string, { code: PageCode; turns: Turns }>();
    for (const { text, isValid, orientation } of read) {
      if (!isValid) continue;
      const code = readPageCodeText(text);
      if (code === undefined) foreign = true;
      else ours.set(text, { code, turns: turnsOf(orientation) });
    }
    const [first] = ours.values();
    if (first !== undefined) return ours.size === 1 ? { found: 'ours', ...first } : { found: 'none' };
  }
  return { found: foreign ? 'foreign' : 'none' };
}

/** Quarter turns clockwise that set a page upright whose code is turned by some degrees. */
function turnsOf(degrees: number): Turns {
  const turned = ((Math.round(degrees / 90) % 4) + 4) % 4;
  return turned === 0 ? 0 : turned === 1 ? 3 : turned === 2 ? 2 : 1;
}

function looksAt(page: Picture): (() => Picture)[] {
  const edge = Math.ceil(Math.max(page.width, page.height) * CORNER);
  const [right, low] = [Math.max(0, page.width - edge), Math.max(0, page.height - edge)];
  // Upright first, then upside down, then turned to either side.
  const corners = [
    [right, 0],
    [0, low],
    [right, low],
    [0, 0],
  ].map(
    ([left = 0, top = 0]) =>
      () =>
        cutOut(page, left, top, edge, edge),
  );
  return [
    ...corners,
    () => page,
    ...corners.map((corner) => () => stretched(corner())),
    ...corners.map((corner) => () => enlarged(stretched(corner()), 2)),
  ];
}
