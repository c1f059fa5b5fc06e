import type { CustomerWithOwner } from '#db/repositories/customers.ts';
import { visitCounts } from '#db/repositories/visits.ts';
import { customers, followUps } from '#db/schema/customers.ts';
import { extendProtection, isEffective } from '#shared/domain/customers/protection.ts';
import type { CustomerRating } from '#shared/domain/customers/states.ts';
import type { FollowUpMethod } from '#shared/domain/visits/states.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { checkMayBeCalled } from '../privacy/consents.ts';

/** What was said, and when the next contact is due. */
export type FollowUpInput = {
  readonly method: FollowUpMethod;
  readonly content: string;
  readonly rating: CustomerRating;
  readonly nextOn: LocalDate | null;
};

/** Writes a follow-up down; an effective one by the owner prolongs the protection (management 1.6). */
export function followUpCustomer(
  { tx, db, actor, now, today, setting, happened }: CommandContext,
  customer: CustomerWithOwner,
  input: FollowUpInput,
): { followUpId: number } {
  const { method, content, rating, nextOn } = input;
  if (nextOn !== null) checkMayBeCalled({ db }, customer);
  const row = tx.insert(followUps, {
    customerId: customer.id,
    personKeyId: customer.personKeyId,
    accountId: actor.id,
    doneAt: now,
    method,
    content,
    nextOn,
  });
  const counts = isEffective({
    method,
    content,
    nextOn,
    reached: true,
    closingReason: nextOn === null ? content : '',
    happenedAt: now,
    recordedAt: now,
  });
  const current =
    customer.ownerId === actor.id && customer.protectedUntil !== null && customer.ownedSince !== null
      ? {
          since: dayOf(customer.ownedSince),
          until: customer.protectedUntil,
          visited: visitCounts(db, customer.id).visits > 0,
        }
      : undefined;
  const rules = { protectionDays: setting('protectionDays'), firstFollowDays: setting('firstFollowDays') };
  const contact = { on: today, by: method === 'visit' ? 'visit' : 'call' } as const;
  const protectedUntil =
    counts && current !== undefined ? extendProtection(current, contact, rules).until : customer.protectedUntil;
  tx.update(customers, customer.id, { rating, nextFollowUpOn: nextOn, lastContactAt: now, protectedUntil });
  happened({ kind: 'followedUp', noun: 'customers', id: customer.id, data: { method, rating, nextOn } });
  return { followUpId: row.id };
}
