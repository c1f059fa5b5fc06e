import type { DealBuyer } from '#renderer/components/deal-facts.tsx';
import type { ContractDetail } from './contract-types.ts';

/** Shorter than any number of a document: what stands where a buyer has shown none. */
const SHORTEST_NUMBER = 2;

/** The buyers of a contract as the table of a deal lists them. */
export function contractBuyers({ buyers }: Pick<ContractDetail['draft'], 'buyers'>): DealBuyer[] {
  return buyers.map(({ customerId, name, identityKind, identityNumber, phone, sharePpm }, index) => ({
    customerId: customerId ?? -index,
    name,
    identityKind,
    identityNumber: identityNumber.length < SHORTEST_NUMBER ? null : identityNumber,
    phone,
    sharePpm,
  }));
}
