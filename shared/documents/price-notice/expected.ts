import { type ExpectedBlank, expectedIn, type PageFrame } from '../kit/expected.ts';
import { expenseWords } from '../kit/fee-words.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { PriceNoticeData } from './data.ts';
import {
  aroundNotice,
  cellsOfCharge,
  cellsOfRow,
  chargeColumns,
  discountsText,
  factsOfNotice,
  noticeColumns,
} from './definition.ts';

/** What stands on every page of the price notice; its heads stand again on each. */
export function frameOfNotice(data: PriceNoticeData): PageFrame {
  return officeFrame(aroundNotice(data), [noticeColumns, chargeColumns].map(headsText));
}

/** Everything that the finished notice must say, as it is printed. */
export function expectedOnNotice(data: PriceNoticeData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundNotice(data), factsOfNotice(data), data.rows[0]?.place ?? ''),
    ...data.rows.map((row) => ({ name: row.place, words: cellsOfRow(row).join('') })),
    ...data.charges.map((charge) => ({
      name: expenseWords[charge.kind].name,
      words: cellsOfCharge(charge).join(''),
    })),
    expectedIn('公示优惠', '公示优惠：', discountsText(data), '。'),
    expectedIn('价格举报电话', '价格举报电话', data.complaints, '。'),
  ];
}
