import type { Content, TableCell } from 'pdfmake';
import { rulings as words } from '#shared/i18n/zh-CN/rulings.ts';
import { keepHeads } from '../kit/article.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { chapter } from '../kit/chapter.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { rule } from '../kit/frame.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { grid, type ListColumn, label, listTable, value } from '../kit/tables.ts';
import type { RulingSlipData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const rulingSlipEdition = 'PK-2';
/** What the paper is called. */
export const SLIP_TITLE = '判客单';

/** What stands around the slip. */
export function aroundRuling({ company, decidedBy }: RulingSlipData): OfficePaper {
  return {
    issuer: company.name,
    title: SLIP_TITLE,
    edition: rulingSlipEdition,
    maker: `${company.project}案场　判定人 ${decidedBy}`,
  };
}

/** What the slip is about, cell by cell. */
export function factsOfRuling({ number, company, customer, reason, openedBy, openedAt, note }: RulingSlipData) {
  return [
    ['判客编号', number],
    ['项　目', company.project],
    ['客　户', customer],
    ['撞单原因', reason],
    ['提请人', openedBy],
    ['提请时间', openedAt],
    ['情况说明', note],
  ] as const;
}

/** Columns of the parties. */
export const partyColumns: readonly ListColumn[] = [
  { head: '当事人', alignment: 'left', width: 60 },
  { head: '岗位', alignment: 'left', width: 62 },
  { head: '主张', alignment: 'left', width: '*' },
  { head: '有效登记', alignment: 'left', width: 86 },
  { head: '保护至', alignment: 'left', width: 86 },
];

/** One party, cell by cell. */
export function cellsOfParty({ name, post, claim, registeredOn, protectedUntil }: RulingSlipData['parties'][number]) {
  const day = (on: typeof registeredOn) => (on === null ? '无' : dateText(on));
  return [name, post, claim, day(registeredOn), day(protectedUntil)];
}

/** Columns of the timeline. */
export const timelineColumns: readonly ListColumn[] = [
  { head: '时间', alignment: 'left', width: 110 },
  { head: '事项', alignment: 'left', width: 60 },
  { head: '记录人', alignment: 'left', width: '*' },
  { head: '是否计入', alignment: 'left', width: 60 },
];

/** One entry of the timeline, cell by cell. */
export function cellsOfEntry({ at, kind, by, counted }: RulingSlipData['timeline'][number]): string[] {
  return [at, kind, by, counted ? words.counted : words.notCounted];
}

/** How it was decided, row by row. */
export function decisionOf(data: RulingSlipData): (readonly [string, string])[] {
  const { rule: by, proposal, ruling, departed, grounds, effect, decidedAt, appeal, appealUntil } = data;
  const final = appeal !== null && appeal.first !== '';
  return [
    ['依　据', by],
    ['规则建议', proposal],
    [final ? '终　判' : '判　定', departed ? `${ruling}（与规则建议不同）` : ruling],
    ['理　由', grounds],
    ['执　行', effect],
    ['判定时间', decidedAt],
    ...(appealUntil === '' ? [] : [['申诉期限', `${appealUntil} 前可向销售经理申诉一次`] as const]),
    ...(appeal === null ? [] : [['申　诉', `${appeal.by} ${appeal.at}：${appeal.text}`] as const]),
    ...(final ? [['原　判', appeal.first] as const] : []),
  ];
}

/** The decision slip (判客单): one A4 for the parties and the sales manager. */
export function buildRulingSlipDefinition(data: RulingSlipData, marks: Marks): Definition {
  const decision = decisionOf(data).map(([name, text]): TableCell[] => [
    label(name),
    value(orStruck(text), { bold: name === '判　定' || name === '终　判' }),
  ]);
  return {
    ...officePaper(marks, aroundRuling(data), [
      factsTable(factsOfRuling(data), { looks: { 判客编号: { bold: true }, 情况说明: { wide: true } } }),
      chapter('当事人与主张'),
      listTable(partyColumns, data.parties.map(cellsOfParty)),
      chapter('时间线（提请前的记录）'),
      data.timeline.length === 0
        ? { text: words.timelineNone, fontSize: sizes.note, color: inks.soft }
        : listTable(timelineColumns, data.timeline.map(cellsOfEntry), { fontSize: sizes.note }),
      chapter('判定'),
      { table: { widths: [54, '*'], body: decision }, layout: grid },
      signatures(data),
    ]),
    pageBreakBefore: keepHeads,
  };
}

function signatures({ parties }: RulingSlipData): Content {
  const place = (asks: string) => ({
    stack: [
      { text: `${asks}：`, margin: [0, 0, 0, mm(8)] as [number, number, number, number] },
      { canvas: [rule(mm(36), 0.5)] },
    ],
  });
  const asked = [...parties.map(({ name }) => `当事人 ${name}`), '销售主管', '销售经理'];
  const lines = Array.from({ length: Math.ceil(asked.length / 4) }, (_none, line) =>
    asked.slice(line * 4, line * 4 + 4),
  );
  return {
    unbreakable: true,
    margin: [0, mm(7), 0, 0],
    stack: [
      ...lines.map((line) => ({
        margin: [0, 0, 0, mm(4)] as [number, number, number, number],
        columnGap: mm(6),
        columns: Array.from({ length: 4 }, (_none, index) => {
          const asks = line[index];
          return asks === undefined ? { text: '' } : place(asks);
        }),
      })),
      { text: '日期：　　　　　　年　　　　月　　　　日', alignment: 'right' },
    ],
  };
}
