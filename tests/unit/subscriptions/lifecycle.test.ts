import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/lifecycle.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import { type SubscriptionEvent, subscriptionEvents } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { bareSubscriptionFacts, type SubscriptionFacts } from '#shared/domain/subscriptions/lifecycle-facts.ts';
import { type SubscriptionState, subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');

const good: SubscriptionFacts = {
  ...bareSubscriptionFacts(today),
  permit: { coversBuilding: true, validFromOn: localDate('2026-01-01'), validUntilOn: null },
  filedPriceFen: yuan(2_000_000),
  spaceRight: 'titled',
  pricePublished: true,
  actorId: 2,
  authorIds: [1],
  authorised: subscriptionEvents,
  unit: 'held',
  unitIsOurs: true,
  buyersComplete: true,
  sensitiveConsent: true,
  priceFen: yuan(1_900_000),
  filedBand: { belowPpm: 150_000, abovePpm: 0 },
  belowListPpm: 45_000,
  priceAuthorised: true,
  depositFen: yuan(50_000),
  depositDueOn: localDate('2026-11-24'),
  receivedFen: yuan(50_000),
  signByOn: localDate('2026-11-30'),
  terminationNoticeServed: true,
  targetFree: true,
  nameProof: true,
};

const changes: Partial<Record<SubscriptionEvent, Partial<SubscriptionFacts>>> = {
  reopenDeposit: { receivedFen: yuan(49_000) },
  forfeit: { signByOn: localDate('2026-11-22') },
  expire: { receivedFen: ZERO_FEN, depositDueOn: localDate('2026-11-22') },
  cancel: { receivedFen: ZERO_FEN },
};
const factsFor = (event: SubscriptionEvent, change: Partial<SubscriptionFacts> = {}): SubscriptionFacts => ({
  ...good,
  ...changes[event],
  ...change,
});
const codeOf = (state: SubscriptionState, event: SubscriptionEvent, change: Partial<SubscriptionFacts> = {}) =>
  decide(subscriptionLifecycle, state, event, factsFor(event, change)).refused?.code;

describe('The life of a subscription', () => {
  it('lets exactly these steps happen', () => {
    const seen = subscriptionStates.map((state) => [
      state,
      subscriptionEvents.flatMap((event) => {
        const decision = decide(subscriptionLifecycle, state, event, factsFor(event));
        return decision.refused ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      draft: ['edit → draft', 'submit → inReview', 'cancel → cancelled', 'expire → expired'],
      inReview: [
        'withdraw → draft',
        'sendBack → draft',
        'approve → approved',
        'cancel → cancelled',
        'expire → expired',
      ],
      approved: [
        'completeDeposit → depositComplete',
        'extendSigning → approved',
        'changeUnit → approved',
        'changeName → approved',
        'changePlan → approved',
        'changePrice → approved',
        'cancel → cancelled',
        'forfeit → forfeited',
        'expire → expired',
      ],
      depositComplete: [
        'reopenDeposit → approved',
        'extendSigning → depositComplete',
        'changeUnit → depositComplete',
        'changeName → depositComplete',
        'changePlan → depositComplete',
        'changePrice → depositComplete',
        'convert → converted',
        'cancel → cancelled',
        'forfeit → forfeited',
      ],
      // A signed contract is changed by a supplementary agreement, and its subscription follows.
      converted: [
        'extendSigning → converted',
        'changeName → converted',
        'changePlan → converted',
        'changePrice → converted',
        'reopen → depositComplete',
      ],
      cancelled: [],
      forfeited: [],
      expired: [],
    });
  });

  it.each<[string, SubscriptionState, SubscriptionEvent, Partial<SubscriptionFacts>, string]>([
    ['no submission without a permit', 'draft', 'submit', { permit: null }, 'PERMIT_MISSING'],
    ['no submission of a seized unit', 'draft', 'submit', { encumbrance: 'seized' }, 'UNIT_SEIZED'],
    ['no submission with incomplete buyers', 'draft', 'submit', { buyersComplete: false }, 'BUYERS_INCOMPLETE'],
    ['no submission without consent', 'draft', 'submit', { sensitiveConsent: false }, 'CONSENT_MISSING'],
    [
      'no submission that hides a mortgage',
      'draft',
      'submit',
      { encumbrance: 'projectMortgage' },
      'MORTGAGE_NOT_DISCLOSED',
    ],
    ['no price outside the filed band', 'draft', 'submit', { priceFen: yuan(1_699_999) }, 'PRICE_OUTSIDE_FILED_BAND'],
    ['no price beyond the authority', 'draft', 'submit', { priceAuthorised: false }, 'PRICE_NEEDS_APPROVAL'],
    ['no whole deposit of a seized unit', 'approved', 'completeDeposit', { encumbrance: 'seized' }, 'UNIT_SEIZED'],
    ['no other name on a seized unit', 'approved', 'changeName', { encumbrance: 'seized' }, 'UNIT_SEIZED'],
    ['no breach of whom a court keeps from signing', 'approved', 'forfeit', { encumbrance: 'seized' }, 'UNIT_SEIZED'],
    ['no unit that is not reserved', 'draft', 'submit', { unitIsOurs: false }, 'UNIT_NOT_RESERVED'],
    ['nobody reviews their own', 'inReview', 'approve', { actorId: 1 }, 'OWN_WORK'],
    ['nobody sends back their own', 'inReview', 'sendBack', { actorId: 1 }, 'OWN_WORK'],
    ['no approval by a post too low', 'inReview', 'approve', { authorised: [] }, 'APPROVAL_NEEDED'],
    ['the permit is asked for again at the approval', 'inReview', 'approve', { permit: null }, 'PERMIT_MISSING'],
    [
      'the deposit is complete to the fen',
      'approved',
      'completeDeposit',
      { receivedFen: fen(yuan(50_000) - 1) },
      'DEPOSIT_SHORT',
    ],
    ['no contract before the deposit', 'approved', 'convert', {}, 'NOT_IN_THIS_STATE'],
    [
      'no contract after the day to sign',
      'depositComplete',
      'convert',
      { signByOn: localDate('2026-11-22') },
      'SIGNING_OVERDUE',
    ],
    ['no change to a unit that is taken', 'approved', 'changeUnit', { targetFree: false }, 'TARGET_UNIT_NOT_FREE'],
    ['no change of name without proof', 'approved', 'changeName', { nameProof: false }, 'NAME_CHANGE_PROOF_MISSING'],
    ['no extension beyond the authority', 'approved', 'extendSigning', { authorised: [] }, 'APPROVAL_NEEDED'],
    ['no cancelling of a draft with money', 'draft', 'cancel', { receivedFen: fen(1) }, 'MONEY_RECEIVED'],
    ['no cancelling before the refund', 'depositComplete', 'cancel', { toReturnFen: fen(1) }, 'MONEY_NOT_RETURNED'],
    [
      'no cancelling before the receipts are back',
      'depositComplete',
      'cancel',
      { receiptsRecovered: false },
      'RECEIPTS_NOT_RECOVERED',
    ],
    [
      'no forfeiture before the day to sign has passed',
      'depositComplete',
      'forfeit',
      { signByOn: today },
      'SIGNING_NOT_OVERDUE',
    ],
    [
      'no forfeiture without the notice',
      'depositComplete',
      'forfeit',
      { terminationNoticeServed: false },
      'TERMINATION_NOTICE_MISSING',
    ],
    ['no lapse before the deposit is overdue', 'approved', 'expire', { depositDueOn: today }, 'DEPOSIT_NOT_DUE'],
    ['no lapse with money', 'approved', 'expire', { receivedFen: fen(1) }, 'MONEY_RECEIVED'],
    ['no way back while the contract lives', 'converted', 'reopen', { contract: 'printed' }, 'CONTRACT_STILL_LIVE'],
  ])('%s', (_rule, state, event, change, code) => {
    expect(codeOf(state, event, change)).toBe(code);
  });

  it('caps the deposit at 20 % of the price, to the fen, and names the article', () => {
    const cap = yuan(380_000);
    expect(codeOf('draft', 'submit', { depositFen: cap })).toBeUndefined();
    const decision = decide(subscriptionLifecycle, 'draft', 'submit', factsFor('submit', { depositFen: fen(cap + 1) }));
    expect(decision.refused).toEqual({ code: 'DEPOSIT_OVER_CAP', params: { capFen: cap, article: 'civilCode586' } });
  });

  it('parks the unit when it is submitted and takes it when it is approved', () => {
    expect(decide(subscriptionLifecycle, 'draft', 'submit', good)).toEqual({ next: 'inReview', effects: ['parkUnit'] });
    expect(decide(subscriptionLifecycle, 'inReview', 'approve', good)).toMatchObject({
      effects: ['unitSubscribed', 'startSigningPeriod', 'issueBook'],
    });
  });

  it('lets a lapsed consent of the lender pass, since it blocks only the signing', () => {
    const lapsed = { encumbrance: 'projectMortgage', mortgageDisclosed: true, lenderConsent: null } as const;
    expect(codeOf('draft', 'submit', lapsed)).toBeUndefined();
    expect(codeOf('depositComplete', 'convert', lapsed)).toBeUndefined();
  });

  it('comes back to the deposit when the draft of the contract was dropped', () => {
    expect(codeOf('converted', 'reopen', { contract: 'superseded' })).toBeUndefined();
  });
});
