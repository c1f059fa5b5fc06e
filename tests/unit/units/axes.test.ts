import { describe, expect, it } from 'vitest';
import { decide } from '#shared/domain/lifecycle.ts';
import { authorisedUnitEvents } from '#shared/domain/units/authority.ts';
import { axisConflicts } from '#shared/domain/units/axes.ts';
import { unitEncumbranceAxis, unitEncumbranceEvents } from '#shared/domain/units/encumbrance.ts';
import { type UnitLegalEvent, type UnitLegalFacts, unitLegal, unitLegalEvents } from '#shared/domain/units/legal.ts';
import {
  bookingEnd,
  defaultClaimPolicy,
  endOfDay,
  holdTermRefusal,
  lockEnd,
} from '#shared/domain/units/lock-policy.ts';
import { type UnitPostSaleFacts, unitPostSale, unitPostSaleEvents } from '#shared/domain/units/post-sale.ts';
import { priceInFiledBand } from '#shared/domain/units/sale-conditions.ts';
import {
  type UnitCommercialState,
  unitEncumbrances,
  unitLegalStates,
  unitPostSaleStates,
} from '#shared/domain/units/states.ts';
import { dateTimeOf, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';
import { now, open } from './unit-facts.ts';

const onSale: Record<UnitLegalEvent, UnitCommercialState> = {
  cover: 'unreleased',
  uncover: 'unreleased',
  recordDeposit: 'subscribed',
  withdrawDeposit: 'subscribed',
  netSign: 'drafting',
  cancelNetSigning: 'drafting',
  register: 'signed',
  cancelFiling: 'signed',
};
const legalFacts = (event: UnitLegalEvent, change: Partial<UnitLegalFacts> = {}): UnitLegalFacts => ({
  ...open,
  commercial: onSale[event],
  filingChecked: true,
  ...change,
});

describe('The registry’s view of a unit', () => {
  it('lets exactly these steps happen', () => {
    const seen = unitLegalStates.map((state) => [
      state,
      unitLegalEvents.flatMap((event) => {
        const decision = decide(unitLegal, state, event, legalFacts(event));
        return decision.refused ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      notCovered: ['cover → saleable'],
      saleable: ['uncover → notCovered', 'recordDeposit → depositPaid', 'netSign → contractSigned'],
      depositPaid: ['withdrawDeposit → saleable', 'netSign → contractSigned'],
      contractSigned: ['cancelNetSigning → saleable', 'register → registered'],
      registered: ['cancelFiling → saleable'],
    });
  });

  it('covers nothing without a permit and uncovers nothing that is on sale', () => {
    expect(decide(unitLegal, 'notCovered', 'cover', legalFacts('cover', { permit: null })).refused?.code).toBe(
      'PERMIT_MISSING',
    );
    expect(
      decide(unitLegal, 'saleable', 'uncover', legalFacts('uncover', { commercial: 'available' })).refused?.code,
    ).toBe('UNIT_RELEASED');
  });

  it('registers only a signed contract whose filing was checked', () => {
    const refused = (change: Partial<UnitLegalFacts>) =>
      decide(unitLegal, 'contractSigned', 'register', legalFacts('register', change)).refused?.code;
    expect(refused({ commercial: 'drafting' })).toBe('UNIT_NOT_SIGNED');
    expect(refused({ filingChecked: false })).toBe('FILING_NUMBER_MISSING');
    expect(refused({ encumbrance: 'seized' })).toBe('UNIT_SEIZED');
  });
});

describe('The encumbrance of a unit', () => {
  it('lets exactly these steps happen', () => {
    const seen = unitEncumbrances.map((state) => [
      state,
      unitEncumbranceEvents.flatMap((event) => {
        const decision = decide(unitEncumbranceAxis, state, event, { commercial: 'available', beforeSeizure: null });
        return decision.refused ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      none: ['mortgage → projectMortgage', 'seize → seized'],
      projectMortgage: ['requestDischarge → dischargeRequested', 'seize → seized'],
      dischargeRequested: ['withdrawDischarge → projectMortgage', 'discharge → discharged', 'seize → seized'],
      discharged: ['mortgage → projectMortgage', 'seize → seized'],
      seized: ['liftSeizure → none'],
    });
  });

  it.each(['none', 'projectMortgage', 'dischargeRequested', 'discharged'] as const)(
    'brings back %s when the seizure is lifted',
    (beforeSeizure) => {
      const decision = decide(unitEncumbranceAxis, 'seized', 'liftSeizure', { commercial: 'signed', beforeSeizure });
      expect(decision).toMatchObject({ next: beforeSeizure });
    },
  );

  it('mortgages no unit that is sold', () => {
    const decision = decide(unitEncumbranceAxis, 'none', 'mortgage', { commercial: 'subscribed', beforeSeizure: null });
    expect(decision.refused?.code).toBe('UNIT_SOLD');
  });
});

const sold: UnitPostSaleFacts = {
  commercial: 'paidUp',
  legal: 'registered',
  seized: false,
  balanceFen: ZERO_FEN,
  deliveryReady: true,
  maintenanceFundPaid: true,
  areaSettled: true,
};

describe('What follows the sale of a unit', () => {
  it('lets exactly these steps happen', () => {
    const seen = unitPostSaleStates.map((state) => [
      state,
      unitPostSaleEvents.flatMap((event) => {
        const facts = event === 'unwind' ? { ...sold, legal: 'saleable' as const } : sold;
        const decision = decide(unitPostSale, state, event, facts);
        return decision.refused ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      none: ['file → filed'],
      filed: ['disburseLoan → loanDisbursed', 'deliver → delivered', 'unwind → none'],
      loanDisbursed: ['recallLoan → filed', 'deliver → delivered', 'unwind → none'],
      delivered: ['issueTitle → titleIssued', 'unwind → none'],
      titleIssued: ['collectTitle → titleCollected'],
      titleCollected: [],
    });
  });

  it.each<[string, Partial<UnitPostSaleFacts>, string]>([
    ['while the price is open', { balanceFen: fen(1) }, 'BALANCE_OPEN'],
    ['before the completion filing', { deliveryReady: false }, 'DELIVERY_NOT_READY'],
    ['before the maintenance fund is paid', { maintenanceFundPaid: false }, 'MAINTENANCE_FUND_UNPAID'],
    ['under a seizure', { seized: true }, 'UNIT_SEIZED'],
  ])('hands over nothing %s', (_when, change, code) => {
    expect(decide(unitPostSale, 'loanDisbursed', 'deliver', { ...sold, ...change }).refused?.code).toBe(code);
  });

  it('issues no title before the area is settled', () => {
    expect(decide(unitPostSale, 'delivered', 'issueTitle', { ...sold, areaSettled: false }).refused?.code).toBe(
      'AREA_NOT_SETTLED',
    );
  });
});

describe('The axes together', () => {
  it('names every combination that must never be seen', () => {
    const plain = { commercial: 'available', legal: 'saleable', encumbrance: 'none', postSale: 'none' } as const;
    expect(axisConflicts(plain)).toEqual([]);
    expect(axisConflicts({ ...plain, legal: 'notCovered' })).toEqual(['onSaleWithoutPermit']);
    expect(axisConflicts({ ...plain, legal: 'depositPaid' })).toHaveLength(1);
    expect(axisConflicts({ ...plain, legal: 'contractSigned' })).toHaveLength(1);
    expect(axisConflicts({ ...plain, legal: 'registered', postSale: 'filed' })).toHaveLength(2);
    expect(axisConflicts({ ...plain, commercial: 'paidUp', legal: 'registered', postSale: 'delivered' })).toEqual([]);
  });
});

describe('Who may keep a unit, and how long', () => {
  it('gives a supervisor holds within the quota, a manager any, a consultant none', () => {
    const may = (post: 'consultant' | 'supervisor' | 'manager' | null, holdQuotaLeft: boolean) =>
      authorisedUnitEvents(post, { holdQuotaLeft, approved: [] });
    expect(may('consultant', true)).toEqual([]);
    expect(may('supervisor', true)).toContain('hold');
    expect(may('supervisor', false)).not.toContain('hold');
    expect(may('supervisor', false)).toEqual(expect.arrayContaining(['unlock', 'extendHold']));
    expect(may('consultant', true)).not.toContain('extendHold');
    expect(may('manager', false)).toEqual(expect.arrayContaining(['hold', 'release', 'freeze']));
    expect(may(null, true)).toEqual([]);
    expect(authorisedUnitEvents('consultant', { holdQuotaLeft: false, approved: ['hold'] })).toEqual(['hold']);
  });

  it('ends locks after minutes, bookings at the end of a day, and holds within the policy', () => {
    expect(lockEnd(now, defaultClaimPolicy) - now).toBe(15 * 60_000);
    expect(dateTimeOf(bookingEnd(now, defaultClaimPolicy))).toBe('2026-11-26 23:59');
    const lastAllowed = endOfDay(localDate('2026-11-30'));
    expect(holdTermRefusal(now, lastAllowed, defaultClaimPolicy)).toBeUndefined();
    expect(holdTermRefusal(now, lastAllowed + 1, defaultClaimPolicy)?.code).toBe('HOLD_TOO_LONG');
    expect(holdTermRefusal(now, now, defaultClaimPolicy)?.code).toBe('HOLD_EXPIRED');
  });

  it('keeps a price within the band of the filed one, both ends included', () => {
    const band = { belowPpm: 150_000, abovePpm: 0 };
    const filed = yuan(2_000_000);
    expect(priceInFiledBand(filed, yuan(1_700_000), band)).toBeUndefined();
    expect(priceInFiledBand(filed, filed, band)).toBeUndefined();
    expect(priceInFiledBand(filed, fen(yuan(1_700_000) - 1), band)?.params).toEqual({
      lowestFen: yuan(1_700_000),
      highestFen: filed,
      article: 'markedPrice',
    });
    expect(priceInFiledBand(filed, fen(filed + 1), band)?.code).toBe('PRICE_OUTSIDE_FILED_BAND');
    // 85 % of 100.06 yuan are 85.051: the fen below lies outside, whatever it would round to.
    expect(priceInFiledBand(fen(10_006), fen(8506), band)).toBeUndefined();
    expect(priceInFiledBand(fen(10_006), fen(8505), band)?.code).toBe('PRICE_OUTSIDE_FILED_BAND');
  });
});
