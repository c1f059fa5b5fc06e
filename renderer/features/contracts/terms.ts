import { contractFields, type FieldName, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ContractDetail } from './contract-types.ts';

type Draft = Pick<ContractDetail['draft'], 'fields' | 'given' | 'struck'>;

/** How far the terms of one article are filled in. */
export type ArticleTerms = {
  readonly article: number;
  /** Fields that the parties choose; what the records say is not among them. */
  readonly names: readonly FieldName[];
  readonly open: readonly FieldName[];
};

/** True for a field that is neither filled, nor struck, nor given by the records. */
export function isOpen({ fields, given, struck }: Draft, name: FieldName): boolean {
  return fields[name] === null && !given.includes(name) && !struck.includes(name);
}

/** The articles with anything that the parties choose, in their order. */
export function articlesOf(draft: Draft): ArticleTerms[] {
  const articles = [...new Set(fieldNames.map((name) => contractFields[name].article))];
  return articles
    .map((article) => {
      const names = fieldNames.filter(
        (name) => contractFields[name].article === article && !draft.given.includes(name),
      );
      return { article, names, open: names.filter((name) => isOpen(draft, name)) };
    })
    .filter(({ names }) => names.length > 0)
    .toSorted((a, b) => a.article - b.article);
}
