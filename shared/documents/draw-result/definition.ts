import type { Content, TableCell } from 'pdfmake';
import { inGroups } from '#shared/domain/events/heads.ts';
import { drawText, queueText } from '#shared/domain/launches/draw.ts';
import { defaultStyle, keepHeads, paperStyles } from '../kit/article.ts';
import { dateText } from '../kit/blanks.ts';
import { chapter } from '../kit/chapter.ts';
import { type Definition, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { grid, headOf, label, ledger, value } from '../kit/tables.ts';
import type { DrawResultData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const drawResultEdition = 'YH-1';

/** The title of the paper. */
export const DRAW_TITLE = '摇号结果公示';

/** Pairs of place and number side by side. */
const ACROSS = 5;

/** The result of a draw for the wall: how it was drawn, how anybody repeats it, and every place. */
export function buildDrawResultDefinition(data: DrawResultData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(DRAW_TITLE, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: DRAW_TITLE,
      edition: `本公司文本 ${drawResultEdition}`,
      maker: `${data.company.project}案场　摇号人 ${data.drawn.by}`,
    }),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.company.name, DRAW_TITLE),
      factsTable(data),
      chapter('怎样重算', { fontSize: sizes.text }),
      ...methodOf(data).map((text) => said(text, text === hashedText(data))),
      chapter(`选房顺序（共 ${data.result.length} 个）`, { fontSize: sizes.text }),
      placesTable(data),
      signatureBlock(
        { title: '摇号人', places: [{ asks: '签名：' }] },
        { title: '见证人', places: [{ asks: '签名：' }] },
      ),
    ],
  };
}

/** A text to be repeated sign by sign is not stretched to the width of the line. */
function said(text: string, verbatim: boolean): Content {
  return { text, style: 'paragraph', fontSize: sizes.table, ...(verbatim ? { alignment: 'left' } : {}) };
}

/** The text of the example that is hashed. */
function hashedText({ seed, listHash, example }: DrawResultData): string {
  return drawText(seed, listHash, example.queueNo);
}

/** How it was drawn, cell by cell. */
export function factsOfDraw({ launch, drawn, witness, seed, seedSource, listHash }: DrawResultData) {
  return [
    ['开　盘', `${launch.name}（${launch.number}）`],
    ['摇号时间', `${dateText(drawn.on)} ${drawn.at}`],
    ['见证人', witness],
    ['种　子', seed],
    ['种子来源', seedSource],
    ['名单哈希', inGroups(listHash)],
  ] as const;
}

function factsTable(data: DrawResultData): Content {
  const rows = factsOfDraw(data).map(([name, text]): TableCell[] => [label(name), value(text)]);
  return { table: { widths: [60, '*'], body: rows }, layout: grid };
}

/** How anybody repeats the draw, sentence by sentence. */
export function methodOf(data: DrawResultData): string[] {
  const { example } = data;
  return [
    '一、公示名单是一个文本文件，每行为四位排号、空格和核对码；整个文件的 SHA-256 就是名单哈希。',
    '二、对每个排号，求“种子|名单哈希|四位排号”这一串文字（UTF-8）的 SHA-256，按所得结果从小到大排列，即为选房顺序。',
    `三、例：排号 ${queueText(example.queueNo)}，对下面一串文字求 SHA-256`,
    hashedText(data),
    `得 ${inGroups(example.digest)}`,
  ];
}

/** Places and numbers in rows, read across. */
export function rowsOfDraw({ result }: DrawResultData): (readonly [place: string, queueNo: string])[][] {
  const pairs = result.map((queueNo, index) => [String(index + 1), queueText(queueNo)] as const);
  const rows = Math.ceil(pairs.length / ACROSS);
  return Array.from({ length: rows }, (_none, row) => pairs.slice(row * ACROSS, (row + 1) * ACROSS));
}

/** Heads of the columns, once for each pair. */
export const placeHeads = Array.from({ length: ACROSS }, () => ['顺序', '排号'] as const).flat();

function placesTable(data: DrawResultData): Content {
  const heads = headOf(placeHeads.map((text) => ({ head: text, alignment: 'center' })));
  const body = rowsOfDraw(data).map((row): TableCell[] => [
    ...row.flatMap(([place, queueNo]): TableCell[] => [
      { text: place, alignment: 'center' },
      { text: queueNo, alignment: 'center', bold: true },
    ]),
    ...Array.from({ length: (ACROSS - row.length) * 2 }, (): TableCell => ({ text: '' })),
  ]);
  return {
    table: { widths: placeHeads.map(() => '*'), headerRows: 1, body: [heads, ...body] },
    layout: ledger,
    fontSize: sizes.table,
  };
}
