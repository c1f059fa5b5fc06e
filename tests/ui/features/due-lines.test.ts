import { describe, expect, it } from 'vitest';
import { dueTermOf, matchingLines } from '#renderer/features/payments/due-lines.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const today = localDate('2026-11-23');
const line = (day: string, item: 'firstPayment' | 'commercialLoan') => ({ dueOn: localDate(day), item });
const lines = [
  line('2026-11-22', 'firstPayment'),
  line('2026-11-23', 'commercialLoan'),
  line('2026-11-30', 'firstPayment'),
  line('2026-12-01', 'commercialLoan'),
];

describe('Payments that are due', () => {
  it('are overdue from the day after, and due this week through the seventh day', () => {
    expect(lines.map((one) => dueTermOf(one, today))).toEqual(['overdue', 'week', 'week', 'later']);
  });

  it('are kept by when they are due and by whose money it is', () => {
    expect(matchingLines(lines, { terms: [], kinds: [] }, today)).toHaveLength(4);
    expect(matchingLines(lines, { terms: ['overdue', 'week'], kinds: ['own'] }, today)).toEqual([lines[0], lines[2]]);
  });
});
