import type { DocumentKind } from '../kind.ts';
import { type SubscriptionBookData, subscriptionBookDataSchema } from './data.ts';
import { buildSubscriptionBookDefinition, subscriptionBookEdition } from './definition.ts';
import { expectedOnBook, frameOfBook } from './expected.ts';
import { openBlanksOfBook } from './open-blanks.ts';
import { subscriptionBookSample } from './sample.ts';

/** The subscription book (认购书): what buyers and seller agree before the contract. */
export const subscriptionBook: DocumentKind<SubscriptionBookData, 'a4'> = {
  kind: 'subscriptionBook',
  title: '商品房认购书',
  numberPrefix: 'RG',
  templateVersion: subscriptionBookEdition,
  copies: 4,
  duplex: true,
  papers: ['a4'],
  schema: subscriptionBookDataSchema,
  build: buildSubscriptionBookDefinition,
  openBlanks: openBlanksOfBook,
  expected: expectedOnBook,
  frame: frameOfBook,
  sample: subscriptionBookSample,
};
