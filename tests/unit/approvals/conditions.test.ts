import { describe, expect, it } from 'vitest';
import { conditionsRefusal, noConditions, payableDays, tiedDays } from '#shared/domain/approvals/conditions.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const on = (day: number) => localDate(`2026-11-${String(day).padStart(2, '0')}`);
const today = on(23);
const deal = {
  signBy: on(30),
  plan: [
    { position: 1, item: 'deposit', dueOn: on(23), inPrice: true },
    { position: 2, item: 'firstPayment', dueOn: on(30), inPrice: true },
    { position: 3, item: 'commercialLoan', dueOn: on(30), inPrice: true },
  ],
} as const;

describe('The days of an approval that is tied', () => {
  it.each([
    { what: 'nothing', days: {}, refused: undefined },
    { what: 'a signing today', days: { signBy: on(23) }, refused: undefined },
    { what: 'a signing before today', days: { signBy: on(22) }, refused: 'CONDITION_DAY_WRONG' },
    { what: 'a deposit with the signing', days: { depositBy: on(30) }, refused: undefined },
    { what: 'a deposit yesterday', days: { depositBy: on(22) }, refused: 'CONDITION_PAYMENT_DAY_WRONG' },
    {
      what: 'a deposit after the signing',
      days: { signBy: on(25), depositBy: on(26) },
      refused: 'CONDITION_PAYMENT_DAY_WRONG',
    },
    { what: 'a first payment on the way', days: { firstPaymentBy: on(27) }, refused: undefined },
    {
      what: 'a first payment before the deposit',
      days: { depositBy: on(26), firstPaymentBy: on(25) },
      refused: 'CONDITION_PAYMENT_DAY_WRONG',
    },
    {
      what: 'a first payment after the signing',
      days: { signBy: on(25), firstPaymentBy: on(26) },
      refused: 'CONDITION_PAYMENT_DAY_WRONG',
    },
  ])('are refused as they should be: $what', ({ days, refused }) => {
    expect(conditionsRefusal({ ...noConditions, ...days }, deal, today)?.code).toBe(refused);
  });

  it('cannot be those of a payment that the plan does not have, nor of a request about no deal', () => {
    const days = { ...noConditions, firstPaymentBy: on(25) };
    const [deposit] = deal.plan;
    expect(conditionsRefusal(days, { ...deal, plan: [deposit] }, today)?.code).toBe('CONDITION_PAYMENT_MISSING');
    expect(conditionsRefusal(days, null, today)?.code).toBe('CONDITION_WITHOUT_DEAL');
    expect(payableDays(noConditions, { ...deal, plan: [] }, today)).toEqual({ deposit: null, firstPayment: null });
  });

  it('move what is due by the signing with it, so that nobody signs before the first payment; not what banks pay', () => {
    expect(tiedDays({ ...noConditions, signBy: on(25) }, deal)).toEqual({
      signBy: on(25),
      lines: [{ position: 2, dueOn: on(25) }],
    });
  });

  it('are the ones that were set for deposit and first payment', () => {
    const days = { ...noConditions, signBy: on(28), depositBy: on(24), firstPaymentBy: on(26) };
    expect(tiedDays(days, deal)).toEqual({
      signBy: on(28),
      lines: [
        { position: 1, dueOn: on(24) },
        { position: 2, dueOn: on(26) },
      ],
    });
    expect(tiedDays(noConditions, deal)).toEqual({ signBy: on(30), lines: [] });
  });
});
