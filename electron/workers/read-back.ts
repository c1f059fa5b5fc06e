import type { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageText } from '#shared/documents/rendering.ts';

/** Two signs whose baselines differ by less than this stand on one line; in points. */
const SAME_LINE = 2;

type Reader = { readonly getDocument: typeof getDocument; readonly OPS: typeof OPS };

let reader: Promise<Reader> | undefined;

/** pdf.js with its own thread inside this one. It is large and most threads never read, so it is fetched when needed. */
export function openReader(): Promise<Reader> {
  reader ??= (async () => {
    // While it starts it complains of what it would need to draw; nothing is drawn here.
    const { warn } = console;
    console.warn = () => undefined;
    try {
      const inside = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
      Object.assign(globalThis, { pdfjsWorker: inside });
      return await import('pdfjs-dist/legacy/build/pdf.mjs');
    } finally {
      console.warn = warn;
    }
  })();
  return reader;
}

/**
 * The text of each page of a PDF, as a reader would copy it: what a preflight compares with the data. Throws what pdf.js
 * throws for bytes that are no PDF.
 */
export async function readBack(bytes: Uint8Array, characterMaps?: string): Promise<PageText[]> {
  const pdf = await openReader();
  // A copy: pdf.js takes the bytes for itself. Without WebAssembly, which no thread of the program carries.
  const task = pdf.getDocument({
    data: new Uint8Array(bytes),
    ...(characterMaps === undefined ? {} : { cMapUrl: `${characterMaps}/` }),
    useSystemFonts: false,
    useWasm: false,
    verbosity: 0,
  });
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
