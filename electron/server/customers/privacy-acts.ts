import type { OpenDatabase } from '#db/connection.ts';
import type { CustomerWithOwner } from '#db/repositories/customers.ts';
import { customers } from '#db/schema/customers.ts';
import type { customers as customersApi } from '#shared/api/customers.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { anonymiseCustomer, anonymiseRefusal } from '../privacy/anonymise.ts';
import { eraseEndedPapers } from '../privacy/erase-papers.ts';
import { reportParts } from '../privacy/personal-report.ts';
import { liftRestriction, restrictCustomer } from '../privacy/restrict.ts';
import { retentionOfCustomer } from '../privacy/retention.ts';
import { visibleCustomer } from './present.ts';
import type { Reveals } from './reveals.ts';

type PrivacyActs = Pick<
  Handlers<typeof customersApi>,
  'restrict' | 'liftRestriction' | 'hold' | 'anonymise' | 'personalReport'
>;

/** What those who answer for personal data may do with a file; nothing of it is shown to anybody else. */
export function privacyCan(
  context: QueryContext,
  client: OpenDatabase['client'],
  customer: CustomerWithOwner,
): Record<string, true | Refusal> {
  if (!context.can('privacy.manage')) return {};
  const live = retentionOfCustomer(client, customer.id, context.setting('retentionTerms')).class === 'live';
  const gone = customer.state === 'anonymised';
  const restrict: true | Refusal = gone
    ? { code: 'CUSTOMER_ANONYMISED' }
    : live
      ? { code: 'CUSTOMER_DEAL_LIVE' }
      : customer.restrictedAt === null || { code: 'CUSTOMER_RESTRICTED' };
  const lift: true | Refusal = customer.restrictedAt !== null || { code: 'CUSTOMER_NOT_RESTRICTED' };
  return {
    restrict,
    liftRestriction: lift,
    anonymise: anonymiseRefusal(context, client, customer) ?? true,
    hold: true,
  };
}

/** Handlers of what is done with a file for the sake of the person. */
export function privacyActs({ client }: OpenDatabase, reveals: Reveals, forgetKeys: () => void): PrivacyActs {
  return {
    restrict: (context, { customerId, reason }) => {
      restrictCustomer(context, visibleCustomer(context, customerId), reason);
      return {};
    },

    liftRestriction: (context, { customerId }) => {
      liftRestriction(context, visibleCustomer(context, customerId));
      return {};
    },

    hold: (context, { customerId, reason }) => {
      const customer = visibleCustomer(context, customerId);
      context.tx.update(customers, customer.id, { holdReason: reason });
      const kind = reason === '' ? 'holdLifted' : 'heldFromDeletion';
      context.happened({ kind, noun: 'customers', id: customer.id });
      return {};
    },

    anonymise: (context, { customerId }) => {
      const customer = visibleCustomer(context, customerId);
      const refused = anonymiseRefusal(context, client, customer);
      if (refused !== undefined) throw DomainError.from(refused);
      anonymiseCustomer(context, customer);
      eraseEndedPapers(context);
      context.happened({ kind: 'anonymised', noun: 'customers', id: customer.id });
      context.afterCommit(forgetKeys);
      return {};
    },

    personalReport: (context, { customerId }) => {
      const customer = visibleCustomer(context, customerId);
      if (reveals.openUntil(context.actor.id, customerId, context.now) === null) throw new DomainError('REVEAL_NEEDED');
      return { parts: reportParts(context, client, customer) };
    },
  };
}
