import type { ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { contractTextOf } from '#shared/domain/contracts/text/own-wording.ts';
import type { Deal } from './deal.ts';

/** The text that a contract is drafted and printed in. Throws CONTRACT_FORM_UNWRITTEN where nobody has written its form. */
export function textOfDeal(_deal: Deal): ContractText {
  return contractTextOf('presaleHome');
}
