import type { ReadCode } from './match-page.ts';

/** Largest file with scans, in megabytes: a contract of fifty pages in colour, at 300 points to the inch, is half of it. */
export const SCAN_MEGABYTES = 20;
/** Most pages of a file. */
export const MOST_SCAN_PAGES = 300;
/** Largest picture of a page, in millions of points: A4 at 600 to the inch has 35, a telephone takes 48. */
export const MOST_MEGAPIXELS = 50;
/** The longer edge of a small picture of a page, in points. */
export const THUMBNAIL = 320;

/** Order to read a file with scans. */
export type ScanOrder = {
  readonly bytes: Uint8Array;
  /** Its first four bytes become another number than 0 once somebody wants it to stop. */
  readonly stop: SharedArrayBuffer;
};

/** One page as it was read: a PDF of its own, a small upright picture of it as PNG, and what its code says. */
export type ReadPage = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Empty for a page without a picture. */
  readonly thumbnail: Uint8Array<ArrayBuffer>;
  /** Quarter turns clockwise that set the page upright. */
  readonly turns: 0 | 1 | 2 | 3;
  readonly read: ReadCode;
};

/** What the thread is started with. */
export type ScanStart = {
  /** The reader of codes: a WebAssembly module. */
  readonly codeReader: string;
  /** Folder of the decoders that some PDFs need, of pdf.js. */
  readonly decoders: string;
};
