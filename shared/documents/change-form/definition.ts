import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { dateText, orStruck, yuanText } from '../kit/blanks.ts';
import { decisionsTable } from '../kit/decisions.ts';
import { type Definition, families, fileInfo, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame, rule } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { across, grid, headOf, label, ledger, value } from '../kit/tables.ts';
import type { ChangeFormData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const changeFormEdition = 'BG-2';

/** The change approval form (变更审批表): one A4 that goes with the deal. */
export function buildChangeFormDefinition(data: ChangeFormData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('变更审批表', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: '变更审批表',
      edition: `本公司文本 ${changeFormEdition}`,
      maker: `${data.company.project}案场　提出人 ${data.askedBy}`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(data.company.name, '变更审批表'),
      factsTable(data),
      head('变更内容'),
      figuresTable(data),
      head('办理与审批'),
      handlingTable(data),
      decisionsTable(data.decisions),
      signatures(),
    ],
  };
}

function head(title: string): Content {
  return { text: title, font: families.sans, bold: true, fontSize: sizes.article, margin: [0, 9, 0, 3] };
}

/** What the paper is about, cell by cell. */
export function factsOfForm(data: ChangeFormData) {
  return [
    ['变更号', data.number],
    ['变更类型', data.kind],
    ['认购书', data.subscription],
    ['房　号', data.unit],
    ['置业顾问', data.consultant],
    ['提出', `${data.askedBy}　${dateText(data.askedOn)}`],
    ['买受人', data.buyers],
  ] as const;
}

function factsTable(data: ChangeFormData): Content {
  const [number, kind, deal, unit, consultant, asked, buyers] = factsOfForm(data);
  const cells = ([name, text]: readonly [string, string], bold = false): TableCell[] => [
    label(name),
    value(text, { bold }),
  ];
  return {
    table: {
      widths: [54, '*', 54, '*'],
      body: [
        [...cells(number, true), ...cells(kind, true)],
        [...cells(deal), ...cells(unit)],
        [...cells(consultant), ...cells(asked)],
        [label(buyers[0]), ...across(3, buyers[1])],
      ],
    },
    layout: grid,
  };
}

const columns = [
  { head: '项目', alignment: 'left' },
  { head: '变更前', alignment: 'right' },
  { head: '变更后', alignment: 'right' },
] as const;

function figuresTable({ figures }: ChangeFormData): Content {
  const rows = figures.map(({ name, before, after }): TableCell[] => [
    { text: name },
    { text: orStruck(before), alignment: 'right' },
    { text: orStruck(after), alignment: 'right', bold: true },
  ]);
  return { table: { widths: ['*', 150, 150], headerRows: 1, body: [headOf(columns), ...rows] }, layout: ledger };
}

/** Where the customers' money goes; what none of it does is not said. */
function moneyText({ received, toPay, toReturn, kept }: ChangeFormData['money']): string {
  const moved = (
    [
      ['应补', toPay],
      ['应退', toReturn],
      ['不退', kept],
    ] as const
  ).filter(([, amount]) => amount > 0);
  const rest =
    moved.length === 0 ? '留在本交易' : moved.map(([name, amount]) => `${name} ${yuanText(amount)}`).join('，');
  return `已收 ${yuanText(received)}，${rest}`;
}

/** Why it is asked for, where the money goes, what it does to the commission, what it brings about, what comes back, and since when it holds. */
export function handlingOfForm({ reason, money, commission, effects, papers: back, effectiveOn }: ChangeFormData) {
  return [
    ['理　由', reason],
    ['款项去向', moneyText(money)],
    ['佣金影响', commission],
    ['办理事项', effects.join('；')],
    ['收回单据', back.join('；')],
    ['生效日', effectiveOn === null ? '' : dateText(effectiveOn)],
  ] as const;
}

function handlingTable(data: ChangeFormData): Content {
  const rows = handlingOfForm(data).map(([name, text]): TableCell[] => [label(name), value(orStruck(text))]);
  return { table: { widths: [54, '*'], body: rows }, layout: grid };
}

function signatures(): Content {
  const place = (asks: string) => ({
    stack: [
      { text: `${asks}（签名）：`, margin: [0, 0, 0, mm(9)] as [number, number, number, number] },
      { canvas: [rule(mm(36), 0.5)] },
    ],
  });
  return {
    margin: [0, mm(9), 0, 0],
    unbreakable: true,
    stack: [
      { columnGap: mm(6), columns: [place('买受人'), place('提出人'), place('财务'), place('案场经理')] },
      { text: '日期：　　　　　　年　　　　月　　　　日', alignment: 'right', margin: [0, mm(5), 0, 0] },
    ],
  };
}
