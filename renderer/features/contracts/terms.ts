import { contractFields, type FieldName, fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { type ContractText, numberedArticles } from '#shared/domain/contracts/text/contract-text.ts';
import type { ArticleKey } from '#shared/domain/contracts/text/keys.ts';
import { fieldsOfText, liveFields } from '#shared/domain/contracts/text/live-fields.ts';

type Draft = Parameters<typeof liveFields>[1];

/** How far the terms of one article are filled in. */
export type ArticleTerms = {
  readonly article: ArticleKey;
  /** Fields that the parties choose; what the records say is not among them. */
  readonly names: readonly FieldName[];
  /** Those of them that this contract asks for: branches that were not chosen are struck by themselves. */
  readonly asked: readonly FieldName[];
  readonly open: readonly FieldName[];
};

/** The articles of a text with anything that the parties choose, in their order. */
export function articlesOf(text: ContractText, draft: Draft): ArticleTerms[] {
  const live = new Set(liveFields(text, draft));
  const places = fieldsOfText(text);
  const articles = numberedArticles(text).map(({ key }) => key);
  return [...new Set(fieldNames.map((name) => contractFields[name].article))]
    .filter((article) => articles.includes(article))
    .map((article) => {
      const names = fieldNames.filter(
        (name) => places.has(name) && contractFields[name].article === article && !draft.given.includes(name),
      );
      const asked = names.filter((name) => live.has(name));
      const open = asked.filter((name) => draft.fields[name] === null && !draft.struck.includes(name));
      return { article, names, asked, open };
    })
    .filter(({ names }) => names.length > 0)
    .toSorted((a, b) => articles.indexOf(a.article) - articles.indexOf(b.article));
}
