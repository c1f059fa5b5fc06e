import type { Refusal } from '#shared/kernel/errors.ts';
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

/** Files that a change of names asks for, and how many of them there are: relatives prove by a scan that they are. */
export function filesOfNameChange(
  ask: Parameters<typeof isProvenRelative>[0],
  given: number,
): { readonly kind: 'kinship'; readonly asked: number; readonly given: number }[] {
  return isProvenRelative(ask) ? [{ kind: 'kinship', asked: 1, given }] : [];
}

/**
 * Why a change of names is not carried out yet, or undefined: a manager decided about relatives because of a paper, and
 * the paper is not in the file (domain 4.11).
 */
export function kinshipRefusal(ask: Parameters<typeof isProvenRelative>[0], given: number): Refusal | undefined {
  return filesOfNameChange(ask, given).some((file) => file.given < file.asked)
    ? { code: 'KINSHIP_SCAN_MISSING' }
    : undefined;
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
