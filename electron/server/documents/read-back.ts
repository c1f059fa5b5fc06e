import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** One page of a PDF as text: its lines from top to bottom, and all of it without blanks for comparing. */
export type PageText = { readonly page: number; readonly text: string; readonly bare: string };

/** Two signs whose baselines differ by less than this stand on one line; in points. */
const SAME_LINE = 2;

/**
 * The text of each page of a PDF, as a reader would copy it: what a preflight compares with the data. Throws what pdf.js
 * throws for bytes that are no PDF.
 */
export async function readBack(bytes: Uint8Array): Promise<PageText[]> {
  // A copy: pdf.js takes the bytes for itself.
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  try {
    const document = await task.promise;
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = linesOf(items.flatMap((item) => ('str' in item ? [item] : [])));
      pages.push({ page: number, text, bare: text.replace(/\s/gu, '') });
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

function linesOf(items: readonly { readonly str: string; readonly transform: readonly number[] }[]): string {
  const lines: { y: number; text: string }[] = [];
  for (const { str, transform } of items) {
    const y = transform[5] ?? 0;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < SAME_LINE) last.text += str;
    else if (str !== '') lines.push({ y, text: str });
  }
  return lines.map((line) => line.text).join('\n');
}
