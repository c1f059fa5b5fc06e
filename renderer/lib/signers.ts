import { type NamedSigner, ownHand, type Signer } from '#shared/domain/subscriptions/signers.ts';

/** A form's signers with one said anew. */
export function withSigner(signers: readonly NamedSigner[], customerId: number, signer: Signer): NamedSigner[] {
  return [...signers.filter((one) => one.customerId !== customerId), { customerId, signer }];
}

/** Those that still sign for one of the buyers: whoever was taken out of a form is not sent along. */
export function signersFor(
  signers: readonly NamedSigner[],
  buyers: readonly { readonly customerId: number }[],
): NamedSigner[] {
  return signers.filter(({ customerId }) => buyers.some((buyer) => buyer.customerId === customerId));
}

/** Who signs for a customer by some lists, the first that says so; whoever is in none signs himself. */
export function signerOf(customerId: number, ...lists: readonly (readonly NamedSigner[])[]): Signer {
  return lists.flat().find((one) => one.customerId === customerId)?.signer ?? ownHand;
}
