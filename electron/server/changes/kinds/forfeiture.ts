import { mostKept, settlementOf } from '#shared/domain/changes/settlement.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import { terminationOf } from '../../subscriptions/deal-notices.ts';
import type { UnitContext } from '../../units/unit-facts.ts';
import { type ChangedDeal, hasDraft } from '../deal.ts';
import { defineChange, givenFor, refusalOfDeal } from '../definition.ts';
import {
  askExitRefunds,
  cashOfExit,
  dropExitRefunds,
  endingDeal,
  exitShares,
  moneyOpenPoints,
  settleExit,
} from '../exit-money.ts';

/** The days after the service have to pass whole: until then the buyers can still come. */
function stillRunning(context: UnitContext, { row }: ChangedDeal): Refusal[] {
  const standing = terminationOf(context, row);
  return standing.state === 'running' ? [{ code: 'TERMINATION_RUNNING', params: { untilOn: standing.untilOn } }] : [];
}

/** Why a deal cannot be forfeited now; empty where it can. */
function refusalsOf(context: UnitContext, deal: ChangedDeal): Refusal[] {
  const running = stillRunning(context, deal);
  const given = { toReturnFen: ZERO_FEN, receiptsRecovered: true };
  return running.length > 0 ? running : refusalOfDeal(context, deal, 'forfeit', given);
}

/**
 * 挞定: the buyers did not sign within the time after the notice of termination; the deposit is kept as far as it is one,
 * all else goes back, and the home is free again. Papers that did not come back are voided all
 * the same: whoever does not come brings none.
 */
export const forfeiture = defineChange({
  kind: 'forfeiture',
  dropsDraft: true,
  replaces: [],

  standing: (context, deal) => refusalsOf(context, deal)[0],

  reckon: (context, deal) => {
    const ending = endingDeal(context, deal.row);
    const keep = mostKept(ending, 'buyer');
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
      refusals: refusalsOf(context, deal),
    };
  },

  openPoints: (context, change, { row }) => moneyOpenPoints(context, row, change.simulation.cash.kept),

  agreed: (command, { change, deal, reckoned }) =>
    askExitRefunds(command, change, deal.row, reckoned.simulation.cash.toReturn),

  refundsDue: (context, change, { row }) => {
    const { back } = settlementOf(endingDeal(context, row), change.simulation.cash.kept);
    return exitShares(context, change, row, back);
  },

  dropped: dropExitRefunds,

  carryOut: (command, { change, deal, reckoned }) => {
    settleExit(command, deal.row, reckoned.simulation.cash.kept, change.number);
    applySubscriptionEvent(command, deal.row, 'forfeit', {
      ...givenFor('forfeit', { receiptsRecovered: true }),
      reason: change.reason,
    });
  },
});
