import type { Content, TableCell } from 'pdfmake';
import { totalsOf } from '#shared/domain/control/figures.ts';
import { inGroups } from '#shared/domain/events/heads.ts';
import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';
import { unitStates } from '#shared/i18n/zh-CN/unit-states.ts';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, inks, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame, rule } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { factsTable } from '../kit/office-paper.ts';
import { mm, papers } from '../kit/paper.ts';
import { headOf, ledger } from '../kit/tables.ts';
import type { ControlCheckData } from './data.ts';
import { expectedText, foundText, whatText } from './words.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const controlCheckEdition = 'XK-1';
/** Its title. */
export const CONTROL_CHECK_TITLE = '销控核对表';
/** Said where nothing differs. */
export const ALL_AGREES = '逐套核对，销控表、认购与合同、操作日志三方相符，无差异。';

/** Groups of the hash in a line. */
const GROUPS = 8;

/** The control check (销控核对表): A4, signed by a supervisor and the manager, kept outside of the computer. */
export function buildControlCheckDefinition(data: ControlCheckData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(CONTROL_CHECK_TITLE, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: CONTROL_CHECK_TITLE,
      edition: `本公司文本 ${controlCheckEdition}`,
      maker: `${data.company.project}案场　核对人 ${data.run.by}`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(data.company.name, CONTROL_CHECK_TITLE),
      factsTable(factsOfCheck(data), { looks: { 营业日: { bold: true } } }),
      head('各栋房源', comparedText(data)),
      countsTable(data),
      head('差异与说明', `共 ${data.differences.length} 处`),
      data.differences.length === 0 ? { text: ALL_AGREES } : differencesTable(data),
      head('操作日志', `核对时末条 第 ${data.head.seq} 条`),
      { text: headText(data), font: families.sans, lineHeight: 1.25, preserveLeadingSpaces: true },
      signatures(data),
    ],
  };
}

function head(title: string, aside: string): Content {
  return {
    margin: [0, 9, 0, 3],
    columns: [
      { width: 'auto', text: title, font: families.sans, bold: true, fontSize: sizes.article },
      { width: '*', text: aside, alignment: 'right', fontSize: sizes.note, color: inks.soft, margin: [0, 2, 0, 0] },
    ],
  };
}

/** What the paper is about, cell by cell. */
export function factsOfCheck({ day, run, company, figures }: ControlCheckData) {
  return [
    ['营业日', dateText(day)],
    ['项　目', company.project],
    ['核对时间', `${dateText(run.on)} ${run.at}　${run.by}`],
    ['核对房源', `${figures.units} 套`],
  ] as const;
}

/** How many records were compared beside the homes. */
export function comparedText({ figures: { subscriptions, contracts, claims } }: ControlCheckData): string {
  return `有效认购 ${subscriptions} 笔、有效合同 ${contracts} 份、锁定与预留 ${claims} 个，与日志逐条重算比较`;
}

const columns = ['楼栋', ...unitCommercialStates.map((state) => unitStates.name[state]), '合计'];

/** The counts of each building and of all, as they stand in the table. */
export function countsOfCheck({ figures }: ControlCheckData): readonly (readonly string[])[] {
  const line = (name: string, counts: Partial<Record<UnitCommercialState, number>>) => {
    const each = unitCommercialStates.map((state) => counts[state] ?? 0);
    return [name, ...each.map(String), String(each.reduce((sum, count) => sum + count, 0))];
  };
  return [...figures.buildings.map(({ name, counts }) => line(name, counts)), line('合计', totalsOf(figures))];
}

function countsTable(data: ControlCheckData): Content {
  const heads = columns.map((column, index) => ({
    head: column,
    alignment: index === 0 ? ('left' as const) : ('right' as const),
  }));
  const rows = countsOfCheck(data).map((row): TableCell[] =>
    row.map((text, index) => ({ text, alignment: index === 0 ? 'left' : 'right' })),
  );
  return {
    table: {
      widths: ['*', ...unitCommercialStates.map(() => 30), 30],
      headerRows: 1,
      dontBreakRows: true,
      body: [headOf(heads), ...rows],
    },
    layout: { ...ledger, paddingLeft: () => 2, paddingRight: () => 2 },
    fontSize: sizes.small,
  };
}

const differenceHeads = ['房源', '差异', '应为', '实为', '单据', '说明'];

/** The heads of tables, which stand again on every page. */
export const repeatedOnCheck = [columns.join(''), differenceHeads.join('')];

/** The differences, cell by cell. */
export function rowsOfCheck({ differences }: ControlCheckData): readonly (readonly string[])[] {
  return differences.map((one) => [
    one.unit === '' ? '—' : one.unit,
    whatText(one),
    expectedText(one),
    foundText(one),
    one.records === '' ? '—' : one.records,
    `${one.explanation}（${one.by}）`,
  ]);
}

function differencesTable(data: ControlCheckData): Content {
  return {
    table: {
      widths: [52, 68, 62, 62, 64, '*'],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        headOf(differenceHeads.map((text) => ({ head: text, alignment: 'left' }))),
        ...rowsOfCheck(data).map((row): TableCell[] => row.map((text) => ({ text }))),
      ],
    },
    layout: ledger,
    fontSize: sizes.note,
  };
}

/** The hash in lines of groups of four. */
export function headText({ head: { hash } }: ControlCheckData): string {
  const groups = inGroups(hash).split(' ');
  const lines = Math.ceil(groups.length / GROUPS);
  return Array.from({ length: lines }, (_none, line) =>
    groups.slice(line * GROUPS, (line + 1) * GROUPS).join('  '),
  ).join('\n');
}

/** Who signed in the program, and when. */
export function signedText(as: string, { by, on, at }: ControlCheckData['manager']): string {
  return `${as}：${by}　${dateText(on)} ${at} 已在系统签字`;
}

function signatures(data: ControlCheckData): Content {
  const place = (text: string) => ({
    stack: [
      { text, margin: [0, 0, 0, mm(10)] as [number, number, number, number] },
      { text: '签名：', margin: [0, 0, 0, 2] as [number, number, number, number] },
      { canvas: [rule(mm(70), 0.5)] },
    ],
  });
  return {
    margin: [0, mm(9), 0, 0],
    unbreakable: true,
    columnGap: mm(10),
    columns: [place(signedText('销售主管', data.supervisor)), place(signedText('销售经理', data.manager))],
  };
}
