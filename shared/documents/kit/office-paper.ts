import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, paperStyles } from './article.ts';
import { orStruck } from './blanks.ts';
import { type Definition, fileInfo, type Marks, watermarkOf } from './definition.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type NamedValue, type PageFrame } from './expected.ts';
import { frame } from './frame.ts';
import { letterhead } from './letterhead.ts';
import { mm, type Paper, type PaperName, papers, sheetMark } from './paper.ts';
import { across, grid, label } from './tables.ts';

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

/**
 * A paper in the office's own words: its head and foot on every page, its letterhead on the first. A sheet that is usual for
 * papers without a head, as A5 is for receipts, is given margins with room for one.
 */
export function officePaper(
  marks: Marks,
  { issuer, title, edition, maker }: OfficePaper,
  content: readonly Content[],
  paper: PaperName = 'a4',
  margins?: Paper['margins'],
): Definition {
  const sheet: Paper = { ...papers[paper], ...(margins === undefined ? {} : { margins }) };
  const [left, top, right, bottom] = sheet.margins;
  return {
    pageSize: paper === 'a4' ? 'A4' : { width: mm(sheet.width), height: mm(sheet.height) },
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(title, marks, sheetMark(paper, margins !== undefined)),
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

/** How a fact stands out: alone in its line, or in bold. */
type FactLook = { readonly wide?: true; readonly bold?: true };

type FactsLook = {
  /** How many stand beside each other. */
  readonly columns?: number;
  /** Width of the names, in points. */
  readonly names?: number;
  readonly looks?: Readonly<Record<string, FactLook>>;
  /** Air below the table, in points. */
  readonly below?: number;
};

/** Facts in a grid; an empty one is struck, and the last of a line has what is left of it. */
export function factsTable(
  facts: readonly NamedValue[],
  { columns = 2, names = 54, looks = {}, below = 0 }: FactsLook = {},
): Content {
  const lines: NamedValue[][] = [];
  const isWide = (fact: NamedValue | undefined) => fact !== undefined && looks[fact[0]]?.wide === true;
  for (const fact of facts) {
    const open = lines.at(-1);
    if (open === undefined || open.length === columns || isWide(fact) || isWide(open[0])) lines.push([fact]);
    else open.push(fact);
  }
  const cellsOf = (line: readonly NamedValue[]): TableCell[] =>
    line.flatMap(([name, text], index) => {
      const left = index === line.length - 1 ? columns * 2 - index * 2 - 1 : 1;
      return [label(name), ...across(left, orStruck(text), { bold: looks[name]?.bold ?? false })];
    });
  return {
    table: { widths: Array.from({ length: columns }, () => [names, '*']).flat(), body: lines.map(cellsOf) },
    layout: grid,
    margin: [0, 0, 0, below],
  };
}
