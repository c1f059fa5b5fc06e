import { type ExpectedBlank, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { BookingSlipData } from './data.ts';
import { agreed, bookingSlipEdition, factsOfSlip, SLIP_TITLE } from './definition.ts';

/** What stands on every page of the slip. */
export function frameOfSlip({ project, consultant }: BookingSlipData): PageFrame {
  return { head: `${SLIP_TITLE}本公司文本${bookingSlipEdition}`, foot: `${project}案场经办人${consultant}` };
}

/** Everything that the finished slip must say. */
export function expectedOnSlip(data: BookingSlipData): ExpectedBlank[] {
  return [
    { name: '出卖人', words: `${data.seller.name}${SLIP_TITLE}` },
    ...expectedRow(factsOfSlip(data), '一、'),
    ...agreed(data).map((words, index) => ({ name: `约定第${index + 1}条`, words })),
    { name: '经办人', words: `经办人${data.consultant}：` },
  ];
}
