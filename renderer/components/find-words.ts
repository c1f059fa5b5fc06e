import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { comparable } from '#shared/documents/kit/comparable.ts';
import { markedSheet, mm } from '#shared/documents/kit/paper.ts';

/** Words on a page as a reader of PDFs tells them: where they begin on their baseline, in points from the lower left. */
type PageWord = {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** A page with its words, in the order in which they stand. */
export type PageOfWords = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly PageWord[];
};

/** Words to be found: those between what stands before and behind them, or the last that read so, as a head does behind its contents. */
export type WantedWords = {
  readonly before: string;
  readonly words: string;
  readonly behind: string;
  readonly last?: true;
};

/** A part of a page, as shares of it from its top left. */
export type PagePart = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** How far signs reach above and below their baseline, as shares of their height. */
const ABOVE = 0.95;
const BELOW = 0.3;

/** How much room signs take beside each other: Chinese ones a square each, digits, letters and blanks about half of it. */
function roomOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2), 0);
}

/** A sign as it is compared, with the word it is of and its place in it. */
type Sign = { readonly sign: string; readonly page: number; readonly word: PageWord; readonly at: number };

/** Every sign of some pages, in order, ready to be searched many times. */
export type SearchedPages = {
  readonly pages: ReadonlyMap<number, PageOfWords>;
  readonly signs: readonly Sign[];
  readonly text: string;
};

/** Makes pages ready to be searched. A sentence that goes over a page is found as one. */
export function searchedPages(pages: readonly PageOfWords[]): SearchedPages {
  const signs = pages.flatMap(({ page, words }) =>
    words.flatMap((word) =>
      Array.from(word.str).flatMap((char, at) =>
        Array.from(comparable(char), (sign): Sign => ({ sign, page, word, at })),
      ),
    ),
  );
  return { pages: new Map(pages.map((one) => [one.page, one])), signs, text: signs.map(({ sign }) => sign).join('') };
}

/** Where words stand: a part for each of their lines; none where the pages do not say them. */
export function findWords({ pages, signs, text }: SearchedPages, wanted: WantedWords): PagePart[] {
  const [before, words, behind] = [wanted.before, wanted.words, wanted.behind].map((one) =>
    Array.from(comparable(one)),
  );
  if (before === undefined || words === undefined || behind === undefined || words.length === 0) return [];
  const all = [...before, ...words, ...behind].join('');
  const found = wanted.last === true ? text.lastIndexOf(all) : text.indexOf(all);
  if (found < 0) return [];
  // Signs outside the basic plane are two units of a string and one of the list.
  const from = Array.from(text.slice(0, found)).length + before.length;
  const lines: { page: number; baseline: number; left: number; right: number; size: number }[] = [];
  for (const { page, word, at } of signs.slice(from, from + words.length)) {
    const share = word.width / Math.max(roomOf(word.str), 1);
    const left = word.x + roomOf(Array.from(word.str).slice(0, at).join('')) * share;
    const right = left + roomOf(Array.from(word.str)[at] ?? '') * share;
    const line = lines.at(-1);
    if (line !== undefined && line.page === page && Math.abs(line.baseline - word.y) < word.height / 2) {
      line.right = Math.max(line.right, right);
      line.left = Math.min(line.left, left);
    } else lines.push({ page, baseline: word.y, left, right, size: word.height });
  }
  return lines.flatMap(({ page, baseline, left, right, size }) => {
    const sheet = pages.get(page);
    if (sheet === undefined) return [];
    return [
      {
        page,
        x: left / sheet.width,
        y: (sheet.height - baseline - size * ABOVE) / sheet.height,
        width: (right - left) / sheet.width,
        height: (size * (ABOVE + BELOW)) / sheet.height,
      },
    ];
  });
}

/** Where the first of some words stand that the pages say. */
export function firstFound(searched: SearchedPages, wanted: readonly WantedWords[]): PagePart[] {
  for (const one of wanted) {
    const parts = findWords(searched, one);
    if (parts.length > 0) return parts;
  }
  return [];
}

/**
 * The words of each page of an open document, within the margins of its sheet: its head and foot, the place of the seam seal
 * and the word across a draft stand between the lines of a sentence that goes over two pages.
 */
export async function pagesOfWords(document: PDFDocumentProxy): Promise<PageOfWords[]> {
  const { info } = await document.getMetadata();
  const [left, top, right, bottom] = markedSheet('Keywords' in info ? String(info.Keywords) : '').paper.margins;
  const pages: PageOfWords[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1, rotation: 0 });
    const { items } = await page.getTextContent();
    const words = items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [, slant = 0, , size = 0, x = 0, y = 0]: number[] = item.transform;
      const within = x > mm(left) - 1 && x < width - mm(right) && y > mm(bottom) && y < height - mm(top);
      return slant === 0 && within ? [{ str: item.str, x, y, width: item.width, height: item.height || size }] : [];
    });
    pages.push({ page: number, width, height, words });
  }
  return pages;
}
