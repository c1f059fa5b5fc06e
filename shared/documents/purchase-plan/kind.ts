import type { DocumentKind } from '../kind.ts';
import { type PurchasePlanData, purchasePlanDataSchema } from './data.ts';
import { buildPurchasePlanDefinition, purchasePlanEdition } from './definition.ts';
import { expectedOnPlan, frameOfPlan } from './expected.ts';
import { openBlanksOfPlan } from './open-blanks.ts';
import { purchasePlanSample } from './sample.ts';

/** The purchase plan (置业计划书): figures for a customer to take home. */
export const purchasePlan: DocumentKind<PurchasePlanData, 'a4'> = {
  kind: 'purchasePlan',
  title: '置业计划书',
  numberPrefix: 'ZY',
  templateVersion: purchasePlanEdition,
  copies: 1,
  papers: ['a4'],
  schema: purchasePlanDataSchema,
  build: buildPurchasePlanDefinition,
  openBlanks: openBlanksOfPlan,
  expected: expectedOnPlan,
  frame: frameOfPlan,
  sample: purchasePlanSample,
};
