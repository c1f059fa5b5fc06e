import type { ContractDraft } from '../draft.ts';
import { type FieldName, isFieldName } from '../fields/catalogue.ts';

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
  | { readonly article: number }
  | { readonly annex: number };

/** Tables that stand in the articles. */
export type TableName = 'unit' | 'mortgages' | 'facilities';

/**
 * A clause of an article (decision 15): a paragraph; one of several, of which the others are printed struck; clauses that
 * hold only for some contracts; or a table of declared data. `weighty` weighs on the buyer and is printed bold.
 */
export type Clause =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly weighty: boolean }
  | {
      readonly kind: 'oneOf';
      readonly field: FieldName;
      readonly options: readonly { readonly option: string; readonly clauses: readonly Clause[] }[];
    }
  | {
      readonly kind: 'onlyIf';
      readonly holds: (draft: ContractDraft) => boolean;
      readonly clauses: readonly Clause[];
      readonly otherwise: string;
    }
  | { readonly kind: 'table'; readonly table: TableName };

/** An article with its chapter. */
export type ContractArticle = {
  readonly number: number;
  readonly title: string;
  readonly clauses: readonly Clause[];
};

/** A chapter with its articles. */
export type ContractChapter = { readonly title: string; readonly articles: readonly ContractArticle[] };

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
export function says(words: TemplateStringsArray, ...pieces: readonly Piece[]): Clause {
  return { kind: 'paragraph', runs: runsOf(words, pieces), weighty: false };
}

/** A paragraph that weighs on the buyer and must be seen. */
export function warns(words: TemplateStringsArray, ...pieces: readonly Piece[]): Clause {
  return { kind: 'paragraph', runs: runsOf(words, pieces), weighty: true };
}

/** One of several clauses, by a choice. */
export function oneOf(field: FieldName, options: Readonly<Record<string, readonly Clause[]>>): Clause {
  return {
    kind: 'oneOf',
    field,
    options: Object.entries(options).map(([option, clauses]) => ({ option, clauses })),
  };
}

/** Clauses for some contracts; the others print the sentence instead. */
export function onlyIf(
  holds: (draft: ContractDraft) => boolean,
  clauses: readonly Clause[],
  otherwise: string,
): Clause {
  return { kind: 'onlyIf', holds, clauses, otherwise };
}

/** A table. */
export function table(name: TableName): Clause {
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
export function articleRef(number: number): Run & object {
  return { article: number };
}

/** A reference to an annex. */
export function annexRef(number: number): Run & object {
  return { annex: number };
}

/** The fields that the clauses ask for with this draft: those of branches that do not hold are struck by themselves. */
export function liveFieldsOf(clauses: readonly Clause[], draft: ContractDraft): FieldName[] {
  return clauses.flatMap((clause) => {
    switch (clause.kind) {
      case 'paragraph':
        return clause.runs.flatMap(fieldOfRun);
      case 'oneOf': {
        const chosen = clause.options.find(({ option }) => option === draft.fields[clause.field]);
        return [clause.field, ...(chosen === undefined ? [] : liveFieldsOf(chosen.clauses, draft))];
      }
      case 'onlyIf':
        return clause.holds(draft) ? liveFieldsOf(clause.clauses, draft) : [];
      case 'table':
        return fieldsOfTable(clause.table, draft);
    }
  });
}

function fieldOfRun(run: Run): FieldName[] {
  if (typeof run === 'string') return [];
  if ('field' in run) return [run.field];
  if ('choice' in run) return [run.choice];
  return 'capitals' in run ? [run.capitals] : [];
}

const unitFields = [
  'plannedUse',
  'structure',
  'floorsTotal',
  'floorsAbove',
  'floorsBelow',
  'floor',
  'storeyHeight',
  'builtArea',
  'innerArea',
  'sharedArea',
  'balconies',
  'balconiesEnclosed',
  'balconiesOpen',
  'surveyor',
] as const;

function fieldsOfTable(name: TableName, draft: ContractDraft): FieldName[] {
  if (name !== 'unit') return [];
  const { plannedUse } = draft.fields;
  // A space for a car has neither balcony nor storey height.
  const bare = plannedUse === 'parking' || plannedUse === 'storage';
  return unitFields.filter((field) => isFieldName(field) && !(bare && /^(balcon|storeyHeight)/.test(field)));
}
