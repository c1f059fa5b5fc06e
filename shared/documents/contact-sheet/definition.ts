import { keepHeads } from '../kit/article.ts';
import { dateText, orStruck } from '../kit/blanks.ts';
import { chapter } from '../kit/chapter.ts';
import { type Definition, inks, type Marks, sizes } from '../kit/definition.ts';
import { consultantOf, factsTable, type OfficePaper, officePaper } from '../kit/office-paper.ts';
import { signatureBlock } from '../kit/signatures.ts';
import { listTable } from '../kit/tables.ts';
import type { ContactSheetData } from './data.ts';

/** Edition of this text; raised with every change of its words or layout. */
export const contactSheetEdition = 'LX-2';
/** What the paper is called. */
export const CONTACT_TITLE = '客户联系单';

/** What stands around the sheet. */
export function aroundContact(data: ContactSheetData): OfficePaper {
  return {
    issuer: data.seller.name,
    title: CONTACT_TITLE,
    edition: contactSheetEdition,
    maker: consultantOf(data),
  };
}

/** The contact sheet (客户联系单): one A4 in two copies, sealed by the office. */
export function buildContactSheetDefinition(data: ContactSheetData, marks: Marks): Definition {
  return {
    ...officePaper(marks, aroundContact(data), [
      factsTable(factsOfSheet(data)),
      chapter('联系方式'),
      listTable(buyerColumns, data.buyers.map(cellsOfBuyer)),
      chapter('约定的日期'),
      listTable(promiseColumns, data.promises.map(cellsOfPromise)),
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
    ]),
    pageBreakBefore: keepHeads,
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

/** Heads of the table of buyers. */
export const buyerColumns = [
  { head: '姓名或名称', alignment: 'left', width: 96 },
  { head: '电话', alignment: 'left', width: 62 },
  { head: '备用电话', alignment: 'left', width: 62 },
  { head: '通讯地址', alignment: 'left', width: '*' },
  { head: '代理人', alignment: 'left', width: 48 },
] as const;

/** One buyer as he stands in the table, cell by cell. */
export function cellsOfBuyer(buyer: ContactSheetData['buyers'][number]): string[] {
  return [buyer.name, buyer.phone, buyer.secondPhone, buyer.address, buyer.agent].map(orStruck);
}

/** Heads of the table of days. */
export const promiseColumns = [
  { head: '事项', alignment: 'left', width: '*' },
  { head: '日期', alignment: 'left', width: 150 },
] as const;

/** What was promised by when, cell by cell. */
export function cellsOfPromise({ what, dueOn }: ContactSheetData['promises'][number]): string[] {
  return [what, `${dateText(dueOn)}前`];
}
