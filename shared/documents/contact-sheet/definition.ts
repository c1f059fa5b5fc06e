import type { Content, TableCell } from 'pdfmake';
import { defaultStyle, keepHeads, paperStyles } from '../kit/article.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { type Definition, families, fileInfo, inks, type Marks, sizes, watermarkOf } from '../kit/definition.ts';
import { frame } from '../kit/frame.ts';
import { letterhead } from '../kit/letterhead.ts';
import { mm, papers } from '../kit/paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { grid, headOf, label, ledger, value } from '../kit/tables.ts';
import type { ContactSheetData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const contactSheetEdition = 'LX-1';
/** What the paper is called. */
export const CONTACT_TITLE = '客户联系单';

/** The contact sheet (客户联系单): one A4 in two copies, sealed by the office. */
export function buildContactSheetDefinition(data: ContactSheetData, marks: Marks): Definition {
  const [left, top, right, bottom] = papers.a4.margins;
  return {
    pageSize: 'A4',
    pageMargins: [mm(left), mm(top), mm(right), mm(bottom)],
    info: fileInfo(CONTACT_TITLE, marks, 'a4'),
    language: 'zh-CN',
    styles: paperStyles,
    defaultStyle,
    ...frame(marks, { title: CONTACT_TITLE, edition: `本公司文本 ${contactSheetEdition}`, maker: makerOf(data) }),
    ...watermarkOf(marks),
    pageBreakBefore: keepHeads,
    content: [
      letterhead(data.seller.name, CONTACT_TITLE),
      factsTable(data),
      head('联系方式'),
      buyersTable(data),
      head('约定的日期'),
      promisesTable(data),
      {
        text: '联系方式或通讯地址变更的，请及时书面通知出卖人；按本单所列地址发出的书面通知为有效送达。以上信息仅用于本次购房的联系和通知，保存至法定期限届满。',
        margin: [0, 8, 0, 0],
        fontSize: sizes.note,
        color: inks.soft,
      },
      signatureBlock(
        { title: '出卖人（盖章）', places: [{ asks: `置业顾问 ${data.consultant}：` }] },
        { title: '客户（确认）', places: [{ asks: '签名：' }] },
      ),
    ],
  };
}

/** Who answers for the sheet, at its foot. */
export function makerOf({ project, consultant }: Pick<ContactSheetData, 'project' | 'consultant'>): string {
  return `${project}案场　置业顾问 ${consultant}`;
}

function head(title: string): Content {
  return {
    text: title,
    font: families.sans,
    bold: true,
    fontSize: sizes.article,
    margin: [0, 9, 0, 3],
    headlineLevel: 1,
  };
}

/** What the sheet is about, cell by cell. */
export function factsOfSheet({ project, unit, subscription, subscribedOn, consultant, seller }: ContactSheetData) {
  return [
    ['项　目', project],
    ['房　号', unit],
    ['认购书', subscription],
    ['认购日期', dateText(subscribedOn)],
    ['置业顾问', consultant],
    ['售楼电话', seller.phone],
  ] as const;
}

function factsTable(data: ContactSheetData): Content {
  const [project, unit, subscription, on, consultant, phone] = factsOfSheet(data);
  const cells = ([name, text]: readonly [string, string]): TableCell[] => [label(name), value(orStruck(text))];
  return {
    table: {
      widths: [54, '*', 54, '*'],
      body: [
        [...cells(project), ...cells(unit)],
        [...cells(subscription), ...cells(on)],
        [...cells(consultant), ...cells(phone)],
      ],
    },
    layout: grid,
  };
}

const buyerColumns = [
  { head: '姓名或名称', alignment: 'left' },
  { head: '电话', alignment: 'left' },
  { head: '备用电话', alignment: 'left' },
  { head: '通讯地址', alignment: 'left' },
  { head: '代理人', alignment: 'left' },
] as const;

/** The heads of the table of buyers as they are read in a row. */
export const buyerHeads = buyerColumns.map(({ head: one }) => one).join('');

/** One buyer as he stands in the table, cell by cell. */
export function cellsOfBuyer(buyer: ContactSheetData['buyers'][number]): string[] {
  return [buyer.name, buyer.phone, buyer.secondPhone, buyer.address, buyer.agent].map(orStruck);
}

function buyersTable({ buyers }: ContactSheetData): Content {
  return {
    table: {
      widths: [104, 66, 66, '*', 62],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        headOf(buyerColumns),
        ...buyers.map((buyer): TableCell[] => cellsOfBuyer(buyer).map((text) => ({ text }))),
      ],
    },
    layout: ledger,
  };
}

const promiseColumns = [
  { head: '事项', alignment: 'left' },
  { head: '日期', alignment: 'left' },
] as const;

/** The heads of the table of days as they are read in a row. */
export const promiseHeads = promiseColumns.map(({ head: one }) => one).join('');

function promisesTable({ promises }: ContactSheetData): Content {
  return {
    table: {
      widths: ['*', 150],
      headerRows: 1,
      dontBreakRows: true,
      body: [
        headOf(promiseColumns),
        ...promises.map(({ what, dueOn }): TableCell[] => [{ text: what }, { text: `${dateText(dueOn)}前` }]),
      ],
    },
    layout: ledger,
  };
}
