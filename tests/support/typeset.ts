import path from 'node:path';
import pdfmake from 'pdfmake';
import { prepareComposing } from '#electron/workers/compose.ts';
import { withFallback } from '#electron/workers/fallback.ts';
import { openTypefaces } from '#electron/workers/typefaces.ts';
import { fontsInto } from '#scripts/office/fonts-into.ts';
import type { Definition, Marks } from '#shared/documents/kit/definition.ts';

const drawn = () => '<svg width="1" height="1"><path d="M0 0h1v1z"/></svg>';
const hash = '9f3c27a1e4b0d5c2'.padEnd(64, '0');

/** Marks of a paper whose codes are not read. */
export const plainMarks: Marks = {
  number: 'HT-2026-0018',
  version: 1,
  hash,
  codeOf: drawn,
  codeFor: drawn,
  draft: false,
};

/** Sets definitions in this thread, as the thread of papers does, with the typefaces laid into a folder. */
export function typesetter(folder: string): (definition: Definition) => Promise<Uint8Array> {
  const typefaces = openTypefaces(fontsInto(path.resolve(folder)));
  prepareComposing(typefaces);
  return async (definition) =>
    new Uint8Array(await pdfmake.createPdf(withFallback(definition, typefaces, () => undefined)).getBuffer());
}
