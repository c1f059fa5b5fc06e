import { type DiscountFormData, discountFormDataSchema } from './discount-form/data.ts';
import { buildDiscountFormDefinition, DISCOUNT_TITLE, discountFormEdition } from './discount-form/definition.ts';
import { expectedOnDiscount, frameOfDiscount } from './discount-form/expected.ts';
import { discountFormSample } from './discount-form/sample.ts';
import type { DocumentKind } from './kind.ts';

/** 折扣审批表: how a price below list came about, where it lies above the floor price, and who agreed to it. */
export const discountForm: DocumentKind<DiscountFormData, 'a4'> = {
  kind: 'discountForm',
  title: DISCOUNT_TITLE,
  numberPrefix: 'ZK',
  templateVersion: discountFormEdition,
  copies: 1,
  papers: ['a4'],
  schema: discountFormDataSchema,
  build: buildDiscountFormDefinition,
  openBlanks: () => [],
  expected: expectedOnDiscount,
  frame: frameOfDiscount,
  // A decision changes it, and another discount.
  follows: true,
  sample: discountFormSample,
};
