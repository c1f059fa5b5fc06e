declare module 'fontkit' {
  import type { PDFDocument } from '@cantoo/pdf-lib';

  type Create = Parameters<PDFDocument['registerFontkit']>[0]['create'];

  /** A typeface, as pdf-lib takes it, with what tells whether it has a shape for a sign. */
  export type Font = ReturnType<Create> & { hasGlyphForCodePoint(codePoint: number): boolean };
  /** Reads a typeface from the bytes of its file. */
  export function create(bytes: Uint8Array): Font;
}
