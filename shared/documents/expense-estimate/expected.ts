import { type ExpectedBlank, expectedRow, type PageFrame } from '../kit/expected.ts';
import { expenseWords } from '../kit/fee-words.ts';
import { expectedHead, officeFrame } from '../kit/office-paper.ts';
import { headsText } from '../kit/tables.ts';
import type { ExpenseEstimateData } from './data.ts';
import {
  aroundEstimate,
  cellsOfExpense,
  expenseColumns,
  factsOfEstimate,
  sourceText,
  sumsOfEstimate,
} from './definition.ts';

/** What stands on every page of the estimate. */
export function frameOfEstimate(data: ExpenseEstimateData): PageFrame {
  return officeFrame(aroundEstimate(data), [headsText(expenseColumns)]);
}

/** Everything that the finished estimate must say, as it is printed. */
export function expectedOnEstimate(data: ExpenseEstimateData): ExpectedBlank[] {
  return [
    ...expectedHead(aroundEstimate(data), factsOfEstimate(data), '金额单位'),
    ...data.expenses.map((row) => ({
      name: expenseWords[row.kind].name,
      words: cellsOfExpense(row, data).join(''),
    })),
    ...expectedRow(sumsOfEstimate(data), '1.'),
    ...data.sources.map((source) => ({ name: '费率依据', words: sourceText(source) })),
  ];
}
