/**
 * Articles by what they settle (条款). A number belongs to a text, since articles come and go between forms: whoever
 * speaks of an article speaks of its key, and the number is computed from the text at hand.
 */
export const articleKeys = [
  'projectBasis',
  'permit',
  'saleBasis',
  'unit',
  'mortgage',
  'lease',
  'title',
  'price',
  'payment',
  'latePayment',
  'deliveryConditions',
  'facilities',
  'delivery',
  'lateDelivery',
  'areaDifference',
  'planningChange',
  'designChange',
  'quality',
  'warranty',
  'guarantee',
  'filing',
  'registration',
  'management',
  'commonOwnership',
  'taxes',
  'promises',
  'service',
  'privacy',
  'disputes',
  'supplement',
  'effect',
] as const;
/** What an article settles. */
export type ArticleKey = (typeof articleKeys)[number];

/** Annexes by what they hold (附件); their numbers are computed from the text too. */
export const annexKeys = [
  'drawings',
  'commonParts',
  'mortgages',
  'tenantWaiver',
  'payments',
  'facilities',
  'fitOut',
  'warranty',
  'guarantee',
  'management',
  'burdens',
  'supplement',
  'eligibility',
] as const;
/** What an annex holds. */
export type AnnexKey = (typeof annexKeys)[number];

/** The articles that an office adds of its own, by what stands before their number. */
export const OWN_ARTICLE = 'own';

/** Key of an article in a text: one of the known ones, or one that the office added, such as `own3`. */
export type TextArticleKey = ArticleKey | `${typeof OWN_ARTICLE}${number}`;

const ownKey = /^own[1-9]\d{0,2}$/u;

/** True for the key of an article that an office added. */
export function isOwnArticle(key: string): key is `${typeof OWN_ARTICLE}${number}` {
  return ownKey.test(key);
}

/** True for what a text may call an article. */
export function isArticleKey(key: string): key is TextArticleKey {
  return isOwnArticle(key) || articleKeys.some((one) => one === key);
}
