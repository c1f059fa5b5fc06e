import type { FieldName } from '../fields/catalogue.ts';
import type { ConditionName } from './conditions.ts';
import type { AnnexKey, TextArticleKey } from './keys.ts';

/** What a text may say of the contract beside its fields. */
export const factNames = [
  'projectName',
  'buyerNames',
  'sellerName',
  'subscriptionNumber',
  'subscribedOn',
  'unitPlace',
  'signOn',
  'signingPlace',
  'pages',
  'copies',
  'holders',
] as const;
/** Something a text may say of the contract beside its fields. */
export type FactName = (typeof factNames)[number];

/**
 * A piece of a paragraph: words, a field as a blank, a money field in capitals, all choices of a field with the chosen
 * one ticked, a fact, or a reference to an article or annex.
 */
export type Run =
  | string
  | { readonly field: FieldName }
  | { readonly capitals: FieldName }
  | { readonly choice: FieldName }
  | { readonly fact: FactName }
  | { readonly article: TextArticleKey }
  | { readonly annex: AnnexKey };

/** Tables that stand in the articles. */
export const tableNames = ['unit', 'space', 'mortgages', 'facilities'] as const;
/** A table that stands in an article. */
export type TableName = (typeof tableNames)[number];

type Keyed = {
  /** Name of the clause within its text: by it two versions are compared, and what the law fixes is found again. */
  readonly key: string;
};

/** A paragraph (段落). `weighty` weighs on the buyer and is printed bold. */
export type Paragraph = Keyed & {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
  readonly weighty: boolean;
};

/**
 * A clause of an article (decision 15): a paragraph; one of several, of which the others are printed struck; clauses that
 * hold only on a condition, with what stands there otherwise; or a table of declared data.
 */
export type Clause =
  | Paragraph
  | (Keyed & {
      readonly kind: 'oneOf';
      readonly field: FieldName;
      readonly options: readonly { readonly option: string; readonly clauses: readonly Clause[] }[];
    })
  | (Keyed & {
      readonly kind: 'onlyIf';
      readonly condition: ConditionName;
      readonly clauses: readonly Clause[];
      readonly otherwise: readonly Run[];
    })
  | (Keyed & { readonly kind: 'table'; readonly table: TableName });

/** An article; its number is its place among the articles of the text. */
export type ContractArticle = {
  readonly key: TextArticleKey;
  readonly title: string;
  readonly clauses: readonly Clause[];
};

/** A chapter with its articles. */
export type ContractChapter = { readonly title: string; readonly articles: readonly ContractArticle[] };
