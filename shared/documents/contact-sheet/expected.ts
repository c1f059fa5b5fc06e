import { dateText } from '../kit/blanks.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { ContactSheetData } from './data.ts';
import {
  buyerHeads,
  CONTACT_TITLE,
  cellsOfBuyer,
  contactSheetEdition,
  factsOfSheet,
  makerOf,
  promiseHeads,
} from './definition.ts';

/** What stands on every page of the sheet. */
export function frameOfContact(data: ContactSheetData): PageFrame {
  return {
    head: `${CONTACT_TITLE}本公司文本${contactSheetEdition}`,
    foot: makerOf(data),
    repeated: [buyerHeads, promiseHeads],
  };
}

/** Everything that the finished sheet must say, as it is printed. */
export function expectedOnContact(data: ContactSheetData): ExpectedBlank[] {
  return [
    expectedIn('出卖人', '', data.seller.name, CONTACT_TITLE),
    ...expectedRow(factsOfSheet(data), '联系方式'),
    ...data.buyers.map((buyer) => ({ name: '联系方式', words: cellsOfBuyer(buyer).join('') })),
    ...data.promises.map(({ what, dueOn }) => ({ name: what, words: `${what}${dateText(dueOn)}前` })),
  ];
}
