import type { FieldName } from '../fields/catalogue.ts';
import type { Clause, ContractArticle, FactName, Paragraph, Run, TableName } from './clauses.ts';
import type { ConditionName } from './conditions.ts';
import type { AnnexKey, ArticleKey } from './keys.ts';

/** A paragraph as it is written in the program: its key follows from its place. */
export type AuthoredParagraph = Omit<Paragraph, 'key'>;

/** A clause as it is written in the program. */
export type AuthoredClause =
  | AuthoredParagraph
  | {
      readonly kind: 'oneOf';
      readonly field: FieldName;
      readonly options: readonly { readonly option: string; readonly clauses: readonly AuthoredClause[] }[];
    }
  | {
      readonly kind: 'onlyIf';
      readonly condition: ConditionName;
      readonly clauses: readonly AuthoredClause[];
      readonly otherwise: readonly Run[];
    }
  | { readonly kind: 'table'; readonly table: TableName };

/** An article as it is written in the program. */
export type AuthoredArticle = {
  readonly key: ArticleKey;
  readonly title: string;
  readonly clauses: readonly AuthoredClause[];
};

/** A chapter as it is written in the program. */
export type AuthoredChapter = { readonly title: string; readonly articles: readonly AuthoredArticle[] };

/** An article with its clauses named by their places: `payment-4.loan-2` is the second of the loan in the fourth. */
export function keyedArticle({ key, title, clauses }: AuthoredArticle): ContractArticle {
  return { key, title, clauses: keyed(clauses, key) };
}

function keyed(clauses: readonly AuthoredClause[], within: string): Clause[] {
  return clauses.map((clause, index): Clause => {
    const key = `${within}-${index + 1}`;
    switch (clause.kind) {
      case 'paragraph':
      case 'table':
        return { ...clause, key };
      case 'onlyIf':
        return { ...clause, key, clauses: keyed(clause.clauses, key) };
      case 'oneOf':
        return {
          ...clause,
          key,
          options: clause.options.map(({ option, clauses: within }) => ({
            option,
            clauses: keyed(within, `${key}.${option}`),
          })),
        };
    }
  });
}

type Piece = FieldName | Exclude<Run, string>;

function runsOf(words: TemplateStringsArray, pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (const [index, word] of words.entries()) {
    if (word !== '') runs.push(word);
    const piece = pieces[index];
    if (piece === undefined) continue;
    runs.push(typeof piece === 'string' ? { field: piece } : piece);
  }
  return runs;
}

/** A paragraph: names of fields between the words become blanks. */
export function says(words: TemplateStringsArray, ...pieces: readonly Piece[]): AuthoredParagraph {
  return { kind: 'paragraph', runs: runsOf(words, pieces), weighty: false };
}

/** A paragraph that weighs on the buyer and must be seen. */
export function warns(words: TemplateStringsArray, ...pieces: readonly Piece[]): AuthoredParagraph {
  return { kind: 'paragraph', runs: runsOf(words, pieces), weighty: true };
}

/** One of several clauses, by a choice. */
export function oneOf(field: FieldName, options: Readonly<Record<string, readonly AuthoredClause[]>>): AuthoredClause {
  return {
    kind: 'oneOf',
    field,
    options: Object.entries(options).map(([option, clauses]) => ({ option, clauses })),
  };
}

/** Clauses for the contracts of a condition; the others print the sentence instead. */
export function onlyIf(
  condition: ConditionName,
  clauses: readonly AuthoredClause[],
  otherwise: AuthoredParagraph,
): AuthoredClause {
  return { kind: 'onlyIf', condition, clauses, otherwise: otherwise.runs };
}

/** A table. */
export function table(name: TableName): AuthoredClause {
  return { kind: 'table', table: name };
}

/** Money of a field in capitals. */
export function capitals(field: FieldName): Run & object {
  return { capitals: field };
}

/** All choices of a field, the chosen one ticked. */
export function choice(field: FieldName): Run & object {
  return { choice: field };
}

/** Something of the contract beside its fields. */
export function fact(name: FactName): Run & object {
  return { fact: name };
}

/** A reference to an article. */
export function articleRef(key: ArticleKey): Run & object {
  return { article: key };
}

/** A reference to an annex. */
export function annexRef(key: AnnexKey): Run & object {
  return { annex: key };
}
