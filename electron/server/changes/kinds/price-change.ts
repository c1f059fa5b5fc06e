import { priceLinesOf } from '#db/repositories/subscriptions.ts';
import { subscriptionPriceLines, subscriptions } from '#db/schema/deals.ts';
import type { AskOf } from '#shared/domain/changes/asks.ts';
import { planCodeOf } from '#shared/domain/plans/naming.ts';
import { grantDiscounts } from '#shared/domain/pricing/discount-rules.ts';
import { priceRefusals } from '#shared/domain/pricing/limits.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { fen, subtractFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import type { UnitContext } from '../../units/unit-facts.ts';
import { type ChangedDeal, isSigned } from '../deal.ts';
import { type Asking, defineChange, effectsFor, givenFor, refusalOfDeal } from '../definition.ts';
import { cashOf, figure, planOfDeal } from '../figures.ts';
import { commissionOf, isTied, planAt, priceAt, writePlan } from '../terms.ts';

/** The discounts that are given of what is asked for, by the catalogue of the day, and the price with them. */
function pricedAnew(context: UnitContext, deal: ChangedDeal, ask: AskOf<'priceChange'>, { post, askedOn }: Asking) {
  const granted = grantDiscounts(context.setting('discounts', askedOn), ask.adjustments, { day: askedOn, post });
  return { granted, ...priceAt(context, deal, granted.adjustments) };
}

/** 优惠变更: other discounts, hence another price and another plan over it; the deposit stays. */
export const priceChange = defineChange({
  kind: 'priceChange',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'expenseEstimate'],

  reckon: (context, deal, ask, asking) => {
    const { db } = context;
    const { row } = deal;
    const was = priceAt(context, deal, row.adjustments);
    const { granted, price, facts } = pricedAnew(context, deal, ask, asking);
    const total = price.total;
    const plan = planAt(context, deal, { planCode: planCodeOf(row), total, askedOn: asking.askedOn });
    const cash = cashOf(db, row);
    const toReturn = cash.received > total ? subtractFen(cash.received, total) : ZERO_FEN;
    const commission = (of: typeof total) => commissionOf(context, row.subscribedOn, of);
    const lower = price.housePrice < was.price.housePrice;
    return {
      simulation: {
        figures: [
          figure('price', row.price, total),
          figure('unitPrice', was.price.unitPrice ?? null, price.unitPrice ?? null),
          figure('belowListPpm', was.facts.depthPpm, facts.depthPpm),
          figure('commission', commission(row.price), commission(total)),
        ],
        plan: { before: planOfDeal(db, row), after: plan.lines },
        priceLines: price.lines.map(({ kind, label, ratePpm, amount, after }) => ({
          kind,
          label,
          ratePpm,
          amount,
          after,
        })),
        buyers: null,
        cash: { ...cash, toReturn },
        effects: effectsFor(deal, ['linesReplaced', 'bookReplaced'], { told: true }),
        approval: { amount: facts.depthPpm, belowFloor: facts.belowFloor },
      },
      refusals: [
        ...(total === row.price ? [{ code: 'CHANGE_NOTHING' } as const] : []),
        ...(lower && isTied(context, deal, 'noFurtherDiscount') ? [{ code: 'CHANGE_DISCOUNT_TIED' } as const] : []),
        ...priceRefusals(facts),
        ...granted.refusals,
        ...plan.refusals,
        ...refusalOfDeal(context, deal, 'changePrice', { priceFen: facts.housePrice, belowListPpm: facts.depthPpm }),
      ],
    };
  },

  openPoints: ({ db }, { simulation }, { row }) => {
    const total = simulation.figures.find(({ name }) => name === 'price')?.after;
    const { received } = cashOf(db, row);
    return typeof total === 'number' && received > total
      ? [{ code: 'MONEY_NOT_RETURNED', params: { openFen: fen(received - total) } }]
      : [];
  },

  carryOut: (command, { change, deal, ask, reckoned }) => {
    const { db, tx } = command;
    const { row } = deal;
    const asking = { post: 'director', askedOn: dayOf(change.requestedAt) } as const;
    const { granted, price, facts } = pricedAnew(command, deal, ask, asking);
    const given = givenFor('changePrice', {
      priceFen: facts.housePrice,
      belowListPpm: facts.depthPpm,
      amended: isSigned(deal),
    });
    applySubscriptionEvent(command, row, 'changePrice', given);
    tx.update(subscriptions, row.id, { price: price.total, adjustments: [...granted.adjustments] });
    tx.removeAll(
      subscriptionPriceLines,
      priceLinesOf(db, row.id).map(({ id }) => id),
    );
    for (const [index, { kind, label, ratePpm, amount, after }] of price.lines.entries())
      tx.insert(subscriptionPriceLines, {
        subscriptionId: row.id,
        position: index + 1,
        kind,
        label,
        ratePpm,
        amount,
        after,
      });
    writePlan(command, deal, reckoned.simulation.plan?.after ?? []);
  },
});
