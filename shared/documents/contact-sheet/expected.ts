import type { ExpectedBlank, PageFrame } from '../kit/expected.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { ContactSheetData } from './data.ts';
import {
  aroundContact,
  buyerColumns,
  cellsOfBuyer,
  cellsOfPromise,
  factsOfSheet,
  promiseColumns,
} from './definition.ts';

/** What stands on every page of the sheet. */
export function frameOfContact(data: ContactSheetData): PageFrame {
  return officeFrame(aroundContact(data), [buyerColumns, promiseColumns].map(headsText));
}

/** Everything that the finished sheet must say, as it is printed. */
export function expectedOnContact(data: ContactSheetData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundContact(data), factsOfSheet(data), '联系方式'),
    ...data.buyers.map((buyer) => ({ name: '联系方式', words: cellsOfBuyer(buyer).join('') })),
    ...data.promises.map((promise) => ({ name: promise.what, words: cellsOfPromise(promise).join('') })),
  ];
}
