import type { ContractDraft } from '../draft.ts';

/** Conditions on which a clause of a text may hang, by name: a text is data and cannot bring a rule of its own. */
export const conditionNames = ['mortgaged', 'leased', 'fitOutPaid', 'dwelling', 'guaranteed'] as const;
/** A condition of a text. */
export type ConditionName = (typeof conditionNames)[number];

const conditions: { readonly [Name in ConditionName]: (draft: ContractDraft) => boolean } = {
  mortgaged: ({ fields }) => fields.mortgageStatus === 'mortgaged',
  leased: ({ fields }) => fields.leaseStatus === 'leased',
  fitOutPaid: ({ fields }) => (fields.fitOutTotal ?? 0) > 0,
  dwelling: ({ fields }) => fields.plannedUse === 'dwelling',
  guaranteed: ({ fields }) => fields.guarantor !== null,
};

/** Whether a condition holds for a contract. */
export function holds(condition: ConditionName, draft: ContractDraft): boolean {
  return conditions[condition](draft);
}
