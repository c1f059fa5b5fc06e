import { contractFields } from '../fields/catalogue.ts';
import { lintOf } from '../preflight/lint.ts';
import { placeholder } from '../preflight/own-texts.ts';
import { annexReference, articleReference } from '../preflight/references.ts';
import type { Clause, Run } from '../text/clauses.ts';
import { annexNumber, articleNumber, articlesOfText, type ContractText } from '../text/contract-text.ts';
import { found, type TemplateFinding } from './findings.ts';
import { lockFindings } from './kept.ts';
import { partPlace, type TextPart } from './parts.ts';
import { placedClauses, runsOfClause, wordsOfRuns } from './walk.ts';

/** Addresses of files and of other machines: a text says what the parties agree, and reaches nothing. */
const address =
  /\b(?:https?|ftps?|file|data|javascript|smb):|[A-Za-z]:\\|\\\\\w|(?:^|[^\w])(?:\.{1,2}|~)?(?:\/[\w.@-]+){2,}|\bwww\./iu;
/** The number and makers of a model form: nobody may pass own wording off as it. */
const modelForm = /GF[-—–]?\s?\d{4}|示范文本/iu;
/** Digits of an account, in groups or not: the account is a field, from the records. */
const account = /\d(?:[ \u00a0-]?\d){11,}/u;
/** What no words of a contract may hold, however they are put. */
const patterns = [
  ['addressTyped', address],
  ['modelForm', modelForm],
  ['accountTyped', account],
  ['placeholderLeft', placeholder],
] as const;

/**
 * Everything that is wrong with a text of the office, given the program's wording of its form: what may not be saved first,
 * then what keeps it from being approved, then what is worth a second look.
 */
export function checkTemplate(text: ContractText, base: ContractText): TemplateFinding[] {
  const findings = [...lockFindings(text, base), ...ownFindings(text, base)];
  const order = ['save', 'submit', 'warn'];
  return findings.toSorted((a, b) => order.indexOf(a.stops) - order.indexOf(b.stops));
}

function ownFindings(text: ContractText, base: ContractText): TemplateFinding[] {
  const known = new Map(placedClauses(base).map(({ clause }) => [clause.key, clause]));
  const clauses = placedClauses(text);
  return [
    ...twice(articlesOfText(text).map(({ key }) => key)).map((key) => found('keyTwice', key)),
    ...twice(clauses.map(({ clause }) => clause.key)).map((key) => found('keyTwice', '', key)),
    ...articlesOfText(text).flatMap(({ key, clauses: own }) => (own.length === 0 ? [found('articleEmpty', key)] : [])),
    ...headingFindings(text, base),
    ...twice(text.glossary.map(({ word }) => word)).map((word) =>
      found('meaningTwice', 'glossary', partPlace('glossary', word), word),
    ),
    ...(text.notes.length < base.notes.length ? [found('noteGone', 'notes', '', String(base.notes.length))] : []),
    ...text.notes.flatMap((runs, index) => wordFindings(runs, text, 'notes', partPlace('notes', index + 1), [])),
    ...clauses.flatMap(({ clause, article }) => [
      ...optionFindings(clause, article),
      ...wordFindings(runsOfClause(clause), text, article, clause.key, runsOf(known.get(clause.key))),
    ]),
  ];
}

function runsOf(clause: Clause | undefined): readonly Run[] {
  return clause === undefined ? [] : runsOfClause(clause);
}

function twice(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

type Heading = { readonly words: string; readonly article: string; readonly place: string };

/** Words outside of the clauses: titles and what words mean, with where they stand. */
function headings(text: ContractText): Heading[] {
  const inPart = (part: TextPart, of: string, words: string): Heading => ({
    words,
    article: part,
    place: partPlace(part, of),
  });
  return [
    ...text.chapters.flatMap((chapter, index) => [
      inPart('chapters', String(index + 1), chapter.title),
      ...chapter.articles.map(({ key, title }) => ({ words: title, article: key, place: '' })),
    ]),
    ...text.annexes.map(({ key, title }) => inPart('annexes', key, title)),
    ...text.glossary.flatMap(({ word, meaning }) => [word, meaning].map((words) => inPart('glossary', word, words))),
  ];
}

/** What titles and meanings say that no words of a contract may; those of the program are in order. */
function headingFindings(text: ContractText, base: ContractText): TemplateFinding[] {
  const ofProgram = new Set(headings(base).map(({ words }) => words));
  return headings(text).flatMap(({ words, article, place }) =>
    ofProgram.has(words) ? [] : saidFindings(words, '', article, place),
  );
}

/** A choice between options that its field has, each of them once. */
function optionFindings(clause: Clause, article: string): TemplateFinding[] {
  if (clause.kind !== 'oneOf') return [];
  const known = contractFields[clause.field].options;
  const options = clause.options.map(({ option }) => option);
  const wrong = options.filter((option) => !known.includes(option));
  return [...wrong, ...twice(options)].map((option) => found('optionUnknown', article, clause.key, option));
}

/** What some runs say that they may not: with the words of the program's own clause, which are in order. */
function wordFindings(
  runs: readonly Run[],
  text: ContractText,
  article: string,
  clause: string,
  own: readonly Run[],
): TemplateFinding[] {
  const words = wordsOfRuns(runs);
  const ofProgram = wordsOfRuns(own);
  const references = runs.flatMap((run): TemplateFinding[] => {
    if (typeof run === 'string') return [];
    if ('article' in run)
      return articleNumber(text, run.article) === undefined ? [found('referenceLost', article, clause)] : [];
    return 'annex' in run && annexNumber(text, run.annex) === undefined
      ? [found('referenceLost', article, clause)]
      : [];
  });
  if (words === ofProgram) return references;
  const [typed] = [articleReference, annexReference].flatMap((pattern) => words.match(pattern) ?? []);
  return [
    ...references,
    ...(typed === undefined ? [] : [found('referenceTyped', article, clause, typed)]),
    ...saidFindings(words, ofProgram, article, clause),
  ];
}

/** What some words say that no words of a contract may, and those of the program beside them do not say either. */
function saidFindings(words: string, ofProgram: string, article: string, place: string): TemplateFinding[] {
  const inOrder = lintOf(ofProgram).map((one) => one.words);
  const findings = patterns.flatMap(([problem, pattern]) => {
    const [said] = pattern.exec(words) ?? [];
    return said === undefined ? [] : [found(problem, article, place, said)];
  });
  return [
    ...findings,
    ...lintOf(words)
      .filter((one) => !inOrder.includes(one.words))
      .map((one) => found(one.level === 'block' ? 'clauseVoid' : 'clauseWeak', article, place, one.words)),
  ];
}
