import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { customerById } from '#db/repositories/customers.ts';
import { quotes } from '#db/schema/deals.ts';
import type { quotes as quotesApi } from '#shared/api/quotes.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { reckonQuote } from './reckon-quote.ts';

type Input = z.output<(typeof quotesApi)['create']['input']>;
type Answer = z.input<(typeof quotesApi)['create']['output']>;

/**
 * Keeps a purchase plan for one's own customer as the office reckons it at this moment. It reserves nothing: the home
 * stays as it is. Throws PRICE_CHANGED, NOT_YOUR_CUSTOMER, and whatever forbids to give the price away.
 */
export function createQuote(context: CommandContext, { terms, customerId, shownPrice }: Input): Answer {
  const { db, tx, actor, now, today, happened } = context;
  const customer = customerById(db, customerId);
  if (customer === undefined) throw new DomainError('NOT_FOUND');
  const { ownerId } = customer;
  const own = ownerId === null ? context.reach('customers') === null : context.sees('customers', ownerId);
  if (!own) throw new DomainError('NOT_YOUR_CUSTOMER');
  const { reckoning, adjustments, validUntil, refusals } = reckonQuote(context, terms, actor.post);
  if (reckoning.price !== shownPrice) throw new DomainError('PRICE_CHANGED', { priceFen: reckoning.price });
  const [refusal] = refusals;
  if (refusal !== undefined) throw DomainError.from(refusal);
  const row = tx.insert(quotes, {
    number: nextNumber(tx, 'ZY', Number(today.slice(0, 4))),
    unitId: terms.unitId,
    customerId,
    consultantId: actor.id,
    quotedOn: today,
    validUntil,
    price: reckoning.price,
    homeOrder: terms.homeOrder,
    adjustments: [...adjustments],
    reckoning,
    createdAt: now,
  });
  const data = { number: row.number, unitId: row.unitId, customerId, priceFen: row.price };
  happened({ kind: 'quoted', noun: 'quotes', id: row.id, data });
  return { quoteId: row.id, number: row.number };
}
