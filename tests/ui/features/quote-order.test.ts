import { describe, expect, it } from 'vitest';
import { firstPlanOrder, planAdjustments, saveStep, withWay } from '#renderer/features/quotes/order.ts';
import { type Order, orderFromPlan } from '#renderer/features/subscriptions/order.ts';
import type { Discount } from '#shared/domain/pricing/catalogue.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const plans = [
  { code: 'lumpSum', kind: 'lumpSum', lends: false },
  { code: 'instalment', kind: 'instalment', lends: false },
  { code: 'mortgage', kind: 'mortgage', lends: true },
  { code: 'providentFund', kind: 'providentFund', lends: true },
  { code: 'combined', kind: 'combined', lends: true },
] as const;

const onTime: Discount = {
  kind: 'percent',
  code: 'onTime',
  label: '按时签约',
  ratePpm: 10_000,
  from: null,
  until: null,
  stackable: true,
  authority: null,
};
const agreed = { kind: 'reduction' as const, code: 'by-hand-1', label: '另议', amount: yuan(5_000) };

describe('the form of a purchase plan', () => {
  it.each([
    { what: 'a customer is missing', missing: 1, reckoning: true, plan: undefined, step: 'stay' },
    { what: 'nothing was reckoned yet', missing: 0, reckoning: true, plan: undefined, step: 'wait' },
    { what: 'an older price stands there', missing: 0, reckoning: true, plan: { refusals: [] }, step: 'wait' },
    { what: 'the home cannot be offered', missing: 0, reckoning: false, plan: { refusals: ['x'] }, step: 'stay' },
    { what: 'the price stands there', missing: 0, reckoning: false, plan: { refusals: [] }, step: 'save' },
  ])('when saved while $what: $step', ({ missing, reckoning, plan, step }) => {
    expect(saveStep({ missing, reckoning, plan })).toBe(step);
  });

  it('begins with the three ways that most ask for, over the longest term', () => {
    const { ways, customerId } = firstPlanOrder(plans, 30, 7);
    expect(ways.map(({ planCode, loanYears }) => [planCode, loanYears])).toEqual([
      ['lumpSum', 30],
      ['mortgage', 30],
      ['combined', 30],
    ]);
    expect(customerId).toBe(7);
    expect(firstPlanOrder(plans.slice(1, 2), 30, null).ways.map(({ planCode }) => planCode)).toEqual(['instalment']);
  });

  it('takes ways in and out in the order of the office, never a fourth', () => {
    const { ways } = firstPlanOrder(plans, 30, null);
    expect(withWay(ways, 'instalment', plans, 30)).toEqual(ways);
    const two = withWay(ways, 'mortgage', plans, 30);
    expect(withWay(two, 'instalment', plans, 30).map(({ planCode }) => planCode)).toEqual([
      'lumpSum',
      'instalment',
      'combined',
    ]);
  });

  it('sets two plans of one kind side by side, and takes out the one that is meant', () => {
    const several = [...plans, { code: 'mortgage-2', kind: 'mortgage', lends: true } as const];
    const { ways } = firstPlanOrder(several, 30, null);
    expect(ways.map(({ planCode }) => planCode)).toEqual(['lumpSum', 'mortgage', 'combined']);
    const both = withWay(withWay(ways, 'lumpSum', several, 30), 'mortgage-2', several, 30);
    expect(both.map(({ planCode }) => planCode)).toEqual(['mortgage', 'combined', 'mortgage-2']);
    expect(withWay(both, 'mortgage', several, 30).map(({ planCode }) => planCode)).toEqual(['combined', 'mortgage-2']);
  });

  it('sends the discounts of the catalogue before what was agreed by hand', () => {
    const order = { ...firstPlanOrder(plans, 30, null), discounts: ['onTime', 'gone'], byHand: [agreed] };
    expect(planAdjustments(order, [onTime]).map(({ code }) => code)).toEqual(['onTime', 'by-hand-1']);
  });
});

describe('a subscription from a purchase plan', () => {
  const empty: Order = {
    buyers: [],
    signers: [],
    discounts: [],
    byHand: [],
    planCode: 'instalment',
    deposit: yuan(50_000),
    signBy: localDate('2026-11-30'),
    consent: false,
    mortgageDisclosed: false,
    reason: '',
  };
  const plan = {
    row: { customer: { id: 4 }, planCodes: ['lumpSum', 'mortgage'] as const },
    adjustments: [{ kind: 'percent' as const, code: 'onTime', label: '按时签约', ratePpm: 10_000 }, agreed],
  };

  it('is filled with the customer, the discounts and the chosen way', () => {
    expect(orderFromPlan(empty, plan, 'mortgage', [onTime])).toMatchObject({
      buyers: [{ customerId: 4, sharePpm: 1_000_000 }],
      discounts: ['onTime'],
      byHand: [agreed],
      planCode: 'mortgage',
      deposit: yuan(50_000),
      consent: false,
    });
    expect(orderFromPlan(empty, plan, undefined, [onTime]).planCode).toBe('lumpSum');
  });

  it('leaves out a discount that the catalogue no longer has, so that nobody gives it unseen', () => {
    const { discounts, byHand } = orderFromPlan(empty, plan, undefined, []);
    expect([discounts, byHand]).toEqual([[], [agreed]]);
  });
});
