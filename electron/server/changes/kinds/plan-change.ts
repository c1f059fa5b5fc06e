import { subscriptions } from '#db/schema/deals.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import { hasDraft } from '../deal.ts';
import { defineChange, givenFor, refusalOfDeal } from '../definition.ts';
import { cashOf, figure, planOfDeal } from '../figures.ts';
import { isTied, planAt, unplacedRefusal, writePlan } from '../terms.ts';

/** 付款方式变更: another plan over the same price, with what is paid kept. */
export const planChange = defineChange({
  kind: 'planChange',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'expenseEstimate'],

  standing: (context, deal) => (isTied(context, deal, 'planKept') ? { code: 'CHANGE_PLAN_TIED' } : undefined),

  reckon: (context, deal, { planKind }, { askedOn }) => {
    const { row } = deal;
    const before = planOfDeal(context.db, row);
    const { lines: after, refusals } = planAt(context, deal, { planKind, total: row.price, askedOn });
    return {
      simulation: {
        figures: [figure('planKind', row.planKind, planKind)],
        plan: { before, after },
        priceLines: null,
        buyers: null,
        cash: cashOf(context.db, row),
        effects: [
          'linesReplaced',
          'bookReplaced',
          ...(hasDraft(deal) ? (['draftDropped', 'contractAnew'] as const) : []),
        ],
        approval: { amount: 0, belowFloor: false },
      },
      refusals: [
        ...(planKind === row.planKind ? [{ code: 'CHANGE_NOTHING' } as const] : []),
        ...(isTied(context, deal, 'planKept') ? [{ code: 'CHANGE_PLAN_TIED' } as const] : []),
        ...refusals,
        ...unplacedRefusal(context, deal, after),
        ...refusalOfDeal(context, deal, 'changePlan'),
      ],
    };
  },

  carryOut: (command, { deal, ask, reckoned }) => {
    applySubscriptionEvent(command, deal.row, 'changePlan', givenFor('changePlan'));
    command.tx.update(subscriptions, deal.row.id, { planKind: ask.planKind });
    writePlan(command, deal, reckoned.simulation.plan?.after ?? []);
  },
});
