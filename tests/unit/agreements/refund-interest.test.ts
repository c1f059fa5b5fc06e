import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interestDays, interestOn, refundInterestPpm } from '#shared/domain/agreements/refund-interest.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const paidOn = localDate('2026-11-16');
const reference = 49_000;

describe('The interest on what goes back when a contract ends', () => {
  const agreed = { deliveryInterest: 60_000, qualityInterest: null };

  it.each([
    ['not due where the buyers are in breach', { cause: 'buyer' }, 0],
    ['not due where the buyers are in breach, whatever article is named', { cause: 'buyer', ground: 'title' }, 0],
    ['at the rate of the article on which the seller’s end rests', { cause: 'seller', ground: 'lateDelivery' }, 60_000],
    ['at the reference rate where that article agrees on none', { cause: 'seller', ground: 'quality' }, reference],
    ['at the reference rate where the seller ends it by consent', { cause: 'seller' }, reference],
    ['at the reference rate where nobody is at fault', { cause: 'nobody', ground: 'lateDelivery' }, reference],
  ] as const)('is %s', (_what, end, ppm) => {
    expect(refundInterestPpm(end, agreed, reference)).toBe(ppm);
  });

  it.each([
    ['a year', yuan(100_000), '2027-11-16', 49_000, yuan(4_900)],
    ['one day, half up', yuan(100_000), '2026-11-17', 49_000, fen(1_342)],
    ['half a fen up', fen(365), '2026-11-17', 500_000, fen(1)],
    ['less than half a fen', fen(364), '2026-11-17', 500_000, fen(0)],
    ['the day of the payment itself', yuan(100_000), '2026-11-16', 49_000, fen(0)],
    ['a payment of after that day', yuan(100_000), '2026-11-01', 49_000, fen(0)],
    ['a leap year, its day included', yuan(365_000), '2028-11-16', 10_000, yuan(7_310)],
  ] as const)('for %s', (_what, amount, until, yearlyPpm, interest) => {
    expect(interestOn(amount, paidOn, { yearlyPpm, until: localDate(until) })).toBe(interest);
  });

  it('never falls with the days, and is off by at most half a fen', () => {
    const amounts = fc.integer({ min: 1, max: 500_000_000 });
    fc.assert(
      fc.property(amounts, fc.nat(4_000), fc.nat(240_000), (amount, days, yearlyPpm) => {
        const until = addDays(paidOn, days);
        const interest = interestOn(fen(amount), paidOn, { yearlyPpm, until });
        const next = interestOn(fen(amount), paidOn, { yearlyPpm, until: addDays(until, 1) });
        expect(interestDays(paidOn, until)).toBe(days);
        expect(next).toBeGreaterThanOrEqual(interest);
        const twice = 2n * BigInt(interest) * 365_000_000n - 2n * BigInt(amount) * BigInt(yearlyPpm) * BigInt(days);
        expect(twice <= 365_000_000n && twice > -365_000_001n).toBe(true);
      }),
    );
  });
});
