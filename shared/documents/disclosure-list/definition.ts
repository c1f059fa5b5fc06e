import type { Content } from 'pdfmake';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { dateText, unbroken } from '../kit/blanks.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { mm } from '../kit/paper.ts';
import { listTable } from '../kit/tables.ts';
import type { DisclosureListData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const disclosureListEdition = 'GS-2';

/** What the paper is called. */
export const DISCLOSURE_TITLE = '商品房项目证照公示清单';

/** What stands around the list. */
export function aroundList({ company }: DisclosureListData): OfficePaper {
  return {
    issuer: company.name,
    title: DISCLOSURE_TITLE,
    edition: disclosureListEdition,
    maker: `${company.project}案场`,
  };
}

/** The public disclosure list: one table of the five certificates, hung up in the sales hall. */
export function buildDisclosureListDefinition(data: DisclosureListData, marks: Marks): Definition {
  return officePaper(marks, aroundList(data), [
    factsTable(factsOfList(data), { looks: { '项　目': { bold: true } }, below: 10 }),
    listTable(permitColumns, rowsOfList(data).map(buildingsWhole), { fontSize: sizes.table }),
    {
      text: '以上证照的原件或复印件在售楼处公示，供买受人查阅。',
      margin: [0, 8, 0, 0],
      fontSize: sizes.note,
      color: inks.soft,
    },
    {
      text: ['出卖人（盖章）：', '　'.repeat(12), `公示日期：${dateText(data.on)}`],
      margin: [0, mm(12), 0, 0],
      unbreakable: true,
    },
  ]);
}

/** What the list is about, cell by cell. */
export function factsOfList({ company }: DisclosureListData) {
  return [
    ['项　目', company.project],
    ['出卖人', company.name],
    ['地　址', company.address],
    ['联系电话', company.phone],
  ] as const;
}

const permitColumns = [
  { head: '证照', alignment: 'left', width: 88 },
  { head: '证号', alignment: 'left', width: 120 },
  { head: '发证日期', alignment: 'left', width: 80 },
  { head: '有效期至', alignment: 'left', width: 80 },
  { head: '覆盖楼栋', alignment: 'left', width: '*' },
] as const;

/** A row whose buildings, in its last cell, are not parted from their numbers by the end of a line. */
function buildingsWhole(row: readonly string[]): (string | Content[])[] {
  const [buildings = '', ...rest] = row.toReversed();
  return [...rest.toReversed(), buildings.split(/(?<=、)/u).map((text) => ({ text, noWrap: true }))];
}

/** The rows of the table: every certificate, and those of the five that are not entered. */
export function rowsOfList({ permits }: DisclosureListData): readonly (readonly string[])[] {
  return permits.map(({ kind, number, issuedOn, validTo, buildings }) => [
    labels.permitKinds[kind],
    number === '' ? '未取得' : unbroken(number),
    issuedOn === null ? '／' : dateText(issuedOn),
    issuedOn === null ? '／' : validTo === null ? '长期' : dateText(validTo),
    buildings === '' ? '／' : buildings,
  ]);
}
