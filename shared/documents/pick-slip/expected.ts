import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { PickSlipData } from './data.ts';
import { factsOfPick, pickSlipEdition, termsOfPick } from './definition.ts';

/** What stands on every page of a pick slip. */
export function frameOfPick({ company, by }: PickSlipData): PageFrame {
  return { head: `选房确认单本公司文本${pickSlipEdition}`, foot: `${company.project}案场经办人${by}` };
}

/** Everything that the finished slip must say, as it is printed. */
export function expectedOnPick(data: PickSlipData): ExpectedBlank[] {
  const [kept = ''] = termsOfPick(data);
  return [
    expectedIn('公司', '', data.company.name, '选房确认单'),
    ...expectedRow(factsOfPick(data), '一、'),
    expectedIn('保留至', '', kept, '二、'),
  ];
}
