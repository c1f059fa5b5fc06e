import type { Clause, ContractArticle, Paragraph, Run } from '../text/clauses.ts';
import type { ConditionName } from '../text/conditions.ts';
import { articlesOfText, type ContractText } from '../text/contract-text.ts';
import { isOwnArticle, OWN_ARTICLE } from '../text/keys.ts';
import { placedClauses } from './walk.ts';

/** What new parts of the office say until somebody words them: texts are Chinese in any language. */
export const firstWords = {
  title: '补充约定',
  paragraph: '双方约定：',
  otherwise: '本段不适用，已划去。',
  note: '签订前请注意：',
  word: '新用语',
  meaning: '本合同中是指____。',
} as const;

/** A list of clauses with one of them, wherever it stands, put through a change; none deletes it. */
function changedIn(
  clauses: readonly Clause[],
  key: string,
  change: (clause: Clause) => readonly Clause[],
): readonly Clause[] {
  return clauses.flatMap((clause): readonly Clause[] => {
    if (clause.key === key) return change(clause);
    if (clause.kind === 'onlyIf') return [{ ...clause, clauses: changedIn(clause.clauses, key, change) }];
    if (clause.kind !== 'oneOf') return [clause];
    const options = clause.options.map((one) => ({ ...one, clauses: changedIn(one.clauses, key, change) }));
    return [{ ...clause, options }];
  });
}

function withArticles(text: ContractText, change: (article: ContractArticle) => ContractArticle): ContractText {
  return {
    ...text,
    chapters: text.chapters.map((chapter) => ({ ...chapter, articles: chapter.articles.map(change) })),
  };
}

function withClause(text: ContractText, key: string, change: (clause: Clause) => readonly Clause[]): ContractText {
  return withArticles(text, (article) => ({ ...article, clauses: changedIn(article.clauses, key, change) }));
}

/** Runs without empty words, words beside words in one run: what was typed is what is kept. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  for (const run of runs) {
    const last = tidy.at(-1);
    if (run === '') continue;
    if (typeof run === 'string' && typeof last === 'string') tidy[tidy.length - 1] = last + run;
    else tidy.push(run);
  }
  return tidy;
}

/** What was typed as it is kept: nothing typed is one blank. */
export function keptRuns(runs: readonly Run[]): readonly Run[] {
  const tidy = tidyRuns(runs);
  return tidy.length === 0 ? ['　'] : tidy;
}

/** What a paragraph says, or what stands there where a condition does not hold. A paragraph keeps at least one sign. */
export function withRuns(text: ContractText, key: string, runs: readonly Run[]): ContractText {
  const said = keptRuns(runs);
  return withClause(text, key, (clause) => {
    if (clause.kind === 'paragraph') return [{ ...clause, runs: said }];
    return clause.kind === 'onlyIf' ? [{ ...clause, otherwise: said }] : [clause];
  });
}

/** A paragraph printed bold, or not. */
export function withWeight(text: ContractText, key: string, weighty: boolean): ContractText {
  return withClause(text, key, (clause) => [clause.kind === 'paragraph' ? { ...clause, weighty } : clause]);
}

/** Without a clause. */
export function withoutClause(text: ContractText, key: string): ContractText {
  return withClause(text, key, () => []);
}

/** A new key for a clause of the office in an article: no clause of the text has it. */
export function freshClauseKey(text: ContractText, article: string): string {
  const keys = new Set(placedClauses(text).map(({ clause }) => clause.key));
  let n = 1;
  while (keys.has(`${article}-own${n}`)) n += 1;
  return `${article}-own${n}`;
}

/** With a paragraph of the office behind a clause; at the beginning of the article where `behind` is null. */
export function withParagraph(
  text: ContractText,
  article: string,
  behind: string | null,
  runs: readonly Run[],
): ContractText {
  const own: Paragraph = { key: freshClauseKey(text, article), kind: 'paragraph', runs, weighty: false };
  if (behind !== null) return withClause(text, behind, (clause) => [clause, own]);
  return withArticles(text, (one) => (one.key === article ? { ...one, clauses: [own, ...one.clauses] } : one));
}

/** A paragraph made to hold on a condition only, with what stands there otherwise; or freed of it again. */
export function withCondition(
  text: ContractText,
  key: string,
  condition: ConditionName | null,
  otherwise: string,
): ContractText {
  return withClause(text, key, (clause): readonly Clause[] => {
    if (clause.kind === 'onlyIf') return condition === null ? clause.clauses : [{ ...clause, condition }];
    if (clause.kind !== 'paragraph' || condition === null) return [clause];
    const inner = { ...clause, key: `${clause.key}-1` };
    return [{ key: clause.key, kind: 'onlyIf', condition, clauses: [inner], otherwise: [otherwise] }];
  });
}

/** A clause one place up or down among its neighbours. */
export function moved(text: ContractText, key: string, by: -1 | 1): ContractText {
  return withArticles(text, (article) => ({ ...article, clauses: movedIn(article.clauses, key, by) }));
}

function movedIn(clauses: readonly Clause[], key: string, by: -1 | 1): readonly Clause[] {
  const from = clauses.findIndex((one) => one.key === key);
  if (from !== -1) return swapped(clauses, from, from + by);
  return clauses.map((clause): Clause => {
    if (clause.kind === 'onlyIf') return { ...clause, clauses: movedIn(clause.clauses, key, by) };
    if (clause.kind !== 'oneOf') return clause;
    return { ...clause, options: clause.options.map((one) => ({ ...one, clauses: movedIn(one.clauses, key, by) })) };
  });
}

function swapped<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const [a, b] = [list[from], list[to]];
  if (a === undefined || b === undefined) return list;
  return list.map((one, index) => (index === from ? b : index === to ? a : one));
}

/** With an article of the office at the end of a chapter; its first paragraph waits for its words. */
export function withArticle(text: ContractText, chapter: number, title: string, words: string): ContractText {
  const own = articlesOfText(text).filter(({ key }) => isOwnArticle(key));
  let n = 1;
  while (own.some(({ key }) => key === `${OWN_ARTICLE}${n}`)) n += 1;
  const key = `${OWN_ARTICLE}${n}` as const;
  const article: ContractArticle = {
    key,
    title,
    clauses: [{ key: `${key}-own1`, kind: 'paragraph', runs: [words], weighty: false }],
  };
  return {
    ...text,
    chapters: text.chapters.map((one, index) =>
      index === chapter ? { ...one, articles: [...one.articles, article] } : one,
    ),
  };
}

/** Without an article; references to it are found by the check. */
export function withoutArticle(text: ContractText, key: string): ContractText {
  return {
    ...text,
    chapters: text.chapters.map((one) => ({ ...one, articles: one.articles.filter((each) => each.key !== key) })),
  };
}

/** An article under another title. */
export function withTitle(text: ContractText, key: string, title: string): ContractText {
  return withArticles(text, (article) => (article.key === key ? { ...article, title } : article));
}
