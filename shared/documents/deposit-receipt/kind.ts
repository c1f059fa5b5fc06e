import type { DocumentKind } from '../kind.ts';
import { type DepositReceiptData, depositReceiptDataSchema } from './data.ts';
import { buildDepositReceiptDefinition, depositReceiptEdition } from './definition.ts';
import { expectedOnReceipt } from './expected.ts';
import { openBlanksOfReceipt } from './open-blanks.ts';
import { depositReceiptSample } from './sample.ts';

/** The receipt of a deposit (定金收据), in three parts. */
export const depositReceipt: DocumentKind<DepositReceiptData, 'form241' | 'a4Thirds' | 'a5'> = {
  kind: 'depositReceipt',
  title: '定金收据',
  numberPrefix: 'SJ',
  templateVersion: depositReceiptEdition,
  copies: 1,
  papers: ['form241', 'a4Thirds', 'a5'],
  schema: depositReceiptDataSchema,
  build: buildDepositReceiptDefinition,
  openBlanks: openBlanksOfReceipt,
  expected: expectedOnReceipt,
  sample: depositReceiptSample,
};
