import { describe, expect, it } from 'vitest';
import { planLineStanding } from '#renderer/features/subscriptions/plan-standing.ts';
import { yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const deposit = { item: 'deposit' as const, amount: yuan(50_000), received: ZERO_FEN };
const firstPayment = { item: 'firstPayment' as const, amount: yuan(300_000), received: ZERO_FEN };

describe('A line of a payment plan', () => {
  it.each(['cancelled', 'forfeited', 'expired'] as const)('is void in a subscription that is %s', (state) => {
    expect(planLineStanding(firstPayment, state)).toBe('void');
    expect(planLineStanding(deposit, state)).toBe('void');
    expect(planLineStanding({ ...deposit, received: deposit.amount }, state)).toBe('paid');
  });

  it('binds from the approval on if it is the deposit, and from the contract on whatever it is', () => {
    expect(planLineStanding(deposit, 'inReview')).toBe('notDue');
    expect(planLineStanding(deposit, 'approved')).toBe('running');
    expect(planLineStanding(firstPayment, 'approved')).toBe('notDue');
    expect(planLineStanding(firstPayment, 'converted')).toBe('running');
  });
});
