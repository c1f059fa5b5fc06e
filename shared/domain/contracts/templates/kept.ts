import { contractFields } from '../fields/catalogue.ts';
import type { Clause } from '../text/clauses.ts';
import { articlesOfText, type ContractText } from '../text/contract-text.ts';
import { isOwnArticle } from '../text/keys.ts';
import { found, type TemplateFinding } from './findings.ts';
import { bearingWords, carriesEffect, lockOf } from './locks.ts';
import { partPlace } from './parts.ts';
import { fieldsOfRuns, type PlacedClause, placedClauses, runsOfClause, wordsOfRuns } from './walk.ts';

/** What a text of the office has lost of what the law and the form fix, clause by clause of the program's wording. */
export function lockFindings(text: ContractText, base: ContractText): TemplateFinding[] {
  const here = new Map(placedClauses(text).map((one) => [one.clause.key, one]));
  return [
    ...(text.form === base.form ? [] : [found('formChanged')]),
    ...(text.title === base.title ? [] : [found('titleChanged', '', '', base.title)]),
    ...articleFindings(text, base),
    ...annexFindings(text, base),
    ...base.glossary
      .filter(({ word, meaning }) => !same(meaningsOf(text, word), [meaning]))
      .map(({ word }) => found('meaningChanged', 'glossary', partPlace('glossary', word), word)),
    ...text.glossary
      .filter(({ word }) => carriesEffect(word))
      .map(({ word }) => found('meaningOfEffect', 'glossary', partPlace('glossary', word), word)),
    ...placedClauses(base).flatMap((one) => clauseFindings(one, here.get(one.clause.key))),
    ...fieldFindings(text, base),
  ];
}

/** The annexes are those of the form in its order, whatever they are called; the first that is not is named. */
function annexFindings(text: ContractText, base: ContractText): TemplateFinding[] {
  const at = base.annexes.findIndex(({ key }, index) => text.annexes[index]?.key !== key);
  if (at === -1 && text.annexes.length === base.annexes.length) return [];
  const wrong = base.annexes[at] ?? text.annexes[base.annexes.length];
  return [found('annexesChanged', 'annexes', '', wrong?.title ?? '')];
}

/** What a text says that a word means: a second meaning would take the first one back. */
function meaningsOf(text: ContractText, word: string): string[] {
  return text.glossary.filter((one) => one.word === word).map(({ meaning }) => meaning);
}

/** The articles of the program's wording are all there, in their order and chapters; own ones stand where they like. */
function articleFindings(text: ContractText, base: ContractText): TemplateFinding[] {
  const kept = (of: ContractText) =>
    of.chapters.map((chapter) => chapter.articles.map(({ key }) => key).filter((key) => !isOwnArticle(key)));
  const keys: readonly string[] = kept(text).flat();
  const gone = articlesOfText(base).filter(({ key }) => !keys.includes(key));
  if (gone.length > 0) return gone.map(({ key }) => found('articleGone', key));
  return same(
    kept(text).map((one) => one.join(' ')),
    kept(base).map((one) => one.join(' ')),
  )
    ? []
    : [found('articleMoved')];
}

function clauseFindings({ clause, article, within }: PlacedClause, now: PlacedClause | undefined): TemplateFinding[] {
  if (isOwnArticle(article)) return [];
  const lock = lockOf(article, clause);
  const at = (problem: Parameters<typeof found>[0], words = '') => [found(problem, article, clause.key, words)];
  if (now === undefined) return lock === 'free' ? [] : at('clauseGone', wordsOfRuns(runsOfClause(clause)).slice(0, 24));
  if (now.article !== article || now.within !== within || now.clause.kind !== clause.kind) return at('clauseMoved');
  return [
    ...(switchesKept(clause, now.clause) ? [] : at('choiceChanged')),
    ...(clause.kind === 'onlyIf' && now.clause.kind === 'onlyIf' && clause.condition !== now.clause.condition
      ? at('conditionChanged')
      : []),
    ...(clause.kind === 'paragraph' && now.clause.kind === 'paragraph' && clause.weighty && !now.clause.weighty
      ? at('weightyGone')
      : []),
    ...wordingFindings(lock, clause, now.clause, at),
  ];
}

function switchesKept(before: Clause, now: Clause): boolean {
  if (before.kind === 'table' && now.kind === 'table') return before.table === now.table;
  if (before.kind !== 'oneOf' || now.kind !== 'oneOf') return true;
  return (
    before.field === now.field &&
    same(
      before.options.map(({ option }) => option),
      now.options.map(({ option }) => option),
    )
  );
}

function wordingFindings(
  lock: ReturnType<typeof lockOf>,
  before: Clause,
  now: Clause,
  at: (problem: 'clauseWeakened' | 'lawRestyled' | 'ruleChanged', words?: string) => TemplateFinding[],
): TemplateFinding[] {
  if (JSON.stringify(runsOfClause(before)) === JSON.stringify(runsOfClause(now))) return [];
  if (lock === 'rule') return at('ruleChanged');
  if (lock !== 'law') return [];
  const [was, is] = [bearingWords(before), bearingWords(now)];
  const place = was.findIndex((word, index) => word !== is[index]);
  const sameFields = same(fieldsOfRuns(runsOfClause(before)), fieldsOfRuns(runsOfClause(now)));
  if (!same(was, is)) return at('clauseWeakened', was[place] ?? is[was.length] ?? '');
  return sameFields ? at('lawRestyled') : at('clauseWeakened');
}

/** Blanks that the records, the law or a bound fill stay in their articles, however these are worded. */
function fieldFindings(text: ContractText, base: ContractText): TemplateFinding[] {
  const now = fieldsByArticle(text);
  return [...fieldsByArticle(base)].flatMap(([article, fields]) =>
    [...fields]
      .filter((field) => contractFields[field].lock !== 'free' && now.get(article)?.has(field) !== true)
      .map((field) => found('fieldGone', article, '', field)),
  );
}

function fieldsByArticle(text: ContractText) {
  const fields = new Map<string, Set<ReturnType<typeof fieldsOfRuns>[number]>>();
  for (const { clause, article } of placedClauses(text)) {
    const there = fields.get(article) ?? new Set();
    for (const field of fieldsOfRuns(runsOfClause(clause))) there.add(field);
    fields.set(article, there);
  }
  return fields;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
