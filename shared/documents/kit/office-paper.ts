import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, paperStyles } from './article.ts';
import { orStruck } from './blanks.ts';
import { type Definition, fileInfo, type Marks, watermarkOf } from './definition.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type NamedValue, type PageFrame } from './expected.ts';
import { frame } from './frame.ts';
import { letterhead } from './letterhead.ts';
import { mm, type PaperName, papers } from './paper.ts';
import { grid, label, value } from './tables.ts';

/** What stands around a paper that the office words itself: who issues it, its name and edition, who answers for it. */
export type OfficePaper = {
  readonly issuer: string;
  readonly title: string;
  readonly edition: string;
  /** At the foot of every page. */
  readonly maker: string;
};

/** Who answers for a paper of one deal: the sales office and the consultant. */
export function consultantOf({
  project,
  consultant,
}: {
  readonly project: string;
  readonly consultant: string;
}): string {
  return `${project}案场　置业顾问 ${consultant}`;
}

/** A paper in the office's own words on a large sheet: its head and foot on every page, its letterhead on the first. */
export function officePaper(
  marks: Marks,
  { issuer, title, edition, maker }: OfficePaper,
  content: readonly Content[],
  paper: PaperName = 'a4',
): Definition {
  const sheet = papers[paper];
  const [left, top, right, bottom] = sheet.margins;
  return {
    pageSize: paper === 'a4' ? 'A4' : { width: mm(sheet.width), height: mm(sheet.height) },
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(title, marks, paper),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, { title, edition: editionText(edition), maker }, sheet),
    ...watermarkOf(marks),
    content: [letterhead(issuer, title), ...content],
  };
}

function editionText(edition: string): string {
  return `本公司文本 ${edition}`;
}

/** What stands on every page of such a paper, with the heads of its tables. */
export function officeFrame({ title, edition, maker }: OfficePaper, repeated: readonly string[] = []): PageFrame {
  return { head: `${title}${editionText(edition)}`, foot: maker, repeated };
}

/** What the first page must say: who issues it over its title, then its facts up to what comes `next`. */
export function expectedHead(
  { issuer, title }: OfficePaper,
  facts: readonly NamedValue[],
  next: string,
): ExpectedBlank[] {
  return [expectedIn('出卖人', '', issuer, title), ...expectedRow(facts, next)];
}

/** A fact that stands alone in its line, or in bold. */
type FactLook = { readonly wide?: true; readonly bold?: true };

/** Facts in a grid, so many beside each other; an empty one is struck, a wide one has its line to itself. */
export function factsTable(
  facts: readonly NamedValue[],
  {
    across = 2,
    names = 54,
    looks = {},
    below = 0,
  }: {
    readonly across?: number;
    /** Width of the names, in points. */
    readonly names?: number;
    readonly looks?: Readonly<Record<string, FactLook>>;
    /** Air below the table, in points. */
    readonly below?: number;
  } = {},
): Content {
  const lines: TableCell[][] = [];
  for (const [name, text] of facts) {
    const { wide, bold = false } = looks[name] ?? {};
    const open = lines.at(-1);
    const line = open !== undefined && wide !== true && open.length < across * 2 ? open : [];
    if (line !== open) lines.push(line);
    const cell = value(orStruck(text), { bold });
    if (wide !== true) line.push(label(name), cell);
    else
      line.push(
        label(name),
        { ...(cell as object), colSpan: across * 2 - 1 },
        ...Array.from({ length: across * 2 - 2 }, () => ({})),
      );
  }
  return {
    table: { widths: Array.from({ length: across }, () => [names, '*']).flat(), body: lines },
    layout: grid,
    margin: [0, 0, 0, below],
  };
}
