import { completedTerms } from '#shared/domain/contracts/kept-terms.ts';
import { type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import type { Deal } from './deal.ts';

/** The text that a contract is drafted and printed in: that of the form that was decided when it was drafted. */
export function textOfDeal({ row }: Pick<Deal, 'row'>): ContractText {
  return contractTextOf(completedTerms(row.terms).form);
}
