import type { ContractDraft } from './draft.ts';
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
