import { type CustomerWithOwner, customerById } from '#db/repositories/customers.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { maskIdentityNumber } from '#shared/kernel/identity-number.ts';
import { maskName } from '#shared/kernel/mask-name.ts';
import { maskPhone } from '#shared/kernel/phone.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asking = Pick<QueryContext, 'actor' | 'level' | 'sees'>;

/** The phone as this person may see it: in full for the owner at most; everybody else asks for it by a reveal. */
export function phoneFor({ actor, level }: Asking, customer: Pick<CustomerWithOwner, 'phone' | 'ownerId'>): string {
  const told = level('phone');
  if (customer.phone === null || told === 'hidden') return '';
  return told === 'own' && customer.ownerId === actor.id ? customer.phone : maskPhone(customer.phone);
}

/** The number of an identity document as it stands in answers: never whole, and to some not at all. */
export function identityNumberFor({ level }: Pick<QueryContext, 'level'>, number: string | null): string | null {
  return number === null || level('identityNumber') === 'hidden' ? null : maskIdentityNumber(number);
}

/** Where somebody lives, for whom that is meant. */
export function addressFor({ level }: Pick<QueryContext, 'level'>, address: string): string {
  return level('address') === 'full' ? address : '';
}

/** The name of somebody whom a common list mentions: of strangers to the reader's files some are told the surname only. */
export function nameFor(
  { level, sees }: Asking,
  { name, ownerId }: Pick<CustomerWithOwner, 'name' | 'ownerId'>,
): string {
  return level('strangerName') === 'full' || sees('customers', ownerId) ? name : maskName(name);
}

/** A customer as a row of a list. */
export function presentCustomer(context: Asking, customer: CustomerWithOwner) {
  const { id, name, rating, channel, state, ownerId, ownerName, protectedUntil, nextFollowUpOn, lastContactAt } =
    customer;
  const owner = ownerId === null ? null : { id: ownerId, name: ownerName ?? '' };
  const phone = phoneFor(context, customer);
  return { id, name, phone, rating, channel, state, owner, protectedUntil, nextFollowUpOn, lastContactAt };
}

/**
 * A customer whose file the person may open; one whose data are only kept is opened by nobody but those who answer for
 * personal data. Throws NOT_FOUND.
 */
export function visibleCustomer(
  { db, can, sees }: Pick<QueryContext, 'db' | 'can' | 'sees'>,
  customerId: number,
): CustomerWithOwner {
  const customer = customerById(db, customerId);
  if (customer === undefined || !sees('customers', customer.ownerId)) throw new DomainError('NOT_FOUND');
  if (customer.restrictedAt !== null && !can('privacy.manage')) throw new DomainError('NOT_FOUND');
  return customer;
}
