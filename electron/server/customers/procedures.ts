import type { OpenDatabase } from '#db/connection.ts';
import {
  type CustomerWithOwner,
  customerById,
  customerByPhone,
  customersByPhoneStart,
  followUpsOf,
  householdOf,
  listCustomers,
  subscriptionsOfCustomer,
  visitsOf,
} from '#db/repositories/customers.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { findSubjects } from '#db/repositories/search.ts';
import { customers } from '#db/schema/customers.ts';
import type { customers as customersApi } from '#shared/api/customers.ts';
import { isProtected } from '#shared/domain/customers/verdict.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { identityKindSchema, maskIdentityNumber } from '#shared/kernel/identity-number.ts';
import { checkPhone } from '#shared/kernel/phone.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { followUpCustomer } from './follow-up-customer.ts';
import { openIdentity, storeIdentity } from './identity.ts';
import { identify, openFile } from './open-file.ts';
import { maySee, phoneFor, presentCustomer } from './present.ts';
import { revealsOf } from './reveals.ts';
import { storedPhone } from './stored-phone.ts';

/** Digits typed before the office looks for a phone: fewer would show strangers' customers. */
const LEAST_DIGITS = 7;

function visible(context: QueryContext, customerId: number): CustomerWithOwner {
  const customer = customerById(context.db, customerId);
  const seesAll = context.can('customers.readAll');
  if (customer === undefined || !maySee(context.actor, customer, seesAll)) throw new DomainError('NOT_FOUND');
  return customer;
}

function canWith(context: QueryContext, customer: CustomerWithOwner): Record<string, true | Refusal> {
  const own = customer.ownerId === context.actor.id || context.can('customers.readAll');
  const may = context.can('customers.write') && own;
  const answer = may ? true : ({ code: 'NOT_YOUR_CUSTOMER' } satisfies Refusal);
  return { update: answer, followUp: answer, reveal: context.can('customers.reveal') ? true : { code: 'FORBIDDEN' } };
}

/** Handlers of the customer file. */
export function customersHandlers({
  database,
  keys,
}: {
  database: OpenDatabase;
  keys: OfficeKeys;
}): Handlers<typeof customersApi> {
  const reveals = revealsOf(database);
  return {
    list: (context, { scope, text, rating, state }) => {
      const { db, actor, today } = context;
      const ids = text === '' ? null : findSubjects(database.client, gramsOfQuery(text), 'customers').slice(0, 500);
      const all = scope === 'all' && context.can('customers.readAll');
      const found = listCustomers(db, {
        ownerId: all ? null : actor.id,
        dueOn: scope === 'due' ? today : null,
        rating,
        state,
        ids,
      });
      return { total: found.total, rows: found.rows.map((row) => presentCustomer(actor, row)) };
    },

    matchPhone: (context, { phone }) => {
      const { db, actor, today } = context;
      const check = checkPhone(phone);
      const digits = check.normal.replace(/\D/g, '');
      if (digits.length < LEAST_DIGITS) return { normal: null, problem: 'incomplete', matches: [] };
      const normal = check.ok ? check.normal : digits;
      const whole = customerByPhone(db, normal);
      const found = whole === undefined ? customersByPhoneStart(db, digits) : [whole];
      return {
        normal,
        problem: check.ok ? null : 'unusual',
        matches: found.map((customer) => {
          const history = visitsOf(db, customer.id);
          const guarded = isProtected(customer.protectedUntil, today);
          return {
            customer: presentCustomer(actor, customer),
            exact: customer.id === whole?.id,
            mine: customer.ownerId === actor.id,
            protection: customer.ownerId === null ? 'none' : guarded ? 'protected' : 'lapsed',
            lastVisitAt: history[0]?.at ?? null,
            visits: history.length,
          };
        }),
      };
    },

    detail: (context, { customerId }) => {
      const { db, actor } = context;
      const customer = visible(context, customerId);
      const number = openIdentity(database.client, customer);
      const kind = identityKindSchema.safeParse(customer.identityKind);
      const second = { phone: customer.secondPhone, ownerId: customer.ownerId };
      return {
        customer: presentCustomer(actor, customer),
        secondPhone: customer.secondPhone === null ? null : phoneFor(actor, second),
        identity: number === null || !kind.success ? null : { kind: kind.data, number: maskIdentityNumber(number) },
        address: customer.address,
        intent: customer.intent,
        createdAt: customer.createdAt,
        household: householdOf(db, customer).map((one) => presentCustomer(actor, one)),
        visits: visitsOf(db, customerId),
        followUps: followUpsOf(db, customerId),
        subscriptions: subscriptionsOfCustomer(db, customerId).map(
          ({ id, number: text, state, subscribedOn, ...unit }) => ({
            id,
            number: text,
            state,
            subscribedOn,
            unit: unitLabel(unit),
          }),
        ),
        can: canWith(context, customer),
        version: customer.version,
      };
    },

    update: (context, input) => {
      const { tx, happened } = context;
      const customer = visible(context, input.customerId);
      const refused = canWith(context, customer).update;
      if (refused !== true && refused !== undefined) throw DomainError.from(refused);
      const { name, address, intent, rating, nextFollowUpOn } = input;
      const secondPhone = input.secondPhone === null ? null : storedPhone(input.secondPhone);
      const none = { identityKind: null, identitySealed: null, identityHash: null };
      const identity =
        input.identity === undefined
          ? {}
          : input.identity === null
            ? none
            : storeIdentity(tx, customer.personKeyId, input.identity, keys.identityHash);
      const patch = { name, address, intent, rating, nextFollowUpOn, secondPhone, ...identity };
      const row = tx.update(customers, customer.id, patch, input.version);
      const phones = [row.phone, row.secondPhone].filter((phone) => phone !== null);
      indexSubject(tx, 'customers', row.id, { names: [row.name], phones });
      happened({ kind: 'customerChanged', noun: 'customers', id: row.id, data: { rating } });
      return {};
    },

    openFile: (context, input) => openFile(context, input, keys.identityHash),

    identify: (context, input) => {
      const customer = visible(context, input.customerId);
      const refused = canWith(context, customer).update;
      if (refused !== true && refused !== undefined) throw DomainError.from(refused);
      identify(context, customer, input, keys.identityHash);
      return {};
    },

    followUp: (context, input) => {
      const customer = visible(context, input.customerId);
      const refused = canWith(context, customer).followUp;
      if (refused !== true && refused !== undefined) throw DomainError.from(refused);
      return followUpCustomer(context, customer, input);
    },

    reveal: (context, { customerId, reason }) => {
      const customer = visible(context, customerId);
      context.happened({ kind: 'revealed', noun: 'customers', id: customer.id, data: { reason } });
      return { until: reveals.until(context.now) };
    },

    revealed: (context, { customerId }) => {
      const customer = visible(context, customerId);
      if (!reveals.isOpen(context.actor.id, customerId, context.now)) throw new DomainError('REVEAL_NEEDED');
      return {
        phone: customer.phone ?? '',
        secondPhone: customer.secondPhone,
        identityNumber: openIdentity(database.client, customer),
      };
    },
  };
}
