import { customerById, householdOf } from '#db/repositories/customers.ts';
import { listQuotes, type QuoteFilter } from '#db/repositories/quotes.ts';
import { unitById } from '#db/repositories/units.ts';
import type { quotes as quotesApi } from '#shared/api/quotes.ts';
import { planCodeOf } from '#shared/domain/plans/naming.ts';
import { discountsOn } from '#shared/domain/pricing/catalogue.ts';
import { loanKinds } from '#shared/domain/quotes/loans.ts';
import { quoteState } from '#shared/domain/quotes/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { createQuote } from './create-quote.ts';
import { ownQuote, quoteRefusal } from './own-quotes.ts';
import { reckonQuote } from './reckon-quote.ts';

function rowsOf({ db, today }: QueryContext, filter: QuoteFilter) {
  return listQuotes(db, filter).map(({ quote, customer, consultant, ...unit }) => ({
    id: quote.id,
    number: quote.number,
    unitId: quote.unitId,
    unit: unitLabel(unit),
    customer: { id: quote.customerId, name: customer },
    consultant: { id: quote.consultantId, name: consultant },
    quotedOn: quote.quotedOn,
    validUntil: quote.validUntil,
    price: quote.price,
    planCodes: quote.reckoning.ways.map(planCodeOf),
    state: quoteState(quote, today),
  }));
}

/** A customer and everybody of the household. */
function householdIds({ db }: QueryContext, customerId: number): number[] {
  const customer = customerById(db, customerId);
  return customer === undefined ? [] : [customer, ...householdOf(db, customer)].map(({ id }) => id);
}

const lending: readonly string[] = loanKinds;

/** Handlers of purchase plans. */
export const quotesHandlers: Handlers<typeof quotesApi> = {
  offer: ({ db, setting, today }, { unitId }) => {
    if (unitById(db, unitId) === undefined) throw new DomainError('NOT_FOUND');
    return {
      discounts: discountsOn(setting('discounts'), today),
      plans: setting('planTemplates').map(({ code, kind, label, lines }) => ({
        code,
        kind,
        label,
        lends: lines.some(({ item }) => lending.includes(item)),
      })),
      loanYearsMost: setting('loanYearsMost'),
    };
  },

  reckon: (context, { terms }) => {
    const reckoned = reckonQuote(context, terms, context.actor.post);
    const { reckoning, validUntil, needsApprovalOf, refusals, warnings } = reckoned;
    return { ...reckoning, validUntil, needsApprovalOf, refusals: [...refusals], warnings: [...warnings] };
  },

  create: createQuote,

  list: (context, wanted) =>
    rowsOf(context, {
      ...(wanted.of === 'customer'
        ? { customerIds: householdIds(context, wanted.customerId) }
        : { unitId: wanted.unitId }),
      whose: context.reach('quotes'),
    }),

  detail: (context, { quoteId }) => {
    const quote = ownQuote(context, quoteId);
    const [row] = rowsOf(context, { id: quoteId });
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const answer: true | Refusal = quoteRefusal(quote, context.today) ?? true;
    const forbidden: Refusal = { code: 'FORBIDDEN' };
    return {
      row,
      reckoning: quote.reckoning,
      homeOrder: quote.homeOrder,
      adjustments: [...quote.adjustments],
      subscriptionId: quote.subscriptionId,
      can: {
        issuePlan: context.can('documents.issue') ? answer : forbidden,
        subscribe: context.can('subscriptions.write') ? answer : forbidden,
      },
      version: quote.version,
    };
  },
};
