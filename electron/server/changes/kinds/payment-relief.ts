import { planLinesOf } from '#db/repositories/subscriptions.ts';
import { planLines } from '#db/schema/deals.ts';
import { reliefOf, reliefRefusal } from '#shared/domain/changes/relief.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { sumFen } from '#shared/kernel/money.ts';
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

  carryOut: (command, { change, deal, ask: { position, ...ask } }) => {
    const { db, tx } = command;
    const line = planLinesOf(db, deal.row.id).find((one) => one.position === position);
    const { lines, terms } = letterDeal(command, deal.row);
    const settled = lines.find((one) => one.position === position);
    if (line === undefined || settled === undefined) return;
    const { dueOn } = ask;
    const { kept } = reliefOf(settled, ask, dayOf(change.requestedAt), terms);
    const waivedInAll = sumFen([line.penaltyWaived, ask.waived]);
    // Penalty runs anew from a later day; what had accrued by the day of the request stays beside it.
    const write =
      dueOn === null
        ? { penaltyWaived: waivedInAll }
        : { dueOn, contractDueOn: line.contractDueOn ?? line.dueOn, penaltyKept: kept, penaltyWaived: waivedInAll };
    tx.update(planLines, line.id, write);
  },
});
