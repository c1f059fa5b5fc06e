import type { z } from 'zod';
import { type CustomerWithOwner, customerByPhone } from '#db/repositories/customers.ts';
import { customers } from '#db/schema/customers.ts';
import type { customers as customersApi } from '#shared/api/customers.ts';
import { startProtection } from '#shared/domain/customers/protection.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { storeIdentity } from './identity.ts';
import { storedPhone } from './stored-phone.ts';
import { writeCustomer } from './write-customer.ts';

type Opened = z.output<(typeof customersApi)['openFile']['input']>;
type Identified = z.output<(typeof customersApi)['identify']['input']>;

/** Opens the file of somebody who buys with a known customer. Throws PHONE_TAKEN when the person is known already. */
export function openFile(context: CommandContext, input: Opened, hashKey: Uint8Array): { customerId: number } {
  const { db, tx, now, today, actor, setting, happened } = context;
  const phone = storedPhone(input.phone);
  if (customerByPhone(db, phone) !== undefined) throw new DomainError('PHONE_TAKEN');
  const rules = { protectionDays: setting('protectionDays'), firstFollowDays: setting('firstFollowDays') };
  const opened = {
    name: input.name,
    phone,
    // Whoever is entered as a buyer is about to buy.
    rating: 'A',
    channel: input.channel,
    address: input.address,
    ownerId: actor.id,
    ownedSince: now,
    protectedUntil: startProtection({ on: today, by: 'visit' }, rules).until,
    createdAt: now,
    lastContactAt: now,
  } as const;
  const row = writeCustomer(tx, opened, { identity: input.identity, hashKey });
  happened({ kind: 'fileOpened', noun: 'customers', id: row.id, data: { channel: input.channel } });
  return { customerId: row.id };
}

/** Enters the identity document and the address that the papers of a sale need; what is undefined is left alone. */
export function identify(
  { tx, happened }: CommandContext,
  customer: CustomerWithOwner,
  { version, identity, address }: Identified,
  hashKey: Uint8Array,
): void {
  const sealed = identity === undefined ? {} : storeIdentity(tx, customer.personKeyId, identity, hashKey);
  tx.update(customers, customer.id, { ...sealed, ...(address === undefined ? {} : { address }) }, version);
  happened({ kind: 'identified', noun: 'customers', id: customer.id, data: { identity: identity !== undefined } });
}
