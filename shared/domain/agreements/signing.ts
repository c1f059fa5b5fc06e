import { type SigningPlace, signingOrder } from '../contracts/review.ts';

/**
 * Who signs an agreement, in their order: all who bought until now, then who comes in, the seller last. Whoever goes signs
 * as well: nobody's contract is changed without them (document-forms.md 2.4).
 */
export function agreementOrder(before: readonly number[], after: readonly number[]): SigningPlace[] {
  return signingOrder([...before, ...after.filter((id) => !before.includes(id))]);
}
