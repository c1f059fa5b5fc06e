import { queueText } from '#shared/domain/launches/draw.ts';
import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { IntentSlipData } from './data.ts';
import { factsOfSlip, intentSlipEdition, termsOfSlip } from './definition.ts';

/** What stands on every page of an intent slip. */
export function frameOfSlip({ company, consultant }: IntentSlipData): PageFrame {
  return { head: `认筹登记单本公司文本${intentSlipEdition}`, foot: `${company.project}案场置业顾问${consultant}` };
}

/** Everything that the finished slip must say, as it is printed. */
export function expectedOnSlip(data: IntentSlipData): ExpectedBlank[] {
  return [
    expectedIn('公司', '', data.company.name, '认筹登记单'),
    { name: '排号', words: queueText(data.queueNo) },
    { name: '核对码', words: data.code },
    ...expectedRow(factsOfSlip(data), '一、'),
    ...termsOfSlip(data).map((words) => ({ name: '约定', words })),
  ];
}
