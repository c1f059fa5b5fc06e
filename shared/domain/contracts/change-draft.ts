import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type ContractDraft, isGiven } from './draft.ts';
import { type FieldName, type FieldValues, fieldNames } from './fields/catalogue.ts';

/** Why fields cannot be changed, or undefined: the records fill one of them. */
export function fieldsRefusal(draft: ContractDraft, names: readonly FieldName[]): Refusal | undefined {
  const field = names.find((name) => isGiven(draft, name));
  return field === undefined ? undefined : { code: 'CONTRACT_FIELD_GIVEN', params: { field } };
}

/**
 * A draft with some fields changed and some struck. Filling a struck field takes the × away; striking one empties it.
 * Throws CONTRACT_FIELD_GIVEN for a field that the records fill.
 */
export function changedDraft(
  draft: ContractDraft,
  changes: Partial<FieldValues>,
  strike: readonly FieldName[] = [],
): ContractDraft {
  const changed = fieldNames.filter((name) => changes[name] !== undefined);
  const refusal = fieldsRefusal(draft, [...changed, ...strike]);
  if (refusal) throw DomainError.from(refusal);
  const emptied = Object.fromEntries(strike.map((name) => [name, null]));
  return {
    ...draft,
    fields: { ...draft.fields, ...changes, ...emptied },
    struck: fieldNames.filter(
      (name) => strike.includes(name) || (draft.struck.includes(name) && !changed.includes(name)),
    ),
  };
}
