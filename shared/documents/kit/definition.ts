import type * as pdfmake from 'pdfmake';

/** A paper as pdfmake takes it. */
export type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** What the renderer knows of a paper beside its data: number, version, hash, and how a page code is drawn. */
export type Marks = {
  readonly number: string;
  /** Version of the issue, from 1: a correction before signing raises it (decision 11). */
  readonly version: number;
  /** SHA-256 of the canonical data and template, hexadecimal. */
  readonly hash: string;
  /** The page code of a page (from 1) as SVG. */
  readonly codeOf: (page: number) => string;
  /** Any other text as a Data Matrix, as SVG. */
  readonly codeFor: (text: string) => string;
  /** A specimen that is not issued: every page says 草稿. */
  readonly draft: boolean;
  /** Made in a rehearsal of launch day: every page says 演练 无效. */
  readonly rehearsal?: boolean;
  /** How many pages it has, for papers that say so in their text; null while they are counted. */
  readonly pages?: number | null;
};

/** Families of type by the names that definitions use; `rare` has only the signs that the others lack. */
export const families = { serif: 'NotoSerifSC', sans: 'NotoSansSC', rare: 'HanaMinB' } as const;
/** Name of a family of type. */
export type Family = (typeof families)[keyof typeof families];

/** Sizes of type in points: title, head of an article, running text, tables, notes at head and foot. */
export const sizes = { title: 20, article: 11, text: 10, table: 9.5, note: 8.5, small: 7.5 } as const;

/** Grey of rules and notes that must survive a photocopy. */
export const inks = { text: '#000000', soft: '#404040', rule: '#1a1a1a' } as const;

/** Title, author and sheet as they stand in the file itself; whoever stamps copies reads the sheet from there. */
export function fileInfo(title: string, marks: Marks, paper: string): NonNullable<Definition['info']> {
  return { title: `${title} ${marks.number}`, subject: marks.number, keywords: paper, creator: 'Zhiye Desk' };
}

/** The word across the pages of a specimen, or of what a rehearsal made. */
export function watermarkOf(marks: Marks): Pick<Definition, 'watermark'> {
  const look = { font: families.sans, bold: true, color: '#000000', angle: -35 };
  if (marks.rehearsal === true) return { watermark: { ...look, text: '演练 无效', opacity: 0.14 } };
  return marks.draft ? { watermark: { ...look, text: '草稿', opacity: 0.07 } } : {};
}
