import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/lifecycle.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import { type UnitEvent, unitEvents } from '#shared/domain/units/events.ts';
import type { UnitFacts } from '#shared/domain/units/facts.ts';
import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';
import { dayOf, localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { factsFor, later, now, open } from './unit-facts.ts';

type Row = Partial<Record<UnitEvent, UnitCommercialState>>;

/** With a deal that was made before the office had this program. */
const takenOver = { takeOver: 'subscribed', takeOverSigned: 'signed' } as const satisfies Row;

/** The whole matrix, written out by hand from domain.md 4.1 and decision 17; what is not here is refused. */
const matrix: Record<UnitCommercialState, Row> = {
  unreleased: { release: 'available', freeze: 'frozen', takeOffSale: 'notForSale', ...takenOver },
  available: {
    takeBack: 'unreleased',
    ...takenOver,
    lock: 'locked',
    hold: 'held',
    park: 'held',
    moveIn: 'subscribed',
    freeze: 'frozen',
    takeOffSale: 'notForSale',
  },
  locked: {
    renewLock: 'locked',
    unlock: 'available',
    lockExpires: 'available',
    hold: 'held',
    park: 'held',
    book: 'booked',
    subscribe: 'subscribed',
    moveIn: 'subscribed',
    freeze: 'frozen',
  },
  held: {
    extendHold: 'held',
    withdrawHold: 'available',
    holdExpires: 'available',
    park: 'held',
    unpark: 'available',
    book: 'booked',
    subscribe: 'subscribed',
    moveIn: 'subscribed',
    freeze: 'frozen',
    takeOffSale: 'notForSale',
  },
  booked: {
    park: 'booked',
    unpark: 'booked',
    extendBooking: 'booked',
    refundBooking: 'available',
    bookingExpires: 'available',
    subscribe: 'subscribed',
    moveIn: 'subscribed',
    freeze: 'frozen',
  },
  subscribed: {
    cancelSubscription: 'available',
    forfeit: 'available',
    subscriptionExpires: 'available',
    startDrafting: 'drafting',
    moveOut: 'available',
  },
  drafting: { dropDraft: 'subscribed', sign: 'signed', moveOut: 'available' },
  signed: { settle: 'paidUp', terminate: 'available', moveOut: 'available' },
  paidUp: { reopenBalance: 'signed', terminate: 'available' },
  frozen: { unfreeze: 'available' },
  notForSale: { putBackOnSale: 'available', ...takenOver },
};

const launch: UnitFacts['launch'] = { number: 'KP-2026-0001', name: '首批开盘' };
const parkedHold: UnitFacts['hold'] = { purpose: 'approval', customerId: 7, expiresAt: later, overHold: false };

describe('Sales control of a unit', () => {
  it.each<[UnitCommercialState, UnitEvent]>([
    ['held', 'subscribe'],
    ['held', 'park'],
    ['booked', 'subscribe'],
    ['available', 'freeze'],
    ['available', 'takeOffSale'],
    ['locked', 'unlock'],
  ])('lets a unit that is %s %s while its launch is picking', (state, event) => {
    expect(decide(unitCommercial, state, event, factsFor(event, { launch })).refused).toBeUndefined();
  });

  it.each(unitCommercialStates)('lets exactly the steps of the table leave %s', (state) => {
    const seen: Row = {};
    for (const event of unitEvents) {
      const decision = decide(unitCommercial, state, event, factsFor(event));
      if (decision.refused === undefined) seen[event] = decision.next;
    }
    expect(seen).toEqual(matrix[state]);
  });

  it.each<[UnitCommercialState, UnitEvent, string]>([
    ['unreleased', 'lock', 'UNIT_NOT_RELEASED'],
    ['locked', 'lock', 'UNIT_TAKEN'],
    ['subscribed', 'lock', 'UNIT_TAKEN'],
    ['signed', 'hold', 'UNIT_SOLD'],
    ['frozen', 'book', 'UNIT_FROZEN'],
    ['frozen', 'subscribe', 'UNIT_FROZEN'],
    ['notForSale', 'lock', 'UNIT_NOT_FOR_SALE'],
    ['available', 'sign', 'NOT_IN_THIS_STATE'],
  ])('says why a unit that is %s refuses to %s', (state, event, code) => {
    expect(decide(unitCommercial, state, event, factsFor(event)).refused?.code).toBe(code);
  });

  const refusals: [string, UnitCommercialState, UnitEvent, Partial<UnitFacts>, string][] = [
    ['no release without a permit', 'unreleased', 'release', { permit: null }, 'PERMIT_MISSING'],
    ['no release outside the registry table', 'unreleased', 'release', { legal: 'notCovered' }, 'PERMIT_MISSING'],
    ['no release without a filed price', 'unreleased', 'release', { filedPriceFen: null }, 'FILED_PRICE_MISSING'],
    ['no release of an unpublished price', 'unreleased', 'release', { pricePublished: false }, 'PRICE_NOT_PUBLISHED'],
    [
      'no release of a mortgaged unit without consent',
      'unreleased',
      'release',
      { encumbrance: 'projectMortgage' },
      'LENDER_CONSENT_MISSING',
    ],
    ['no release by somebody without the authority', 'unreleased', 'release', { authorised: [] }, 'APPROVAL_NEEDED'],
    ['no taking back after a deal', 'available', 'takeBack', { everHadDeal: true }, 'UNIT_HAS_DEAL'],
    ['no lock beside the desks of a launch', 'available', 'lock', { launch }, 'UNIT_AT_LAUNCH'],
    ['no hold beside the desks of a launch', 'available', 'hold', { launch }, 'UNIT_AT_LAUNCH'],
    ['no parking beside the desks of a launch', 'available', 'park', { launch }, 'UNIT_AT_LAUNCH'],
    ['no room change to a home of a launch', 'available', 'moveIn', { launch }, 'UNIT_AT_LAUNCH'],
    ['no longer lock while a launch is picking', 'locked', 'renewLock', { launch }, 'UNIT_AT_LAUNCH'],
    ['no booking on a lock while a launch is picking', 'locked', 'book', { launch }, 'UNIT_AT_LAUNCH'],
    ['no subscription on a lock while a launch is picking', 'locked', 'subscribe', { launch }, 'UNIT_AT_LAUNCH'],
    [
      'no lock beyond the limit of a person',
      'available',
      'lock',
      { locksOfActor: ['3-1-1801', '3-1-1802'] },
      'LOCK_LIMIT',
    ],
    [
      'one lock for each terminal',
      'available',
      'lock',
      { lockOfTerminal: { unit: '3-1-1801', by: '赵敏' } },
      'TERMINAL_HAS_LOCK',
    ],
    [
      'no renewal from another terminal',
      'locked',
      'renewLock',
      { lock: { accountId: 1, terminal: 'T2', expiresAt: later, renewals: 0 } },
      'LOCK_ON_OTHER_TERMINAL',
    ],
    [
      'no third renewal',
      'locked',
      'renewLock',
      { lock: { accountId: 1, terminal: 'T1', expiresAt: later, renewals: 2 } },
      'LOCK_RENEWALS_USED',
    ],
    [
      'no booking on a lock that ran out',
      'locked',
      'book',
      { lock: { accountId: 1, terminal: 'T1', expiresAt: now, renewals: 0 } },
      'LOCK_EXPIRED',
    ],
    [
      'no unlocking of a colleague by a consultant',
      'locked',
      'unlock',
      { authorised: [], lock: { accountId: 2, terminal: 'T2', expiresAt: later, renewals: 0 } },
      'LOCK_NOT_YOURS',
    ],
    ['no lapse of a running lock', 'locked', 'lockExpires', { lock: open.lock }, 'LOCK_RUNNING'],
    ['no hold beyond the quota', 'available', 'hold', { authorised: [] }, 'APPROVAL_NEEDED'],
    ['no lapse of a running hold', 'held', 'holdExpires', { hold: open.hold }, 'HOLD_RUNNING'],
    ['no withdrawal while an approval is open', 'held', 'withdrawHold', { hold: parkedHold }, 'UNIT_PARKED'],
    ['no booking for another than the customer of the hold', 'held', 'book', { customerId: 8 }, 'HOLD_OTHER_CUSTOMER'],
    [
      'no subscription on a hold of the management',
      'held',
      'subscribe',
      { hold: { purpose: 'management', customerId: null, expiresAt: later, overHold: false } },
      'HOLD_OTHER_CUSTOMER',
    ],
    [
      'no subscription on a hold that ran out',
      'held',
      'subscribe',
      { hold: { purpose: 'customer', customerId: 7, expiresAt: now, overHold: false } },
      'HOLD_EXPIRED',
    ],
    ['no booking without a permit', 'held', 'book', { permit: null }, 'PERMIT_MISSING'],
    ['no booking without the money', 'held', 'book', { bookingMoneyReceived: false }, 'BOOKING_MONEY_MISSING'],
    [
      'no lapse of a booking under review',
      'booked',
      'bookingExpires',
      { booking: { customerId: 7, expiresAt: now, parked: true } },
      'UNIT_PARKED',
    ],
    [
      'no end of a booking before its money is back',
      'booked',
      'refundBooking',
      { toReturnFen: fen(1) },
      'MONEY_NOT_RETURNED',
    ],
    ['no subscription before its review', 'held', 'subscribe', { subscription: 'inReview' }, 'DEAL_NOT_READY'],
    [
      'no subscription under an expired permit',
      'held',
      'subscribe',
      { permit: { coversBuilding: true, validFromOn: localDate('2026-01-01'), validUntilOn: localDate('2026-11-22') } },
      'PERMIT_EXPIRED',
    ],
    [
      'no free unit before the receipts are back',
      'subscribed',
      'cancelSubscription',
      { receiptsRecovered: false },
      'RECEIPTS_NOT_RECOVERED',
    ],
    [
      'no free unit while the registry shows a deposit',
      'subscribed',
      'forfeit',
      { legal: 'depositPaid' },
      'FILING_NOT_CANCELLED',
    ],
    [
      'no contract without a converted subscription',
      'subscribed',
      'startDrafting',
      { subscription: 'approved' },
      'DEAL_NOT_READY',
    ],
    [
      'no dropped draft while it is net-signed',
      'drafting',
      'dropDraft',
      { legal: 'contractSigned' },
      'FILING_NOT_CANCELLED',
    ],
    ['no signing without the lender', 'drafting', 'sign', { encumbrance: 'projectMortgage' }, 'LENDER_CONSENT_MISSING'],
    [
      'no signing before the discharge where the city asks for it',
      'drafting',
      'sign',
      {
        encumbrance: 'dischargeRequested',
        lenderConsent: { validFromOn: localDate('2026-01-01'), validUntilOn: null },
        dischargeBeforeSigning: true,
      },
      'UNIT_NOT_DISCHARGED',
    ],
    ['nothing is paid up while a fen is open', 'signed', 'settle', { balanceFen: fen(1) }, 'BALANCE_OPEN'],
    ['no termination before the loan is closed', 'signed', 'terminate', { loanOpen: true }, 'LOAN_NOT_CLOSED'],
    [
      'no termination before the filing is cancelled',
      'paidUp',
      'terminate',
      { legal: 'registered' },
      'FILING_NOT_CANCELLED',
    ],
    ['no termination before delivery is undone', 'paidUp', 'terminate', { postSale: 'delivered' }, 'SALE_NOT_UNWOUND'],
    ['no change of unit while the contract lives', 'drafting', 'moveOut', { contract: 'draft' }, 'DEAL_NOT_READY'],
    ['no freezing while an approval is open', 'held', 'freeze', { hold: parkedHold }, 'UNIT_PARKED'],
  ];
  it.each(refusals)('%s', (_rule, state, event, change, code) => {
    expect(decide(unitCommercial, state, event, factsFor(event, change)).refused?.code).toBe(code);
  });

  it('lets a lapsed consent of the lender block the signing but not the subscription', () => {
    const lapsed: Partial<UnitFacts> = {
      encumbrance: 'projectMortgage',
      lenderConsent: { validFromOn: localDate('2026-01-01'), validUntilOn: localDate('2026-11-01') },
    };
    expect(decide(unitCommercial, 'held', 'subscribe', factsFor('subscribe', lapsed)).refused).toBeUndefined();
    expect(decide(unitCommercial, 'drafting', 'sign', factsFor('sign', lapsed)).refused?.code).toBe(
      'LENDER_CONSENT_MISSING',
    );
  });

  it('blocks every forward step of a seized unit, and lets every way back stay open', () => {
    const forward: readonly UnitEvent[] = [
      ...([
        'release',
        'lock',
        'renewLock',
        'hold',
        'extendHold',
        'park',
        'book',
        'extendBooking',
        'subscribe',
      ] as const),
      ...(['startDrafting', 'sign', 'settle', 'moveIn', 'takeOver', 'takeOverSigned'] as const),
    ];
    const blocked = new Set<UnitEvent>();
    for (const state of unitCommercialStates)
      for (const event of unitEvents) {
        const decision = decide(unitCommercial, state, event, factsFor(event, { encumbrance: 'seized' }));
        if (decision.refused?.code === 'UNIT_SEIZED') blocked.add(event);
        else if (decision.refused === undefined) expect(forward).not.toContain(event);
      }
    expect([...blocked].sort()).toEqual([...forward].sort());
  });

  it('names the article of the law where the law refuses', () => {
    const refused = (state: UnitCommercialState, event: UnitEvent, change: Partial<UnitFacts>) =>
      decide(unitCommercial, state, event, factsFor(event, change)).refused?.params?.article;
    expect(refused('unreleased', 'release', { permit: null })).toBe('urbanRealEstate45');
    expect(refused('held', 'book', { permit: null })).toBe('shandong30');
    expect(refused('held', 'subscribe', { permit: null })).toBe('spcSale2');
    expect(refused('drafting', 'sign', { encumbrance: 'seized' })).toBe('urbanRealEstate38');
  });

  it('gives a parked unit back to the hold over which the approval was laid', () => {
    const facts = factsFor('unpark', {
      hold: { purpose: 'approval', customerId: 7, expiresAt: later, overHold: true },
    });
    expect(decide(unitCommercial, 'held', 'unpark', facts)).toEqual({ next: 'held', effects: ['endParking'] });
    expect(decide(unitCommercial, 'held', 'unpark', factsFor('unpark', { hold: open.hold })).refused?.code).toBe(
      'NOT_IN_THIS_STATE',
    );
  });

  it('turns a parked unit into a hold when the hold is approved', () => {
    const decision = decide(unitCommercial, 'held', 'hold', factsFor('hold', { hold: parkedHold }));
    expect(decision).toEqual({ next: 'held', effects: ['endParking', 'startHold'] });
  });

  it.each<[UnitCommercialState, UnitCommercialState]>([
    ['unreleased', 'unreleased'],
    ['available', 'available'],
    ['locked', 'available'],
    ['held', 'held'],
    ['booked', 'booked'],
  ])('unfreezes a unit that was %s as %s', (cameFrom, next) => {
    expect(decide(unitCommercial, 'frozen', 'unfreeze', factsFor('unfreeze', { cameFrom }))).toMatchObject({ next });
  });

  it('says until when a hold runs', () => {
    const { refused } = decide(unitCommercial, 'held', 'holdExpires', factsFor('holdExpires', { hold: open.hold }));
    expect(refused?.params).toEqual({ untilOn: dayOf(later) });
  });
});
