import { describe, expect, it } from 'vitest';
import { stepOf } from '#renderer/features/subscriptions/hooks/use-subscription-path.ts';

type Detail = Parameters<typeof stepOf>[0];

describe('The path of a subscription that has ended', () => {
  const ended = (approval: string, receipts: readonly string[]): number =>
    stepOf({
      row: { state: 'cancelled' },
      approval: { state: approval },
      receipts: receipts.map((state) => ({ state })),
    } as unknown as Detail);

  it('stops where it was: at the review, at the deposit, or behind it', () => {
    expect(ended('rejected', [])).toBe(1);
    expect(ended('approved', [])).toBe(2);
    expect(ended('approved', ['valid'])).toBe(3);
  });

  it('takes a deposit whose receipt was voided for none', () => {
    expect(ended('approved', ['voided'])).toBe(2);
  });
});
