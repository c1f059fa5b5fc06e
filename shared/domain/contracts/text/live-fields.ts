import type { ContractDraft } from '../draft.ts';
import { type FieldName, isFieldName } from '../fields/catalogue.ts';
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
] as const;

function fieldsOfTable(name: TableName, draft: ContractDraft): FieldName[] {
  if (name !== 'unit') return [];
  const { plannedUse } = draft.fields;
  // A space for a car has neither balcony nor storey height.
  const bare = plannedUse === 'parking' || plannedUse === 'storage';
  return unitFields.filter((field) => isFieldName(field) && !(bare && /^(balcon|storeyHeight)/.test(field)));
}
