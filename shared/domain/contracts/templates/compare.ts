import type { Change } from '#shared/kernel/stretches.ts';
import type { Clause } from '../text/clauses.ts';
import { type ContractText, numberedArticles } from '../text/contract-text.ts';
import { type PartChange, partChange } from './compare-parts.ts';
import { type ClauseChange, merged, wordChanges } from './compare-words.ts';
import { placedClauses, runsOfClause } from './walk.ts';

/** An article of two texts beside each other. Numbers are null where the text has no such article. */
export type ArticleChange = {
  readonly part: 'article';
  readonly key: string;
  readonly title: string;
  readonly titleBefore: string;
  readonly numbers: readonly [before: number | null, after: number | null];
  readonly change: Change | 'changed';
  readonly clauses: readonly ClauseChange[];
};

/** An article or another part of two texts beside each other. */
export type TextChange = ArticleChange | PartChange;

/**
 * Two texts beside each other as they are printed: titles of chapters, notes and meanings, article by article in the order
 * of the later one, titles of annexes; what is gone stands where it stood.
 */
export function compareTexts(before: ContractText, after: ContractText): TextChange[] {
  const part = (name: PartChange['part']) => partChange(name, before, after);
  return [part('chapters'), part('notes'), part('glossary'), ...articleChanges(before, after), part('annexes')];
}

function articleChanges(before: ContractText, after: ContractText): ArticleChange[] {
  const [was, is] = [numberedArticles(before), numberedArticles(after)];
  return merged(
    was.map(({ key }) => key),
    is.map(({ key }) => key),
  ).map((key): ArticleChange => {
    const [old, now] = [was.find((one) => one.key === key), is.find((one) => one.key === key)];
    const clauses = clausesOf(before, after, key);
    const title = now?.title ?? old?.title ?? '';
    const differs = old?.title !== now?.title || clauses.some((one) => one.change !== 'same');
    return {
      part: 'article',
      key,
      title,
      titleBefore: old?.title ?? title,
      numbers: [old?.number ?? null, now?.number ?? null],
      change: old === undefined ? 'added' : now === undefined ? 'removed' : differs ? 'changed' : 'same',
      clauses,
    };
  });
}

function clausesOf(before: ContractText, after: ContractText, article: string): ClauseChange[] {
  const of = (text: ContractText) =>
    placedClauses(text)
      .filter((one) => one.article === article)
      .map(({ clause }) => clause)
      .filter((clause) => clause.kind === 'paragraph' || clause.kind === 'onlyIf');
  const [was, is] = [of(before), of(after)];
  return merged(
    was.map(({ key }) => key),
    is.map(({ key }) => key),
  ).map((key) =>
    clauseChange(
      key,
      was.find((one) => one.key === key),
      is.find((one) => one.key === key),
    ),
  );
}

function clauseChange(key: string, old: Clause | undefined, now: Clause | undefined): ClauseChange {
  const bold = (clause: Clause | undefined) => clause?.kind === 'paragraph' && clause.weighty;
  const weighty = [bold(old), bold(now)] as const;
  if (old === undefined || now === undefined) {
    const change = old === undefined ? 'added' : 'removed';
    return { key, change, weighty, words: [{ change, runs: runsOfClause(old ?? now ?? never()) }] };
  }
  const words = wordChanges(runsOfClause(old), runsOfClause(now));
  const changed = words.some(({ change }) => change !== 'same') || weighty[0] !== weighty[1];
  return { key, change: changed ? 'changed' : 'same', weighty, words };
}

function never(): never {
  throw new RangeError('A clause of neither text');
}
