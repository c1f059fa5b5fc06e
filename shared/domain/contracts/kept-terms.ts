import type { ContractDraft } from './draft.ts';
import { openFields } from './fields/catalogue.ts';
import type { ContractBuyer } from './parties.ts';

/** What a contract keeps of its data: all but the buyers, whose files and sealed details are read anew each time. */
export type ContractTerms = Omit<ContractDraft, 'buyers'>;

/** What a contract keeps of a buyer beyond the customer's file. */
export type BuyerDetails = Pick<
  ContractBuyer,
  'nationality' | 'residence' | 'birthOn' | 'sex' | 'postcode' | 'email' | 'representative' | 'agent' | 'eligibility'
>;

/** The terms of a draft. */
export function termsOf({ buyers: _buyers, ...terms }: ContractDraft): ContractTerms {
  return terms;
}

/** Terms as they may lie in an office: kept before a field, an annex or the form came into the program. */
export type StoredTerms = Omit<ContractTerms, 'form' | 'fields' | 'annexes'> & {
  readonly form?: ContractTerms['form'];
  readonly fields: Partial<ContractTerms['fields']>;
  readonly annexes: Partial<ContractTerms['annexes']> & Omit<ContractTerms['annexes'], 'tenantWaivers'>;
};

/** Terms with what came into the program after they were kept: a home that was being built, whose new blanks are empty. */
export function completedTerms(stored: StoredTerms): ContractTerms {
  return {
    ...stored,
    form: stored.form ?? 'presaleHome',
    fields: { ...openFields, ...stored.fields },
    annexes: { tenantWaivers: [], ...stored.annexes },
  };
}
