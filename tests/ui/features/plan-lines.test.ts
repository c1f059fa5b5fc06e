import { describe, expect, it } from 'vitest';
import { dueKindOf, moved, withDue, withShare } from '#renderer/features/settings/plan-lines.ts';
import { type PlanLineTemplate, planLineTemplateSchema } from '#shared/domain/plans/template.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const today = localDate('2026-11-26');
const loan: PlanLineTemplate = {
  item: 'commercialLoan',
  share: { kind: 'percent', ratePpm: 700_000, roundDownTo: yuan(10_000) },
  due: { kind: 'after', event: 'signing', months: 1, days: 5 },
  inPrice: true,
};

describe('A line of a way to pay in the settings', () => {
  it('keeps its figures while its measure stays, and always has a shape that the office can keep', () => {
    expect(withShare(loan, 'percent')).toBe(loan);
    for (const kind of ['percent', 'amount', 'deposit', 'rest'] as const)
      expect(planLineTemplateSchema.safeParse(withShare(loan, kind)).success).toBe(true);
  });

  it('belongs to the price once it takes the rest of it', () => {
    expect(withShare({ ...loan, inPrice: false }, 'rest').inPrice).toBe(true);
  });

  it('moves up and down by a place, and stays at either end', () => {
    const lines = [loan, withShare(loan, 'deposit'), withShare(loan, 'rest')];
    const kinds = (some: readonly PlanLineTemplate[]) => some.map(({ share }) => share.kind);
    expect(kinds(moved(lines, 2, -1))).toEqual(['percent', 'rest', 'deposit']);
    expect(kinds(moved(lines, 0, 1))).toEqual(['deposit', 'percent', 'rest']);
    expect(moved(lines, 0, -1)).toBe(lines);
    expect(moved(lines, 2, 1)).toBe(lines);
  });

  it('keeps months and days from one event to the other, and begins with today for a day of its own', () => {
    expect(withDue(loan, 'subscription', today).due).toEqual({ ...loan.due, event: 'subscription' });
    const fixed = withDue(loan, 'on', today);
    expect([dueKindOf(fixed), fixed.due]).toEqual(['on', { kind: 'on', on: today }]);
    expect(withDue(fixed, 'on', localDate('2026-12-31'))).toBe(fixed);
    expect(withDue(fixed, 'signing', today).due).toEqual({ kind: 'after', event: 'signing', months: 0, days: 0 });
  });
});
