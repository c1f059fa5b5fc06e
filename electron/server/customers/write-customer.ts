import type { WriteTx } from '#db/access.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { customers } from '#db/schema/customers.ts';
import type { IdentityKind } from '#shared/kernel/identity-number.ts';
import { newPerson, storeIdentity } from './identity.ts';

/** A customer as the file is opened. Phones are in their stored form. */
type WrittenCustomer = Omit<typeof customers.$inferInsert, 'personKeyId'>;

/** The person's document, where it is known, and the key of its hash. */
type WrittenIdentity = {
  readonly identity: { readonly kind: IdentityKind; readonly number: string } | null;
  readonly hashKey: Uint8Array;
};

/** Opens the file of a person under a key of their own, and files it for the search: the only way a customer comes. */
export function writeCustomer(tx: WriteTx, values: WrittenCustomer, known?: WrittenIdentity) {
  const personKeyId = newPerson(tx);
  const identity = known?.identity ?? null;
  const sealed =
    known === undefined || identity === null ? {} : storeIdentity(tx, personKeyId, identity, known.hashKey);
  const row = tx.insert(customers, { personKeyId, ...values, ...sealed });
  const phones = [row.phone, row.secondPhone].filter((phone) => phone !== null);
  indexSubject(tx, 'customers', row.id, { names: [row.name], phones });
  return row;
}
