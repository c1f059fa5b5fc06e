import type { Refusal } from '#shared/kernel/errors.ts';
import type { ChangeKind } from '../changes/kinds.ts';
import type { AgreementKind } from './states.ts';

/**
 * By which agreement each kind of change is made once the contract is signed (decision 11: after signing only a
 * supplementary agreement); `approval` for what the seller alone gives up, null for what cannot be changed any more.
 */
export const agreementOfChange = {
  nameChange: 'supplement',
  priceChange: 'supplement',
  planChange: 'supplement',
  termsChange: 'supplement',
  paymentRelief: 'approval',
  cancellation: 'termination',
  // Another home is another contract: this one ends first.
  unitChange: null,
  // There is nothing left to be signed later, or not at all.
  signingExtension: null,
  forfeiture: null,
} as const satisfies Record<ChangeKind, AgreementKind | 'approval' | null>;

/** The agreement that a kind of change of a signed contract is written down in; null where none is. */
export function agreementKindOf(kind: ChangeKind): AgreementKind | null {
  const made = agreementOfChange[kind];
  return made === 'approval' ? null : made;
}

/** Why a kind of change is not for a deal whose contract is signed, or is not; undefined where it is. */
export function changeAtRefusal(kind: ChangeKind, signed: boolean): Refusal | undefined {
  if (!signed)
    return kind === 'termsChange' || kind === 'paymentRelief' ? { code: 'CHANGE_BEFORE_SIGNING' } : undefined;
  if (agreementOfChange[kind] !== null) return undefined;
  return { code: kind === 'unitChange' ? 'CHANGE_UNIT_AFTER_SIGNING' : 'CHANGE_AFTER_SIGNING' };
}

/**
 * True for a change that the registry's own record cannot follow by a note: while the contract is filed under the old
 * names, or is filed at all where it ends, the filing is cancelled first (domain.md 4.11).
 */
export function needsFilingCancelled(kind: ChangeKind): boolean {
  return kind === 'nameChange' || kind === 'cancellation';
}
