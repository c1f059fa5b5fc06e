import type { WriteTx } from '#db/access.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { customers } from '#db/schema/customers.ts';
import type { IdentityKind } from '#shared/kernel/identity-number.ts';
import { newPerson, storeIdentity } from './identity.ts';

/** A customer as the file is opened. Phones are in their stored form. */
type WrittenCustomer = {
  readonly row: Omit<typeof customers.$inferInsert, 'personKeyId'>;
  readonly identity: { readonly kind: IdentityKind; readonly number: string } | null;
};

/** Opens the file of a person under a key of their own, and files it for the search. */
export function writeCustomer(tx: WriteTx, { row: values, identity }: WrittenCustomer, hashKey: Uint8Array) {
  const personKeyId = newPerson(tx);
  const row = tx.insert(customers, {
    personKeyId,
    ...values,
    ...(identity === null ? {} : storeIdentity(tx, personKeyId, identity, hashKey)),
  });
  const phones = [row.phone, row.secondPhone].filter((phone) => phone !== null);
  indexSubject(tx, 'customers', row.id, { names: [row.name], phones });
  return row;
}
