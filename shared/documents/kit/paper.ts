import type { SheetName } from '#shared/domain/documents/sheets.ts';

/** Points of a length in millimetres (72 points to the inch), the measure of every layout. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

/** A lower right corner in millimetres from the left and the top of the sheet. */
export type Corner = readonly [right: number, bottom: number];

/** Where a copy says which it is, and where it says that it is a reprint. */
export type StampPlace = { readonly note: Corner; readonly reprint: Corner };

/** A sheet that papers are printed on. Lengths in millimetres. */
export type Paper = {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Left, top, right, bottom. The top holds the head with its page code, the bottom the foot with the copy's mark. */
  readonly margins: readonly [number, number, number, number];
  /** Name of the size as a printing system knows it. */
  readonly media: string;
  /** Where each copy is marked when it is printed; one place for each part. */
  readonly stamps: readonly StampPlace[];
  /** The same on a paper that has a head and a foot on a sheet whose usual papers have none. */
  readonly headedStamps?: readonly StampPlace[];
};

const a4 = { width: 210, height: 297, media: 'A4' } as const;

/** Height of a third of 11 inches, the usual perforation of continuous receipts. */
const third = 93.13;

/** Height of a third of A4, cut by hand. */
export const A4_THIRD = 99;

/**
 * The sheets: A4 upright, A4 and A3 lying for wide tables; the 241 mm continuous form in three carbon parts with its tractor holes at both sides; three
 * parts on one A4 to be cut; A5 lying, a sheet for each part.
 */
export const papers = {
  a4: { ...a4, title: 'A4', margins: [24, 30.5, 20, 18], stamps: [{ note: [190, 288.4], reprint: [122, 22.5] }] },
  a4Landscape: {
    title: 'A4 横向',
    width: 297,
    height: 210,
    media: 'A4',
    margins: [18, 30.5, 18, 18],
    stamps: [{ note: [279, 201.4], reprint: [209, 22.5] }],
  },
  a3Landscape: {
    title: 'A3 横向',
    width: 420,
    height: 297,
    media: 'A3',
    margins: [20, 30.5, 20, 18],
    stamps: [{ note: [400, 288.4], reprint: [330, 22.5] }],
  },
  form241: {
    title: '241 mm 三联连续纸',
    width: 241,
    height: third,
    margins: [20, 5, 20, 4],
    media: 'Custom.241x93mm',
    stamps: [{ note: [215.5, 90], reprint: [150, 90] }],
  },
  a4Thirds: {
    ...a4,
    title: 'A4 三联裁切',
    margins: [16, 6, 16, 4],
    stamps: [
      { note: [188.5, 96], reprint: [130, 96] },
      { note: [188.5, 195], reprint: [130, 195] },
      { note: [188.5, 294], reprint: [130, 294] },
    ],
  },
  a5: {
    title: 'A5 横向',
    width: 210,
    height: 148,
    margins: [18, 9, 18, 8],
    media: 'A5',
    stamps: [{ note: [186.5, 141], reprint: [126, 141] }],
    headedStamps: [{ note: [192, 144.4], reprint: [122, 22.5] }],
  },
} as const satisfies Record<SheetName, Paper>;

/** Name of a sheet. */
export type PaperName = keyof typeof papers;

/** True for the name of a sheet. */
export function isPaperName(text: string): text is PaperName {
  return Object.hasOwn(papers, text);
}

/** What the file of a paper says of its sheet, for whoever stamps its copies. */
export function sheetMark(paper: PaperName, headed: boolean): string {
  return headed ? `${paper} headed` : paper;
}

/** The sheet of a paper, as its file says it, and where its copies are marked; A4 where it says none. */
export function markedSheet(mark: string): { readonly paper: Paper; readonly stamps: readonly StampPlace[] } {
  const [name = '', headed] = mark.split(' ');
  const paper: Paper = isPaperName(name) ? papers[name] : papers.a4;
  return { paper, stamps: (headed === undefined ? undefined : paper.headedStamps) ?? paper.stamps };
}

/** The width between the margins of a sheet, in points. */
export function textWidth(paper: Paper): number {
  return mm(paper.width - paper.margins[0] - paper.margins[2]);
}
