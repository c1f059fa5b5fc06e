import type { Content, TableCell } from 'pdfmake';
import { inGroups } from '#shared/domain/events/heads.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { dateText } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, inks, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame, rule } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { factsTable } from '../kit/office-paper.ts';
import { mm, papers } from '../kit/paper.ts';
import { grid, headOf, label, ledger, value } from '../kit/tables.ts';
import type { DayCloseData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const dayCloseEdition = 'RJ-2';

/** Edge of the code of the head in millimetres. */
const HEAD_MM = 24;
/** Groups of the hash in a line. */
const GROUPS = 8;

/** What the code of the head says: `ZYH1/2104/3F2A…`, capitals, which a Data Matrix packs closest. */
export function headCodeText({ seq, hash }: DayCloseData['head']): string {
  return `ZYH1/${seq}/${hash.toUpperCase()}`;
}

/** The daily close (日结单): one A4 that is signed and kept outside of the computer. */
export function buildDayCloseDefinition(data: DayCloseData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo('日结单', marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: '日结单',
      edition: `本公司文本 ${dayCloseEdition}`,
      maker: `${data.company.project}案场　日结人 ${data.closed.by}`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(data.company.name, '日结单'),
      factsTable(factsOfClose(data), { looks: { 营业日: { bold: true } } }),
      head('当日业务', lateText(data)),
      countsTable(data),
      head('当日收款', '金额单位：元'),
      moneyTable(data),
      head('系统日志校验', '此单离开电脑保存，日后据此核对日志有无改动、删减'),
      headBlock(data, marks),
      signatures(),
    ],
  };
}

/** The head of a part, with a word at its right. */
function head(title: string, aside: string): Content {
  return {
    margin: [0, 9, 0, 3],
    columns: [
      { width: 'auto', text: title, font: families.sans, bold: true, fontSize: sizes.article },
      { width: '*', text: aside, alignment: 'right', fontSize: sizes.note, color: inks.soft, margin: [0, 2, 0, 0] },
    ],
  };
}

/** What of the day was entered on another calendar day. */
export function lateText({ figures: { entries, late } }: DayCloseData): string {
  const all = `上次日结后日志共 ${entries} 条`;
  return late === 0 ? all : `${all}，其中 ${late} 条不在当日（前一日结后登记）`;
}

/** What the paper is about, cell by cell. */
export function factsOfClose({ day, closed, closings, company }: DayCloseData) {
  return [
    ['营业日', dateText(day)],
    ['项　目', company.project],
    ['日结时间', `${dateText(closed.on)} ${closed.at}`],
    ['日结人', closings === 1 ? closed.by : `${closed.by}（第 ${closings} 次日结，以前的日结单作废）`],
  ] as const;
}

/** The counts of the day, as they stand in rows of three. */
export function countsOfClose({ figures }: DayCloseData): readonly (readonly [string, string])[] {
  const pieces = ({ count, amount }: { count: number; amount: Parameters<typeof formatYuan>[0] }, unit: string) =>
    count === 0 ? `0 ${unit}` : `${count} ${unit}　${formatYuan(amount)} 元`;
  return [
    ['来　电', `${figures.calls} 组`],
    ['首次来访', `${figures.firstVisits} 组`],
    ['再次来访', `${figures.returnVisits} 组`],
    ['认　购', pieces(figures.subscriptions, '套')],
    ['签　约', pieces(figures.contracts, '套')],
    ['退　房', `${figures.cancelled} 套`],
    ['锁　定', `${figures.locks} 次`],
    ['出具单据', `${figures.papers} 份`],
    ['打　印', `${figures.prints} 次`],
    ['查看证号', `${figures.reveals} 次`],
    ['导　出', `${figures.exports} 次`],
    ['登录失败', `${figures.failedLogins} 次`],
  ];
}

function countsTable(data: DayCloseData): Content {
  const counts = countsOfClose(data);
  const rows = Array.from({ length: Math.ceil(counts.length / 3) }, (_none, row) =>
    counts.slice(row * 3, row * 3 + 3).flatMap(([name, text]): TableCell[] => [label(name), value(text)]),
  );
  return { table: { widths: [46, '*', 46, '*', 46, 'auto'], body: rows }, layout: grid, fontSize: sizes.table };
}

const columns = [
  { head: '收款方式', alignment: 'left' },
  { head: '笔数', alignment: 'right' },
  { head: '金额', alignment: 'right' },
] as const;

/** The receipts by the way they were paid, then all of them, then those that were voided, and what was paid back. */
export function moneyOfClose({ figures: { byMethod, receipts, voided, refunds } }: DayCloseData) {
  const line = (name: string, { count, amount }: typeof receipts) => [name, String(count), formatYuan(amount)] as const;
  return [
    ...byMethod.map(({ method, ...pieces }) => line(labels.paymentMethods[method], pieces)),
    line('合计', receipts),
    line('另：作废收据', voided),
    line('另：退款付出', refunds),
  ];
}

/** What the table doesn't say: receipts given for others, interest within refunds, refunds that were voided; mostly empty. */
export function asideOfClose({ figures: { exchanged, refundInterest, refundsVoided } }: DayCloseData): string {
  const named = [
    ['换票', exchanged, '张，不另收款'],
    ['退款中的利息', refundInterest, '笔'],
    ['退款冲红', refundsVoided, '笔'],
  ] as const;
  return named
    .filter(([, { count }]) => count > 0)
    .map(([name, { count, amount }, unit]) => `${name} ${formatYuan(amount)} 元（${count} ${unit}）`)
    .join('；');
}

function moneyTable(data: DayCloseData): Content {
  const aside = asideOfClose(data);
  const rows = moneyOfClose(data).map(([name, count, amount]): TableCell[] => [
    { text: name, bold: name === '合计' },
    { text: count, alignment: 'right', bold: name === '合计' },
    { text: amount, alignment: 'right', bold: name === '合计' },
  ]);
  return {
    stack: [
      { table: { widths: ['*', 70, 130], headerRows: 1, body: [headOf(columns), ...rows] }, layout: ledger },
      { text: `合计人民币（大写）${capitalsOf(data.figures.receipts.amount)}`, margin: [4, 4, 0, 0] },
      ...(aside === ''
        ? []
        : [{ text: `另有${aside}`, fontSize: sizes.note, margin: [4, 2, 0, 0] as [number, number, number, number] }]),
    ],
  };
}

/** The hash in lines of groups of four. */
export function headLines({ hash }: DayCloseData['head']): string[] {
  const groups = inGroups(hash).split(' ');
  const lines = Math.ceil(groups.length / GROUPS);
  return Array.from({ length: lines }, (_none, line) => groups.slice(line * GROUPS, (line + 1) * GROUPS).join('  '));
}

function headBlock({ head: kept }: DayCloseData, marks: Marks): Content {
  return {
    table: {
      widths: ['*', 'auto'],
      body: [
        [
          {
            border: [true, true, false, true],
            stack: [
              { text: ['日志末条　第 ', { text: String(kept.seq), bold: true }, ' 条'] },
              {
                text: headLines(kept).join('\n'),
                font: families.sans,
                fontSize: sizes.article,
                lineHeight: 1.25,
                margin: [0, 5, 0, 5],
                preserveLeadingSpaces: true,
              },
              {
                text: '核对：管理 → 日结 → 核对日结单，输入条号和前四组即可；右侧为同一内容的条码。',
                fontSize: sizes.small,
                color: inks.soft,
              },
            ],
          },
          {
            border: [false, true, true, true],
            margin: [0, 4, 2, 4],
            svg: marks.codeFor(headCodeText(kept)),
            width: mm(HEAD_MM),
            height: mm(HEAD_MM),
          },
        ],
      ],
    },
    layout: { ...grid, paddingTop: () => 5, paddingBottom: () => 5, paddingLeft: () => 8 },
    unbreakable: true,
  };
}

function signatures(): Content {
  const place = (asks: string) => ({
    stack: [
      { text: `${asks}（签名）：`, margin: [0, 0, 0, mm(9)] as [number, number, number, number] },
      { canvas: [rule(mm(50), 0.5)] },
    ],
  });
  return {
    margin: [0, mm(7), 0, 0],
    unbreakable: true,
    stack: [
      { columnGap: mm(8), columns: [place('日结人'), place('财务复核'), place('案场经理')] },
      { text: '日期：　　　　　　年　　　　月　　　　日', alignment: 'right', margin: [0, mm(5), 0, 0] },
    ],
  };
}
