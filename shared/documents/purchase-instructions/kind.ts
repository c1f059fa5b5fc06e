import type { DocumentKind } from '../kind.ts';
import { openBlanks } from '../kit/open-blanks.ts';
import { type PurchaseInstructionsData, purchaseInstructionsDataSchema } from './data.ts';
import { buildPurchaseInstructionsDefinition, INSTRUCTIONS_TITLE, purchaseInstructionsEdition } from './definition.ts';
import { expectedOnInstructions, frameOfInstructions } from './expected.ts';
import { purchaseInstructionsSample } from './sample.ts';

/** 认购须知: what buyers are told before they sign, page by page signed by them. */
export const purchaseInstructions: DocumentKind<PurchaseInstructionsData, 'a4'> = {
  kind: 'purchaseInstructions',
  title: INSTRUCTIONS_TITLE,
  numberPrefix: 'XZ',
  templateVersion: purchaseInstructionsEdition,
  copies: 2,
  papers: ['a4'],
  schema: purchaseInstructionsDataSchema,
  build: buildPurchaseInstructionsDefinition,
  openBlanks: ({ seller, account, texts }) =>
    openBlanks([
      ['联系电话', seller.phone],
      ['地址', seller.address],
      ['监管银行', account.bank],
      ['监管账号', account.number],
      ['购房资格', texts.eligibility],
      ['请携带的资料', texts.bring],
      ['退还定金的情形', texts.refund],
      ['样板房', texts.sampleFlat],
      ['不利因素', texts.disadvantages],
      ['投诉电话', texts.complaints],
    ]),
  expected: expectedOnInstructions,
  frame: frameOfInstructions,
  follows: true,
  sample: purchaseInstructionsSample,
};
