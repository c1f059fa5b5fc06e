import { settlementRefusal } from '#shared/domain/changes/settlement.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import { isSigned } from '../deal.ts';
import { defineChange, effectsFor, givenFor, refusalOfDeal } from '../definition.ts';
import { endSignedContract, penaltyRefusal, terminationPoints } from '../end-contract.ts';
import { askExitRefunds, cashOfExit, dropExitRefunds, endingDeal, moneyOpenPoints, settleExit } from '../exit-money.ts';

/**
 * 退房: the deal ends, its money is settled by whose doing it is, and the home is free again. Once the contract is signed
 * both sides agree on it in writing, and filing, loan and originals are unwound first.
 */
export const cancellation = defineChange({
  kind: 'cancellation',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'depositReceipt'],

  reckon: (context, deal, { cause, keep }) => {
    const ending = endingDeal(context, deal.row);
    const signed = isSigned(deal);
    const kept = keep > 0 ? (['depositKept'] as const) : [];
    const wrong = signed ? penaltyRefusal(context, deal, { cause, keep }) : settlementRefusal(ending, cause, keep);
    return {
      simulation: {
        figures: [],
        plan: null,
        priceLines: null,
        buyers: null,
        cash: cashOfExit(ending, keep),
        effects: signed ? ['contractEnded', 'unitFreed', ...kept] : effectsFor(deal, ['unitFreed', ...kept]),
        approval: { amount: 0, belowFloor: false },
      },
      refusals: [
        wrong,
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
