import { changesOf } from '#db/repositories/changes.ts';
import { planLinesOf } from '#db/repositories/subscriptions.ts';
import { planLines, subscriptions } from '#db/schema/deals.ts';
import { extendedLines } from '#shared/domain/changes/extension.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import { planByCode, planCodeOf } from '#shared/domain/plans/naming.ts';
import { daysBetween, localDate } from '#shared/kernel/local-date.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import type { UnitContext } from '../../units/unit-facts.ts';
import type { ChangedDeal } from '../deal.ts';
import { defineChange, givenFor, refusalOfDeal } from '../definition.ts';
import { cashOf, figure, planOfDeal } from '../figures.ts';

/** Days by which a deal was extended so far: the ladder counts all of them, so that nobody asks for three days each week. */
function extendedBefore({ db }: UnitContext, { row }: ChangedDeal): number {
  return changesOf(db, row.id)
    .filter(({ kind, state }) => kind === 'signingExtension' && state === 'executed')
    .map(({ simulation }) => simulation.figures.find(({ name }) => name === 'signBy'))
    .reduce((sum, moved) => sum + daysOf(moved), 0);
}

function daysOf(moved: Simulation['figures'][number] | undefined): number {
  const { before, after } = moved ?? {};
  return typeof before === 'string' && typeof after === 'string' ? daysBetween(localDate(before), localDate(after)) : 0;
}

/** 延期签约: a later day to sign; what was due with the signing is due with it. */
export const signingExtension = defineChange({
  kind: 'signingExtension',
  dropsDraft: false,
  replaces: [],

  reckon: (context, deal, { signBy }) => {
    const { db, setting } = context;
    const { row } = deal;
    const before = planOfDeal(db, row);
    const template = planByCode(setting('planTemplates', row.subscribedOn), planCodeOf(row));
    const after = extendedLines(before, row, signBy, template);
    const moved = after.some(({ dueOn }, index) => dueOn !== before[index]?.dueOn);
    const days = Math.max(0, daysBetween(row.signBy, signBy));
    return {
      simulation: {
        figures: [figure('signBy', row.signBy, signBy)],
        plan: moved ? { before, after } : null,
        priceLines: null,
        buyers: null,
        cash: cashOf(db, row),
        effects: moved ? ['signingMoved', 'linesMoved'] : ['signingMoved'],
        approval: { amount: extendedBefore(context, deal) + days, belowFloor: false },
      },
      refusals: [
        ...(signBy > row.signBy ? [] : [{ code: 'CHANGE_NOTHING' } as const]),
        ...(signBy < context.today ? [{ code: 'SIGN_BY_IN_PAST', params: { todayOn: context.today } } as const] : []),
        ...refusalOfDeal(context, deal, 'extendSigning'),
      ],
    };
  },

  carryOut: (command, { deal, ask, reckoned }) => {
    const { db, tx } = command;
    applySubscriptionEvent(command, deal.row, 'extendSigning', givenFor('extendSigning'));
    tx.update(subscriptions, deal.row.id, { signBy: ask.signBy });
    const lines = planLinesOf(db, deal.row.id);
    for (const { position, dueOn } of reckoned.simulation.plan?.after ?? []) {
      const line = lines.find((one) => one.position === position);
      if (line !== undefined && line.dueOn !== dueOn) tx.update(planLines, line.id, { dueOn });
    }
  },
});
