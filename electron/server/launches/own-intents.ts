import { customerById } from '#db/repositories/customers.ts';
import { type IntentRow, intentById } from '#db/repositories/intents.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** The intent of a customer whose file the person sees. Throws NOT_FOUND. */
export function ownIntent({ db, sees }: Pick<QueryContext, 'db' | 'sees'>, intentId: number): IntentRow {
  const intent = intentById(db, intentId);
  const customer = intent === undefined ? undefined : customerById(db, intent.customerId);
  if (intent === undefined || customer === undefined || !sees('customers', customer.ownerId))
    throw new DomainError('NOT_FOUND');
  return intent;
}
