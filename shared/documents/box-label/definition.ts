import type { Content } from 'pdfmake';
import { dateText } from '../kit/blanks.ts';
import { type Definition, families, inks, type Marks, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { type ListColumn, listTable } from '../kit/tables.ts';
import type { BoxLabelData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const boxLabelEdition = 'DA-1';
/** Its title. */
export const LABEL_TITLE = '档案盒标签';

/** Edge of the code of the box on its spine, in millimetres. */
const CODE = 30;

/** What stands around the label. */
export function aroundLabel({ company, maker }: BoxLabelData): OfficePaper {
  return {
    issuer: company.name,
    title: LABEL_TITLE,
    edition: boxLabelEdition,
    maker: `${company.project}案场　制表 ${maker}`,
  };
}

/** Where the box stands, name by name. */
export function factsOfLabel({ room, shelf, capacity, contracts, asOf }: BoxLabelData) {
  return [
    ['房　间', room],
    ['架　位', shelf],
    ['容　量', `${capacity} 份合同`],
    ['已　放', `${contracts.length} 份合同`],
    ['截　至', dateText(asOf)],
  ] as const;
}

/** Heads of the contents. */
export const labelColumns: readonly ListColumn[] = [
  { head: '序', alignment: 'right', width: 28 },
  { head: '合同号', alignment: 'left', width: 130 },
  { head: '房源', alignment: 'left', width: '*' },
  { head: '签约日', alignment: 'left', width: 90 },
  { head: '份数', alignment: 'right', width: 44 },
];

/** One contract of the box, cell by cell. */
export function cellsOfContents({ contracts }: BoxLabelData): string[][] {
  return contracts.map(({ number, unit, signedOn, copies }, index) => [
    String(index + 1),
    number,
    unit,
    signedOn,
    String(copies),
  ]);
}

function spine({ number }: BoxLabelData, marks: Marks): Content {
  return {
    columns: [
      {
        width: '*',
        margin: [0, mm(5), 0, 0],
        stack: [
          { text: number, font: families.sans, bold: true, fontSize: 34 },
          { text: '扫码或照编号查找，借阅后放回原盒。', fontSize: sizes.note, color: inks.soft, margin: [0, 4, 0, 0] },
        ],
      },
      { width: 'auto', stack: [{ svg: marks.codeFor(number), width: mm(CODE), height: mm(CODE) }] },
    ],
    margin: [0, 0, 0, 10],
  };
}

/** The label of a box: its number to be read from afar and by a scanner, where it stands, and what lies in it. */
export function buildBoxLabelDefinition(data: BoxLabelData, marks: Marks): Definition {
  return officePaper(marks, aroundLabel(data), [
    factsTable(factsOfLabel(data), { below: 10 }),
    spine(data, marks),
    data.contracts.length === 0
      ? { text: '盒内还没有合同。', color: inks.soft }
      : listTable(labelColumns, cellsOfContents(data), { fontSize: sizes.table }),
  ]);
}
