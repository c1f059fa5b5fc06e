import { subscriptions } from '#db/schema/deals.ts';
import { keptPlan, planByCode, planCodeOf } from '#shared/domain/plans/naming.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import { isSigned } from '../deal.ts';
import { defineChange, effectsFor, givenFor, refusalOfDeal } from '../definition.ts';
import { cashOf, figureOfPlan, planOfDeal } from '../figures.ts';
import { isTied, planAt, unplacedRefusal, writePlan } from '../terms.ts';

/** 付款方式变更: another plan over the same price, with what is paid kept. */
export const planChange = defineChange({
  kind: 'planChange',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'expenseEstimate'],

  standing: (context, deal) => (isTied(context, deal, 'planKept') ? { code: 'CHANGE_PLAN_TIED' } : undefined),

  reckon: (context, deal, { planCode }, { askedOn }) => {
    const { row } = deal;
    const before = planOfDeal(context.db, row);
    const { template, lines: after, refusals } = planAt(context, deal, { planCode, total: row.price, askedOn });
    return {
      simulation: {
        figures: [figureOfPlan(row, template)],
        plan: { before, after },
        priceLines: null,
        buyers: null,
        cash: cashOf(context.db, row),
        effects: effectsFor(deal, ['linesReplaced', 'bookReplaced']),
        approval: { amount: 0, belowFloor: false },
      },
      refusals: [
        ...(planCode === planCodeOf(row) ? [{ code: 'CHANGE_NOTHING' } as const] : []),
        ...(isTied(context, deal, 'planKept') ? [{ code: 'CHANGE_PLAN_TIED' } as const] : []),
        ...refusals,
        ...unplacedRefusal(context, deal, after),
        ...refusalOfDeal(context, deal, 'changePlan'),
      ],
    };
  },

  carryOut: (command, { change, deal, ask, reckoned }) => {
    applySubscriptionEvent(command, deal.row, 'changePlan', givenFor('changePlan', { amended: isSigned(deal) }));
    const template = planByCode(command.setting('planTemplates', dayOf(change.requestedAt)), ask.planCode);
    if (template === undefined) throw new DomainError('PLAN_NOT_VALID');
    command.tx.update(subscriptions, deal.row.id, keptPlan(template));
    writePlan(command, deal, reckoned.simulation.plan?.after ?? []);
  },
});
