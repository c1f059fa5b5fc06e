import type { ContractDraft } from '../draft.ts';
import type { FieldName } from '../fields/catalogue.ts';
import type { Clause, Run, TableName } from './clauses.ts';
import { holds } from './conditions.ts';
import { articlesOfText, type ContractText } from './contract-text.ts';

/** The fields that a contract asks for: those of branches that were not chosen are struck by themselves. */
export function liveFields(text: ContractText, draft: ContractDraft): FieldName[] {
  return [...new Set(articlesOfText(text).flatMap((article) => liveFieldsOf(article.clauses, draft)))];
}

function liveFieldsOf(clauses: readonly Clause[], draft: ContractDraft): FieldName[] {
  return clauses.flatMap((clause) => {
    switch (clause.kind) {
      case 'paragraph':
        return clause.runs.flatMap(fieldOfRun);
      case 'oneOf': {
        const chosen = clause.options.find(({ option }) => option === draft.fields[clause.field]);
        return [clause.field, ...(chosen === undefined ? [] : liveFieldsOf(chosen.clauses, draft))];
      }
      case 'onlyIf':
        return holds(clause.condition, draft) ? liveFieldsOf(clause.clauses, draft) : [];
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
] as const satisfies readonly FieldName[];

const spaceFields = [
  'plannedUse',
  'structure',
  'floorsTotal',
  'floorsAbove',
  'floorsBelow',
  'floor',
  'spaceKind',
  'spaceLength',
  'spaceWidth',
  'spaceHeight',
  'builtArea',
  'innerArea',
  'sharedArea',
  'surveyor',
] as const satisfies readonly FieldName[];

/** What is recorded for a table and printed as its rows: which of the utilities the project offers at all. */
const offered = ['heatingOffered', 'gasOffered'] as const satisfies readonly FieldName[];

/** Every field that a text has a place for, chosen or not: what it has none for is not asked, not proposed, not checked. */
export function fieldsOfText(text: ContractText): ReadonlySet<FieldName> {
  return new Set(articlesOfText(text).flatMap((article) => fieldsIn(article.clauses)));
}

function fieldsIn(clauses: readonly Clause[]): FieldName[] {
  return clauses.flatMap((clause): readonly FieldName[] => {
    switch (clause.kind) {
      case 'paragraph':
        return clause.runs.flatMap(fieldOfRun);
      case 'oneOf':
        return [clause.field, ...clause.options.flatMap((one) => fieldsIn(one.clauses))];
      case 'onlyIf':
        return [...fieldsIn(clause.clauses), ...clause.otherwise.flatMap(fieldOfRun)];
      case 'table':
        return { unit: unitFields, space: spaceFields, mortgages: [], facilities: offered }[clause.table];
    }
  });
}

function fieldsOfTable(name: TableName, draft: ContractDraft): FieldName[] {
  if (name === 'space') return [...spaceFields];
  if (name !== 'unit') return [];
  const { plannedUse } = draft.fields;
  // A storeroom has neither balcony nor storey height.
  const bare = plannedUse === 'storage';
  return unitFields.filter((field) => !(bare && /^(balcon|storeyHeight)/.test(field)));
}
