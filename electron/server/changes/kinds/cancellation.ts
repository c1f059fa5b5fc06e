import { settlementRefusal } from '#shared/domain/changes/settlement.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import { hasDraft } from '../deal.ts';
import { defineChange, givenFor, refusalOfDeal } from '../definition.ts';
import { askExitRefunds, cashOfExit, dropExitRefunds, endingDeal, moneyOpenPoints, settleExit } from '../exit-money.ts';

/** 退房: the deal ends before it is signed, its money is settled by whose doing it is, and the home is free again. */
export const cancellation = defineChange({
  kind: 'cancellation',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'depositReceipt'],

  reckon: (context, deal, { cause, keep }) => {
    const ending = endingDeal(context, deal.row);
    return {
      simulation: {
        figures: [],
        plan: null,
        priceLines: null,
        buyers: null,
        cash: cashOfExit(ending, keep),
        effects: [
          'unitFreed',
          ...(keep > 0 ? (['depositKept'] as const) : []),
          ...(hasDraft(deal) ? (['draftDropped'] as const) : []),
        ],
        approval: { amount: 0, belowFloor: false },
      },
      refusals: [
        settlementRefusal(ending, cause, keep),
        ...refusalOfDeal(context, deal, 'cancel', { toReturnFen: ZERO_FEN, receiptsRecovered: true }),
      ].filter((one) => one !== undefined),
    };
  },

  openPoints: (context, _change, { row }, { keep }) => moneyOpenPoints(context, row, keep),

  agreed: (command, { change, deal, reckoned }) =>
    askExitRefunds(command, change, deal.row, reckoned.simulation.cash.toReturn),

  dropped: dropExitRefunds,

  carryOut: (command, { change, deal, ask }) => {
    settleExit(command, deal.row, ask.keep, change.number);
    applySubscriptionEvent(command, deal.row, 'cancel', {
      ...givenFor('cancel', { receiptsRecovered: true }),
      reason: change.reason,
    });
  },
});
