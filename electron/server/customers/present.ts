import type { CustomerWithOwner } from '#db/repositories/customers.ts';
import { maskPhone } from '#shared/kernel/phone.ts';
import type { Actor } from '../kernel/session.ts';

/** The phone as this person may see it: in full only for the owner; everybody else asks for it by a reveal. */
export function phoneFor(actor: Actor, customer: Pick<CustomerWithOwner, 'phone' | 'ownerId'>): string {
  if (customer.phone === null) return '';
  return customer.ownerId === actor.id ? customer.phone : maskPhone(customer.phone);
}

/** A customer as a row of a list. */
export function presentCustomer(actor: Actor, customer: CustomerWithOwner) {
  const { id, name, rating, channel, state, ownerId, ownerName, protectedUntil, nextFollowUpOn, lastContactAt } =
    customer;
  const owner = ownerId === null ? null : { id: ownerId, name: ownerName ?? '' };
  const phone = phoneFor(actor, customer);
  return { id, name, phone, rating, channel, state, owner, protectedUntil, nextFollowUpOn, lastContactAt };
}

/** True for one's own customers, for nobody's, and for those who see all. */
export function maySee(actor: Actor, customer: Pick<CustomerWithOwner, 'ownerId'>, seesAll: boolean): boolean {
  return seesAll || customer.ownerId === null || customer.ownerId === actor.id;
}
