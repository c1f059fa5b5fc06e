import { planLinesOf } from '#db/repositories/subscriptions.ts';
import { planLines } from '#db/schema/deals.ts';
import { reliefOf, reliefRefusal } from '#shared/domain/changes/relief.ts';
import { sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { letterDeal } from '../../payments/letter-deal.ts';
import { defineChange } from '../definition.ts';
import { cashOf, figure, planOfDeal } from '../figures.ts';

/**
 * 延期减免: a line of the plan of a signed contract is due later, or its penalty is waived, by approval alone, since the
 * seller gives up what is the seller's (domain.md 4.7). The day of the contract is kept beside the later one.
 */
export const paymentRelief = defineChange({
  kind: 'paymentRelief',
  dropsDraft: false,
  replaces: [],

  reckon: (context, { row }, { position, ...ask }, { askedOn }) => {
    const { db } = context;
    const { lines, terms } = letterDeal(context, row);
    const line = lines.find((one) => one.position === position);
    const refused = reliefRefusal(line, ask, askedOn, terms);
    const relief = line === undefined ? undefined : reliefOf(line, ask, askedOn, terms);
    const before = planOfDeal(db, row);
    const after = before.map((one) => (one.position === position ? { ...one, dueOn: ask.dueOn ?? one.dueOn } : one));
    return {
      simulation: {
        figures: relief === undefined ? [] : [figure('penalty', relief.before, relief.after)],
        plan: ask.dueOn === null ? null : { before, after },
        priceLines: null,
        buyers: null,
        cash: cashOf(db, row),
        effects: [
          ...(ask.dueOn === null ? [] : (['lineDeferred'] as const)),
          ...(ask.waived === 0 ? [] : (['penaltyWaived'] as const)),
        ],
        approval: { amount: relief?.given ?? 0, belowFloor: false },
      },
      refusals: refused === undefined ? [] : [refused],
    };
  },

  carryOut: ({ db, tx }, { deal, ask: { position, dueOn, waived } }) => {
    const line = planLinesOf(db, deal.row.id).find((one) => one.position === position);
    if (line === undefined) return;
    // Penalty runs anew from a later day: what was waived of it before has nothing left to take from.
    const write =
      dueOn === null
        ? { penaltyWaived: sumFen([line.penaltyWaived, waived]) }
        : { dueOn, contractDueOn: line.contractDueOn ?? line.dueOn, penaltyWaived: ZERO_FEN };
    tx.update(planLines, line.id, write);
  },
});
