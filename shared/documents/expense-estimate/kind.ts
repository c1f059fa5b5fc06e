import type { DocumentKind } from '../kind.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import { type ExpenseEstimateData, expenseEstimateDataSchema } from './data.ts';
import { buildExpenseEstimateDefinition, ESTIMATE_TITLE, expenseEstimateEdition } from './definition.ts';
import { expectedOnEstimate, frameOfEstimate } from './expected.ts';
import { expenseEstimateSample } from './sample.ts';

/** 购房费用明细: what a home costs in all, to whom each amount goes and what of it is voluntary. */
export const expenseEstimate: DocumentKind<ExpenseEstimateData, 'a4'> = {
  kind: 'expenseEstimate',
  title: ESTIMATE_TITLE,
  numberPrefix: 'FY',
  templateVersion: expenseEstimateEdition,
  copies: 1,
  papers: ['a4'],
  schema: expenseEstimateDataSchema,
  build: buildExpenseEstimateDefinition,
  openBlanks: ({ seller }) => openBlanks([['联系电话', seller.phone]]),
  expected: expectedOnEstimate,
  frame: frameOfEstimate,
  // Rates change, and so does a deal.
  follows: true,
  sample: expenseEstimateSample,
};
