import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import {
  type CustomerWithOwner,
  followUpsOf,
  householdOf,
  subscriptionsOfCustomers,
  visitsOf,
} from '#db/repositories/customers.ts';
import type { customers } from '#shared/api/customers.ts';
import { nextFollowUpOn } from '#shared/domain/visits/follow-up.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { checkDocumentNumber, identityKindSchema } from '#shared/kernel/identity-number.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { retentionOfCustomer } from '../privacy/retention.ts';
import { referralsOf } from '../visits/referrer.ts';
import { claimsOfFile, intentsOf, presentIntents } from './customer-claims.ts';
import { casesOfDeals, coBuyersOf, openDeals, presentDeals } from './customer-deals.ts';
import { moneyOf, papersOf } from './customer-money.ts';
import { openIdentity } from './identity.ts';
import { addressFor, identityNumberFor, phoneFor, presentCustomer } from './present.ts';
import { privacyCan } from './privacy-acts.ts';
import type { Reveals } from './reveals.ts';

type Detail = z.input<(typeof customers)['detail']['output']>;

/** Why nothing is done with a file: its data are only kept, or gone. */
function keptRefusal({ restrictedAt, state }: CustomerWithOwner): Refusal | undefined {
  if (state === 'anonymised') return { code: 'CUSTOMER_ANONYMISED' };
  return restrictedAt === null ? undefined : { code: 'CUSTOMER_RESTRICTED' };
}

/** What the caller may do with a customer. */
export function canWith(context: QueryContext, customer: CustomerWithOwner): Record<string, true | Refusal> {
  const { ownerId } = customer;
  const own = ownerId === null ? context.reach('customers') === null : context.sees('customers', ownerId);
  const may = context.can('customers.write') && own;
  const kept = keptRefusal(customer);
  const answer: true | Refusal = kept ?? (may ? true : { code: 'NOT_YOUR_CUSTOMER' });
  const reveal: true | Refusal = context.can('customers.reveal') ? true : { code: 'FORBIDDEN' };
  return { update: answer, followUp: answer, household: answer, reveal };
}

function identityOf(context: QueryContext, database: OpenDatabase, customer: CustomerWithOwner): Detail['identity'] {
  const number = openIdentity(database.client, customer);
  const shown = identityNumberFor(context, number);
  const kind = identityKindSchema.safeParse(customer.identityKind);
  if (number === null || shown === null || !kind.success) return null;
  const birthOn = checkDocumentNumber(kind.data, number).birthOn ?? null;
  return { kind: kind.data, number: shown, birthOn };
}

function privacyOf(context: QueryContext, { client }: OpenDatabase, customer: CustomerWithOwner): Detail['privacy'] {
  if (!context.can('privacy.manage')) return null;
  const { restrictedAt, restriction, holdReason } = customer;
  return {
    ...{ restrictedAt, restriction, holdReason },
    ...retentionOfCustomer(client, customer.id, context.setting('retentionTerms')),
  };
}

function nextContactsOf({ today, setting }: QueryContext): Detail['nextContacts'] {
  const on = (rating: 'A' | 'B' | 'C' | 'D') =>
    nextFollowUpOn({ rating, on: today, first: false, promisedOn: null }, setting('followUpDays'));
  return { A: on('A'), B: on('B'), C: on('C'), D: on('D') };
}

/** What is told of everybody of a household, newest first; `of` names whoever is not the customer. */
function ofAll<T extends { readonly at: number }>(
  customer: CustomerWithOwner,
  people: readonly CustomerWithOwner[],
  read: (customerId: number) => readonly T[],
): (T & { readonly of: string | null })[] {
  return people
    .flatMap(({ id, name }) => read(id).map((one) => ({ ...one, of: id === customer.id ? null : name })))
    .toSorted((a, b) => b.at - a.at);
}

/** One customer with everything of the household, as far as the caller may see it. */
export function customerDetail(
  context: QueryContext,
  database: OpenDatabase,
  reveals: Reveals,
  customer: CustomerWithOwner,
): Detail {
  const { db, actor, now, today } = context;
  const second = { phone: customer.secondPhone, ownerId: customer.ownerId };
  const household = householdOf(db, customer);
  // What a colleague noted of a member who is not the caller's stays in that file.
  const people = [customer, ...household.filter((one) => context.sees('customers', one.ownerId))];
  const ids = [customer, ...household].map(({ id }) => id);
  const deals = context.can('subscriptions.read') ? subscriptionsOfCustomers(db, ids) : [];
  const open = openDeals(context, deals);
  const intents = intentsOf(context, people);
  const claims = claimsOfFile(context, ids, intents);
  return {
    customer: presentCustomer(context, customer),
    secondPhone: customer.secondPhone === null ? null : phoneFor(context, second),
    identity: identityOf(context, database, customer),
    address: addressFor(context, customer.address),
    intent: customer.intent,
    createdAt: customer.createdAt,
    ownedSince: customer.ownedSince,
    reveals: {
      today: reveals.ofDay(customer.id, today),
      openUntil: reveals.openUntil(actor.id, customer.id, now),
    },
    household: household.map((one) => ({
      ...presentCustomer(context, one),
      mayOpen: context.sees('customers', one.ownerId),
    })),
    referrals: referralsOf(context, customer),
    coBuyers: coBuyersOf(context, ids, open),
    visits: ofAll(customer, people, (id) => visitsOf(db, id)),
    followUps: ofAll(customer, people, (id) => followUpsOf(db, id)),
    nextContacts: nextContactsOf(context),
    intents: presentIntents(context, customer.id, intents),
    subscriptions: presentDeals(context, deals),
    cases: casesOfDeals(context, open),
    money: moneyOf(context, open, claims),
    documents: papersOf(context, database.client, ids, open, claims),
    privacy: privacyOf(context, database, customer),
    can: { ...canWith(context, customer), ...privacyCan(context, database.client, customer) },
    version: customer.version,
  };
}
