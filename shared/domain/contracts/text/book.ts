import { type AuthoredArticle, type AuthoredChapter, keyedArticle } from './authoring.ts';
import type { ContractText } from './contract-text.ts';
import type { ArticleKey } from './keys.ts';

/** A text as it is written in the program, before its clauses have their keys. */
export type AuthoredText = Omit<ContractText, 'chapters'> & { readonly chapters: readonly AuthoredChapter[] };

/** The text with every clause named by its place. */
export function keyedText({ chapters, ...front }: AuthoredText): ContractText {
  return {
    ...front,
    chapters: chapters.map(({ title, articles }) => ({ title, articles: articles.map(keyedArticle) })),
  };
}

/** An article that another form shares. Throws RangeError where no chapter has it. */
export function articleIn(chapters: readonly AuthoredChapter[], key: ArticleKey): AuthoredArticle {
  const found = chapters.flatMap(({ articles }) => articles).find((one) => one.key === key);
  if (found === undefined) throw new RangeError(`No article ${key}`);
  return found;
}

/** The chapters of another form with some articles in other words; those that are not named are the same. */
export function rewritten(
  chapters: readonly AuthoredChapter[],
  articles: readonly AuthoredArticle[],
): readonly AuthoredChapter[] {
  const other = new Map(articles.map((one) => [one.key, one]));
  return chapters.map((chapter) => ({
    ...chapter,
    articles: chapter.articles.map((one) => other.get(one.key) ?? one),
  }));
}

/** The chapters of another form with clauses added at the end of some articles. */
export function withClauses(
  chapters: readonly AuthoredChapter[],
  added: Partial<Record<ArticleKey, AuthoredArticle['clauses']>>,
): readonly AuthoredChapter[] {
  return chapters.map((chapter) => ({
    ...chapter,
    articles: chapter.articles.map((one) => ({ ...one, clauses: [...one.clauses, ...(added[one.key] ?? [])] })),
  }));
}
