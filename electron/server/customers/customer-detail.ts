import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import {
  type CustomerWithOwner,
  followUpsOf,
  householdOf,
  subscriptionsOfCustomer,
  visitsOf,
} from '#db/repositories/customers.ts';
import { historyOf } from '#db/repositories/event-list.ts';
import type { customers } from '#shared/api/customers.ts';
import { dealHappenings } from '#shared/domain/customers/states.ts';
import { nextFollowUpOn } from '#shared/domain/visits/follow-up.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { checkDocumentNumber, identityKindSchema, maskIdentityNumber } from '#shared/kernel/identity-number.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { moneyOf, papersOf } from './customer-money.ts';
import { openIdentity } from './identity.ts';
import { phoneFor, presentCustomer } from './present.ts';
import type { Reveals } from './reveals.ts';

type Detail = z.input<(typeof customers)['detail']['output']>;

/** What the caller may do with a customer. */
export function canWith(context: QueryContext, customer: CustomerWithOwner): Record<string, true | Refusal> {
  const own = customer.ownerId === context.actor.id || context.can('customers.readAll');
  const may = context.can('customers.write') && own;
  const answer = may ? true : ({ code: 'NOT_YOUR_CUSTOMER' } satisfies Refusal);
  const reveal: true | Refusal = context.can('customers.reveal') ? true : { code: 'FORBIDDEN' };
  return { update: answer, followUp: answer, household: answer, reveal };
}

function identityOf(database: OpenDatabase, customer: CustomerWithOwner): Detail['identity'] {
  const number = openIdentity(database.client, customer);
  const kind = identityKindSchema.safeParse(customer.identityKind);
  if (number === null || !kind.success) return null;
  const birthOn = checkDocumentNumber(kind.data, number).birthOn ?? null;
  return { kind: kind.data, number: maskIdentityNumber(number), birthOn };
}

function nextContactsOf({ today, setting }: QueryContext): Detail['nextContacts'] {
  const on = (rating: 'A' | 'B' | 'C' | 'D') =>
    nextFollowUpOn({ rating, on: today, first: false, promisedOn: null }, setting('followUpDays'));
  return { A: on('A'), B: on('B'), C: on('C'), D: on('D') };
}

type Deals = ReturnType<typeof subscriptionsOfCustomer>;

function presentDeals({ db }: QueryContext, deals: Deals): Detail['subscriptions'] {
  return deals.map(({ subscription, unit, unitState, builtArea, consultant }) => ({
    id: subscription.id,
    number: subscription.number,
    unitId: subscription.unitId,
    unit,
    unitState,
    builtArea,
    state: subscription.state,
    subscribedOn: subscription.subscribedOn,
    signBy: subscription.signBy,
    price: subscription.price,
    consultant,
    history: historyOf(db, 'subscriptions', subscription.id).flatMap(({ at, actor, kind }) => {
      const what = dealHappenings.find((one) => one === kind);
      return what === undefined ? [] : [{ at, by: actor ?? '', what }];
    }),
  }));
}

/** One customer with everything that happened and what is owed, as far as the caller may see it. */
export function customerDetail(
  context: QueryContext,
  database: OpenDatabase,
  reveals: Reveals,
  customer: CustomerWithOwner,
): Detail {
  const { db, actor, now, today } = context;
  const second = { phone: customer.secondPhone, ownerId: customer.ownerId };
  const deals = context.can('subscriptions.read') ? subscriptionsOfCustomer(db, customer.id) : [];
  return {
    customer: presentCustomer(actor, customer),
    secondPhone: customer.secondPhone === null ? null : phoneFor(actor, second),
    identity: identityOf(database, customer),
    address: customer.address,
    intent: customer.intent,
    createdAt: customer.createdAt,
    ownedSince: customer.ownedSince,
    reveals: {
      today: reveals.ofDay(customer.id, today),
      openUntil: reveals.openUntil(actor.id, customer.id, now),
    },
    household: householdOf(db, customer).map((one) => presentCustomer(actor, one)),
    visits: visitsOf(db, customer.id),
    followUps: followUpsOf(db, customer.id),
    nextContacts: nextContactsOf(context),
    subscriptions: presentDeals(context, deals),
    money: moneyOf(context, deals),
    documents: papersOf(context, customer.id, deals),
    can: canWith(context, customer),
    version: customer.version,
  };
}
