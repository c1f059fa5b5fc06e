import type { WriteTx } from '#db/access.ts';
import { keyedHash, seal, unseal } from '#db/personal.ts';
import { createPersonKey, personKeyOf } from '#db/repositories/person-keys.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { checkDocumentNumber, type IdentityKind } from '#shared/kernel/identity-number.ts';

/** An identity number as it is stored: sealed under the person's key, and a keyed hash to tell that two are the same. */
export type StoredIdentity = {
  readonly identityKind: IdentityKind;
  readonly identitySealed: string;
  readonly identityHash: string;
};

/**
 * Seals an identity number for a person (decision 6), in its normal form. An identity card whose check digit or birthday
 * is wrong was mistyped and is refused; numbers of other documents are taken as they are.
 */
export function storeIdentity(
  tx: WriteTx,
  personKeyId: number,
  identity: { readonly kind: IdentityKind; readonly number: string },
  hashKey: Uint8Array,
): StoredIdentity {
  const key = personKeyOf(tx.client, personKeyId);
  if (key === undefined) throw new DomainError('NOT_FOUND');
  const { normal, ok } = checkDocumentNumber(identity.kind, identity.number);
  if (identity.kind === 'identityCard' && !ok) throw new DomainError('IDENTITY_NUMBER_NOT_VALID');
  return {
    identityKind: identity.kind,
    identitySealed: seal(key, normal),
    identityHash: keyedHash(hashKey, `${identity.kind} ${normal}`),
  };
}

/** Opens a sealed identity number; null where there is none or the person was erased. */
export function openIdentity(
  client: WriteTx['client'],
  row: { readonly personKeyId: number; readonly identitySealed: string | null },
): string | null {
  const key = row.identitySealed === null ? undefined : personKeyOf(client, row.personKeyId);
  return key === undefined || row.identitySealed === null ? null : unseal(key, row.identitySealed);
}

/** A key for a new person. */
export function newPerson(tx: WriteTx): number {
  return createPersonKey(tx.client);
}
