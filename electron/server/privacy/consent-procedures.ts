import { consentLinesOf, consentsOf, noticeEditions } from '#db/repositories/consents.ts';
import { noticeTexts } from '#db/schema/privacy.ts';
import type { consents as consentsApi } from '#shared/api/consents.ts';
import { standingsOf } from '#shared/domain/privacy/consents.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { visibleCustomer } from '../customers/present.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { checkNotice, giveConsents, noticeInForce, withdrawConsent } from './consents.ts';

/** Handlers of consents and of the notice that is read before. */
export const consentsHandlers: Handlers<typeof consentsApi> = {
  notice: (context, { language }) => noticeInForce(context, language),

  notices: ({ db }) =>
    noticeEditions(db).map(({ text: { language, edition, body, writtenAt }, writtenBy }) => ({
      language,
      edition,
      body,
      at: writtenAt,
      by: writtenBy,
    })),

  writeNotice: (context, { language, body }) => {
    const { tx, actor, now, happened } = context;
    const edition = noticeInForce(context, language).edition + 1;
    const row = tx.insert(noticeTexts, { language, edition, body, writtenBy: actor.id, writtenAt: now });
    happened({ kind: 'noticeWritten', noun: 'noticeTexts', id: row.id, data: { language, edition } });
    return { edition };
  },

  ofCustomer: (context, { customerId }) => {
    visibleCustomer(context, customerId);
    return {
      standings: standingsOf(consentLinesOf(context.db, customerId)),
      lines: consentsOf(context.db, customerId).map(({ consent, takenBy, withdrawnBy }) => ({
        id: consent.id,
        purpose: consent.purpose,
        method: consent.method,
        language: consent.language,
        edition: consent.edition,
        givenOn: consent.givenOn,
        takenBy,
        withdrawnOn: consent.withdrawnOn,
        withdrawnBy,
        withdrawnVia: consent.withdrawnVia,
      })),
    };
  },

  give: (context, { customerId, purposes, method, givenOn, language, edition }) => {
    const customer = visibleCustomer(context, customerId);
    if (givenOn > context.today) throw new DomainError('CONSENT_DAY_WRONG');
    checkNotice(context, language, edition);
    const takenBy = context.actor.id;
    const what = { purposes, method, on: givenOn, notice: { language, edition }, takenBy };
    const given = giveConsents(context, customer.id, what);
    if (given.length > 0)
      context.happened({ kind: 'consentGiven', noun: 'customers', id: customer.id, data: { purposes: given, method } });
    return { given };
  },

  withdraw: (context, { customerId, purpose, via, withdrawnOn }) => {
    const customer = visibleCustomer(context, customerId);
    if (withdrawnOn > context.today) throw new DomainError('CONSENT_DAY_WRONG');
    withdrawConsent(context, customer, { purpose, via, on: withdrawnOn });
    context.happened({ kind: 'consentWithdrawn', noun: 'customers', id: customer.id, data: { purpose, via } });
    return {};
  },
};
