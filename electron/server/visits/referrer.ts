import type { z } from 'zod';
import { customerById, customerByPhone } from '#db/repositories/customers.ts';
import { referredBy, referrerOf } from '#db/repositories/visits.ts';
import type { visits } from '#shared/api/visits.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { maskPhone } from '#shared/kernel/phone.ts';
import { phoneFor } from '../customers/present.ts';
import { storedPhone } from '../customers/stored-phone.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Named = z.output<(typeof visits)['register']['input']>['referrer'];

/** Columns of a visit that say who sent the guest. */
type ReferrerColumns = { referrerId: number | null; referrerName: string; referrerPhone: string | null };

const nobody: ReferrerColumns = { referrerId: null, referrerName: '', referrerPhone: null };

/**
 * Who sent a guest, as it is kept: a file that was chosen, or a name, which is tied to the file whose number it has.
 * Throws REFERRER_SELF and REFERRER_NAME_MISSING.
 */
export function storedReferrer(context: QueryContext, named: Named, guestPhone: string): ReferrerColumns {
  const { db } = context;
  if (named === null || (named.customerId === null && named.name === '' && named.phone === null)) return nobody;
  const phone = named.phone === null ? null : storedPhone(named.phone);
  const file =
    named.customerId !== null
      ? customerById(db, named.customerId)
      : phone === null
        ? undefined
        : customerByPhone(db, phone);
  // A number that is typed is known already; a file is chosen only among those one may see.
  const chosen = named.customerId !== null;
  if (chosen && (file === undefined || !context.sees('customers', file.ownerId))) throw new DomainError('NOT_FOUND');
  if (phone === guestPhone || (file !== undefined && [file.phone, file.secondPhone].includes(guestPhone)))
    throw new DomainError('REFERRER_SELF');
  const name = named.customerId === null ? named.name : (file?.name ?? '');
  if (name === '') throw new DomainError('REFERRER_NAME_MISSING');
  return { referrerId: file?.id ?? null, referrerName: name, referrerPhone: file?.phone ?? phone };
}

/** Who sent a customer and whom he has sent, each file opened only by who may see it. */
export function referralsOf(context: QueryContext, customer: { readonly id: number; readonly phone: string | null }) {
  const { db } = context;
  const by = referrerOf(db, customer.id);
  const file = by?.customerId == null ? undefined : customerById(db, by.customerId);
  return {
    by:
      by === undefined
        ? null
        : {
            customerId: by.customerId,
            name: file !== undefined && context.sees('customers', file.ownerId) ? file.name : by.name,
            phone: file === undefined ? (by.phone === null ? '' : maskPhone(by.phone)) : phoneFor(context, file),
            at: by.at,
            mayOpen: file !== undefined && context.sees('customers', file.ownerId),
          },
    sent: referredBy(db, customer).flatMap(({ id, at }) => {
      const sent = customerById(db, id);
      if (sent === undefined || sent.id === customer.id) return [];
      return [
        { customerId: id, name: sent.name, state: sent.state, at, mayOpen: context.sees('customers', sent.ownerId) },
      ];
    }),
  };
}
