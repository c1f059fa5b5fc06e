import { type CustomerWithOwner, customerByPhone } from '#db/repositories/customers.ts';
import { dropSubjects, indexSubject } from '#db/repositories/grams.ts';
import { customers } from '#db/schema/customers.ts';
import type { RestrictionReason } from '#shared/domain/privacy/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { openKept, sealKept } from './kept.ts';
import { indexDealsOf } from './reindex.ts';
import { retentionOfCustomer } from './retention.ts';

/** What stands in the place of a name that is put away. */
export const RESTRICTED_NAME = '（限制处理）';

/**
 * Keeps a person's data and uses them no more: what names the person is sealed away, so that no list, paper or search has
 * it, and nobody calls. Throws CUSTOMER_RESTRICTED, CUSTOMER_DEAL_LIVE while a deal needs the data, CUSTOMER_ANONYMISED.
 */
export function restrictCustomer(
  context: CommandContext,
  customer: CustomerWithOwner,
  reason: RestrictionReason,
): void {
  const { tx, now, setting, happened } = context;
  if (customer.state === 'anonymised') throw new DomainError('CUSTOMER_ANONYMISED');
  if (customer.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
  if (retentionOfCustomer(tx.client, customer.id, setting('retentionTerms')).class === 'live')
    throw new DomainError('CUSTOMER_DEAL_LIVE');
  tx.update(customers, customer.id, {
    keptSealed: sealKept(tx.client, customer.personKeyId, customer),
    restrictedAt: now,
    restriction: reason,
    name: RESTRICTED_NAME,
    phone: null,
    secondPhone: null,
    identityHash: null,
    address: '',
    intent: '',
    nextFollowUpOn: null,
  });
  dropSubjects(tx, 'customers', [customer.id]);
  indexDealsOf(context, customer.id);
  happened({ kind: 'restricted', noun: 'customers', id: customer.id, data: { reason } });
}

/** Uses a person's data again. Throws CUSTOMER_NOT_RESTRICTED, PHONE_TAKEN where somebody came anew meanwhile. */
export function liftRestriction(context: CommandContext, customer: CustomerWithOwner): void {
  const { db, tx, happened } = context;
  const kept = openKept(tx.client, customer);
  if (customer.restrictedAt === null || kept === undefined) throw new DomainError('CUSTOMER_NOT_RESTRICTED');
  if (kept.phone !== null && customerByPhone(db, kept.phone) !== undefined) throw new DomainError('PHONE_TAKEN');
  const row = tx.update(customers, customer.id, {
    ...kept,
    keptSealed: null,
    restrictedAt: null,
    restriction: null,
  });
  const phones = [row.phone, row.secondPhone].filter((phone) => phone !== null);
  indexSubject(tx, 'customers', row.id, { names: [row.name], phones });
  indexDealsOf(context, customer.id);
  happened({ kind: 'restrictionLifted', noun: 'customers', id: customer.id });
}
