import type { Content, TableCell } from 'pdfmake';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { defaultStyle, paperStyles } from '../kit/article.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { type Definition, fileInfo, inks, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { grid, headOf, label, ledger, value } from '../kit/tables.ts';
import type { DisclosureListData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const disclosureListEdition = 'GS-1';

/** What the paper is called. */
export const DISCLOSURE_TITLE = '商品房项目证照公示清单';

/** The public disclosure list: one table of the five certificates, hung up in the sales hall. */
export function buildDisclosureListDefinition(data: DisclosureListData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(DISCLOSURE_TITLE, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, {
      title: DISCLOSURE_TITLE,
      edition: `本公司文本 ${disclosureListEdition}`,
      maker: `${data.company.project}案场`,
    }),
    ...watermarkOf(marks),
    content: [
      letterhead(data.company.name, DISCLOSURE_TITLE),
      factsTable(data),
      permitsTable(data),
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
    ],
  };
}

/** What the list is about, cell by cell. */
export function factsOfList({ company }: DisclosureListData) {
  return [
    ['项　目', company.project],
    ['出卖人', company.name],
    ['地　址', orStruck(company.address)],
    ['联系电话', orStruck(company.phone)],
  ] as const;
}

function factsTable(data: DisclosureListData): Content {
  const [project, seller, address, phone] = factsOfList(data);
  const cells = ([name, text]: readonly [string, string], bold = false): TableCell[] => [
    label(name),
    value(text, { bold }),
  ];
  return {
    table: {
      widths: [54, '*', 54, '*'],
      body: [
        [...cells(project, true), ...cells(seller)],
        [...cells(address), ...cells(phone)],
      ],
    },
    layout: grid,
    margin: [0, 0, 0, 10],
  };
}

const columns = [
  { head: '证照', alignment: 'left' },
  { head: '证号', alignment: 'left' },
  { head: '发证日期', alignment: 'left' },
  { head: '有效期至', alignment: 'left' },
  { head: '覆盖楼栋', alignment: 'left' },
] as const;

/** The rows of the table: every certificate, and those of the five that are not entered. */
export function rowsOfList({ permits }: DisclosureListData): readonly (readonly string[])[] {
  return permits.map(({ kind, number, issuedOn, validTo, buildings }) => [
    labels.permitKinds[kind],
    number === '' ? '未取得' : number,
    issuedOn === null ? '／' : dateText(issuedOn),
    issuedOn === null ? '／' : validTo === null ? '长期' : dateText(validTo),
    buildings === '' ? '／' : buildings,
  ]);
}

function permitsTable(data: DisclosureListData): Content {
  return {
    table: {
      widths: [96, 130, 66, 66, '*'],
      headerRows: 1,
      dontBreakRows: true,
      body: [headOf(columns), ...rowsOfList(data).map((row): TableCell[] => row.map((text) => ({ text })))],
    },
    layout: ledger,
    fontSize: sizes.table,
  };
}
