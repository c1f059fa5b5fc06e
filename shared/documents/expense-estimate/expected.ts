import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import { expenseWords } from '../kit/fee-words.ts';
import type { ExpenseEstimateData } from './data.ts';
import {
  cellsOfExpense,
  ESTIMATE_TITLE,
  estimateHeads,
  expenseEstimateEdition,
  factsOfEstimate,
  makerOf,
  sourceText,
  sumsOfEstimate,
} from './definition.ts';

/** What stands on every page of the estimate. */
export function frameOfEstimate(data: ExpenseEstimateData): PageFrame {
  return {
    head: `${ESTIMATE_TITLE}本公司文本${expenseEstimateEdition}`,
    foot: makerOf(data),
    repeated: [estimateHeads],
  };
}

/** Everything that the finished estimate must say, as it is printed. */
export function expectedOnEstimate(data: ExpenseEstimateData): ExpectedBlank[] {
  return [
    expectedIn('出卖人', '', data.seller.name, ESTIMATE_TITLE),
    ...expectedRow(factsOfEstimate(data), '金额单位'),
    ...data.expenses.map((row) => ({
      name: expenseWords[row.kind].name,
      words: cellsOfExpense(row, data).join(''),
    })),
    ...expectedRow(sumsOfEstimate(data), '1.'),
    ...data.sources.map((source) => ({ name: '费率依据', words: sourceText(source) })),
  ];
}
