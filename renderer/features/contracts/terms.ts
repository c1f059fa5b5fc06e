import { contractFields, type FieldName, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { liveFields } from '#shared/domain/contracts/text/contract-text.ts';

type Draft = Parameters<typeof liveFields>[0];

/** How far the terms of one article are filled in. */
export type ArticleTerms = {
  readonly article: number;
  /** Fields that the parties choose; what the records say is not among them. */
  readonly names: readonly FieldName[];
  /** Those of them that this contract asks for: branches that were not chosen are struck by themselves. */
  readonly asked: readonly FieldName[];
  readonly open: readonly FieldName[];
};

/** The articles with anything that the parties choose, in their order. */
export function articlesOf(draft: Draft): ArticleTerms[] {
  const live = new Set(liveFields(draft));
  const articles = [...new Set(fieldNames.map((name) => contractFields[name].article))];
  return articles
    .map((article) => {
      const names = fieldNames.filter(
        (name) => contractFields[name].article === article && !draft.given.includes(name),
      );
      const asked = names.filter((name) => live.has(name));
      const open = asked.filter((name) => draft.fields[name] === null && !draft.struck.includes(name));
      return { article, names, asked, open };
    })
    .filter(({ names }) => names.length > 0)
    .toSorted((a, b) => a.article - b.article);
}
