import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { PriceNoticeData } from './data.ts';
import {
  cellsOfRow,
  discountsText,
  factsOfNotice,
  makerOf,
  NOTICE_TITLE,
  noticeHeads,
  priceNoticeEdition,
} from './definition.ts';

/** What stands on every page of the price list; its heads stand again on each. */
export function frameOfNotice(data: PriceNoticeData): PageFrame {
  return {
    head: `${NOTICE_TITLE}本公司文本${priceNoticeEdition}`,
    foot: makerOf(data),
    repeated: [noticeHeads],
  };
}

/** Everything that the finished list must say, as it is printed. */
export function expectedOnNotice(data: PriceNoticeData): ExpectedBlank[] {
  const rows = data.rows.map((row) => ({ name: row.place, words: cellsOfRow(row).join('') }));
  return [
    expectedIn('公司', '', data.seller.name, NOTICE_TITLE),
    ...expectedRow(factsOfNotice(data), data.rows[0]?.place ?? ''),
    ...rows,
    expectedIn('公示优惠', '公示优惠：', discountsText(data), '。'),
    expectedIn('价格举报电话', '价格举报电话', data.complaints, '。'),
  ];
}
