import { type CustomerWithOwner, householdOf, householdSize } from '#db/repositories/customers.ts';
import { customers, households } from '#db/schema/customers.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** Brings a member, with the whole of his own household, into the customer's; a household is made where there is none. */
export function joinHousehold(context: CommandContext, customer: CustomerWithOwner, member: CustomerWithOwner): void {
  const { tx, db, now, happened } = context;
  if (member.id === customer.id) throw new DomainError('HOUSEHOLD_OF_ONE');
  const householdId = customer.householdId ?? member.householdId ?? tx.insert(households, { createdAt: now }).id;
  const joining = [customer, member, ...householdOf(db, member)];
  for (const one of joining) if (one.householdId !== householdId) tx.update(customers, one.id, { householdId });
  happened({ kind: 'householdJoined', noun: 'customers', id: customer.id, data: { memberId: member.id } });
}

/** Takes a member out of the customer's household; one person alone is no household. */
export function leaveHousehold(context: CommandContext, customer: CustomerWithOwner, member: CustomerWithOwner): void {
  const { tx, db, happened } = context;
  const { householdId } = customer;
  if (householdId === null || member.householdId !== householdId || member.id === customer.id)
    throw new DomainError('NOT_FOUND');
  tx.update(customers, member.id, { householdId: null });
  if (householdSize(db, householdId) === 1) tx.update(customers, customer.id, { householdId: null });
  happened({ kind: 'householdLeft', noun: 'customers', id: customer.id, data: { memberId: member.id } });
}
