import type { OpenDatabase } from '#db/connection.ts';
import { indexSubject } from '#db/repositories/grams.ts';
import { sealedWords } from '#db/repositories/sealed-words.ts';
import { customers } from '#db/schema/customers.ts';
import type { customers as customersApi } from '#shared/api/customers.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { openKept } from '../privacy/kept.ts';
import type { Readings } from '../privacy/readings.ts';
import { canWith, customerDetail } from './customer-detail.ts';
import { followUpCustomer } from './follow-up-customer.ts';
import { joinHousehold, leaveHousehold } from './households.ts';
import { openIdentity, storeIdentity } from './identity.ts';
import { customerList } from './list-customers.ts';
import { matchPhone } from './match-phone.ts';
import { identify, openFile } from './open-file.ts';
import { visibleCustomer } from './present.ts';
import { privacyActs } from './privacy-acts.ts';
import { revealsOf } from './reveals.ts';
import { storedPhone } from './stored-phone.ts';

/** The customer, when the caller may do this with him; throws the reason when not. */
function allowed(context: QueryContext, customerId: number, act: 'update' | 'followUp' | 'household') {
  const customer = visibleCustomer(context, customerId);
  const refused = canWith(context, customer)[act];
  if (refused !== true && refused !== undefined) throw DomainError.from(refused);
  return customer;
}

/** Handlers of the customer file. */
export function customersHandlers({
  database,
  keys,
  readings,
  forgetKeys,
}: {
  database: OpenDatabase;
  keys: OfficeKeys;
  readings: Readings;
  forgetKeys: () => void;
}): Handlers<typeof customersApi> {
  const reveals = revealsOf(database);
  return {
    list: customerList(database),

    matchPhone: (context, { phone }) => matchPhone(context, phone),

    detail: (context, { customerId }) =>
      customerDetail(context, database, reveals, visibleCustomer(context, customerId)),

    update: (context, input) => {
      const { tx, happened } = context;
      const customer = allowed(context, input.customerId, 'update');
      const { name, address, intent, rating, nextFollowUpOn } = input;
      const second =
        input.secondPhone === undefined
          ? {}
          : { secondPhone: input.secondPhone === null ? null : storedPhone(input.secondPhone) };
      const none = { identityKind: null, identitySealed: null, identityHash: null };
      const identity =
        input.identity === undefined
          ? {}
          : input.identity === null
            ? none
            : storeIdentity(tx, customer.personKeyId, input.identity, keys.identityHash);
      const patch = { name, address, intent, rating, nextFollowUpOn, ...second, ...identity };
      const row = tx.update(customers, customer.id, patch, input.version);
      const phones = [row.phone, row.secondPhone].filter((phone) => phone !== null);
      indexSubject(tx, 'customers', row.id, { names: [row.name], phones });
      happened({ kind: 'customerChanged', noun: 'customers', id: row.id, data: { rating } });
      return {};
    },

    openFile: (context, input) => openFile(context, input, keys.identityHash),

    identify: (context, input) => {
      identify(context, allowed(context, input.customerId, 'update'), input, keys.identityHash);
      return {};
    },

    followUp: (context, input) => followUpCustomer(context, allowed(context, input.customerId, 'followUp'), input),

    joinHousehold: (context, { customerId, memberId }) => {
      joinHousehold(context, allowed(context, customerId, 'household'), visibleCustomer(context, memberId));
      return {};
    },

    leaveHousehold: (context, { customerId, memberId }) => {
      leaveHousehold(context, allowed(context, customerId, 'household'), visibleCustomer(context, memberId));
      return {};
    },

    ...privacyActs(database, reveals, forgetKeys),

    reveal: (context, { customerId, reason, words }) => {
      const customer = visibleCustomer(context, customerId);
      if (reason === 'other' && words.length < 2) throw new DomainError('REASON_MISSING');
      context.happened({
        kind: 'revealed',
        noun: 'customers',
        id: customer.id,
        data: { reason, ...sealedWords(database.client, customer, words) },
      });
      context.afterCommit(() => readings.revealed(context, customer.id));
      return { until: reveals.until(context.now) };
    },

    revealed: (context, { customerId }) => {
      const customer = visibleCustomer(context, customerId);
      if (reveals.openUntil(context.actor.id, customerId, context.now) === null) throw new DomainError('REVEAL_NEEDED');
      const shown = openKept(database.client, customer) ?? customer;
      return {
        phone: shown.phone ?? '',
        secondPhone: shown.secondPhone,
        identityNumber: openIdentity(database.client, customer),
      };
    },
  };
}
