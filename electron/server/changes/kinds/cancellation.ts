import { openChangeOf } from '#db/repositories/changes.ts';
import type { AskOf } from '#shared/domain/changes/asks.ts';
import { settlementOf, settlementRefusal } from '#shared/domain/changes/settlement.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { agreementPoints } from '../../agreements/agreement-of-change.ts';
import { endShares, interestRateOf, waitingRefundRefusal } from '../../agreements/termination.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import type { UnitContext } from '../../units/unit-facts.ts';
import { type ChangedDeal, isSigned } from '../deal.ts';
import { defineChange, effectsFor, givenFor, refusalOfDeal } from '../definition.ts';
import { endSignedContract, penaltyRefusal, terminationPoints } from '../end-contract.ts';
import {
  askExitRefunds,
  cashOfExit,
  dropExitRefunds,
  endingDeal,
  exitShares,
  moneyOpenPoints,
  settleExit,
} from '../exit-money.ts';
import { figure } from '../figures.ts';

/**
 * 退房: the deal ends, its money is settled by whose doing it is, and the home is free again. Once the contract is signed
 * both sides agree on it in writing, and filing, loan and originals are unwound first.
 */
export const cancellation = defineChange({
  kind: 'cancellation',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'depositReceipt'],

  reckon: (context, deal, { cause, keep, ground }) => {
    const ending = endingDeal(context, deal.row);
    const signed = isSigned(deal);
    const kept = keep > 0 ? (['depositKept'] as const) : [];
    const wrong = signed ? penaltyRefusal(context, deal, { cause, keep }) : settlementRefusal(ending, cause, keep);
    return {
      simulation: {
        figures: interestFigure(context, deal, { cause, ground }),
        plan: null,
        priceLines: null,
        buyers: null,
        cash: cashOfExit(ending, keep),
        effects: signed ? ['contractEnded', 'unitFreed', ...kept] : effectsFor(deal, ['unitFreed', ...kept]),
        approval: { amount: 0, belowFloor: false },
      },
      refusals: [
        wrong,
        signed ? waitingRefundRefusal(context, deal.row.id, openChangeOf(context.db, deal.row.id)?.id) : undefined,
        ...refusalOfDeal(context, deal, 'cancel', {
          toReturnFen: ZERO_FEN,
          receiptsRecovered: true,
          ...(signed ? { contract: 'terminated' as const } : {}),
        }),
      ].filter((one) => one !== undefined),
    };
  },

  openPoints: (context, _change, deal, { keep }) => [
    ...(isSigned(deal) ? terminationPoints(context, deal) : []),
    ...moneyOpenPoints(context, deal.row, keep),
  ],

  // What goes back of a signed contract is asked for when both sides have signed its end.
  agreed: (command, { change, deal, reckoned }) => {
    if (!isSigned(deal)) askExitRefunds(command, change, deal.row, reckoned.simulation.cash.toReturn);
  },

  refundsDue: (context, change, deal, { keep }) => {
    if (!isSigned(deal)) {
      const { back } = settlementOf(endingDeal(context, deal.row), keep);
      return exitShares(context, change, deal.row, back);
    }
    return agreementPoints(context.db, deal, change).length === 0 ? endShares(context, change) : [];
  },

  dropped: dropExitRefunds,

  carryOut: (command, { change, deal, ask }) => {
    settleExit(command, deal.row, ask.keep, change.number);
    if (isSigned(deal)) endSignedContract(command, deal, change);
    else
      applySubscriptionEvent(command, deal.row, 'cancel', {
        ...givenFor('cancel', { receiptsRecovered: true }),
        reason: change.reason,
      });
  },
});

/** The rate of the interest that the end of a signed contract adds to what goes back; before it there is none. */
function interestFigure(
  context: UnitContext,
  { contract, ...deal }: ChangedDeal,
  ask: Pick<AskOf<'cancellation'>, 'cause' | 'ground'>,
): Simulation['figures'] {
  if (contract === undefined || !isSigned({ ...deal, contract })) return [];
  const yearlyPpm = interestRateOf(context, contract, ask);
  return yearlyPpm === 0 ? [] : [figure('refundInterest', 0, yearlyPpm)];
}
