import type { Buyer } from '../subscriptions/buyers.ts';
import type { NameRelation, RelationProof } from './asks/name-change.ts';

/** True where relatives with a proof change among themselves: a manager decides; about anybody else the director does. */
export function isProvenRelative({
  relation,
  proof,
}: {
  readonly relation: NameRelation;
  readonly proof: RelationProof;
}): boolean {
  return relation !== 'other' && proof !== 'none';
}

/** Who comes in and who goes, by the numbers of their files. */
export function buyersMoved(before: readonly Buyer[], after: readonly Buyer[]) {
  const had = new Set(before.map(({ customerId }) => customerId));
  const has = new Set(after.map(({ customerId }) => customerId));
  return { added: [...has].filter((id) => !had.has(id)), removed: [...had].filter((id) => !has.has(id)) };
}

/** True where nobody comes or goes, in the same order and with the same shares. */
export function sameBuyers(before: readonly Buyer[], after: readonly Buyer[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ customerId, sharePpm }, index) => {
      const other = after[index];
      return other?.customerId === customerId && other.sharePpm === sharePpm;
    })
  );
}
