import { amendableFields, brokenRule, voidWordsIn } from '#shared/domain/agreements/terms.ts';
import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { completedTerms } from '#shared/domain/contracts/kept-terms.ts';
import { preflight } from '#shared/domain/contracts/preflight.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { preflightFacts } from '../../contracts/check-contract.ts';
import { textOfDeal } from '../../contracts/contract-text.ts';
import { dealOf } from '../../contracts/deal.ts';
import type { UnitContext } from '../../units/unit-facts.ts';
import type { ChangedDeal } from '../deal.ts';
import { defineChange, effectsFor } from '../definition.ts';
import { cashOf } from '../figures.ts';

/** What the signed contract says; nobody's name is needed to judge its terms. */
function termsNow({ contract }: ChangedDeal): ContractDraft {
  if (contract === undefined) throw new DomainError('NOT_FOUND');
  return { ...completedTerms(contract.terms), buyers: [] };
}

function checked(context: UnitContext, { contract }: ChangedDeal, draft: ContractDraft) {
  if (contract === undefined) throw new DomainError('NOT_FOUND');
  const deal = dealOf(context.db, contract);
  return preflight(draft, preflightFacts(context, deal, draft, textOfDeal(context.db, deal)));
}

/** 合同条款变更: delivery, areas and other blanks of a signed contract, and clauses in words of their own. */
export const termsChange = defineChange({
  kind: 'termsChange',
  dropsDraft: false,
  replaces: [],

  reckon: (context, deal, { fields, clauses }) => {
    const before = termsNow(deal);
    const after = { ...before, fields: { ...before.fields, ...fields } };
    const moved = fieldNames.filter((name) => before.fields[name] !== after.fields[name]);
    const locked = moved.find((name) => !amendableFields.includes(name));
    const words = voidWordsIn(clauses);
    const refusals: (Refusal | undefined)[] = [
      moved.length === 0 && clauses.length === 0 ? { code: 'CHANGE_NOTHING' } : undefined,
      locked === undefined ? undefined : { code: 'CONTRACT_FIELD_NOT_AMENDABLE', params: { field: locked } },
      words === '' ? undefined : { code: 'AGREEMENT_CLAUSE_VOID', params: { words } },
      brokenRule(checked(context, deal, before), checked(context, deal, after)),
    ];
    return {
      simulation: {
        figures: [],
        plan: null,
        priceLines: null,
        buyers: null,
        cash: cashOf(context.db, deal.row),
        terms: {
          fields: moved.map((field) => ({ field, before: before.fields[field], after: after.fields[field] })),
          clauses: [...clauses],
        },
        effects: effectsFor(deal, [], { told: moved.includes('deliveryOn') || moved.includes('builtArea') }),
        approval: { amount: 0, belowFloor: false },
      },
      refusals: refusals.filter((one) => one !== undefined),
    };
  },

  // The contract itself says it from now on: its agreement writes that.
  carryOut: () => {},
});
