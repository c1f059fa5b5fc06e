import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { plainTerms } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

describe('The payment plans of the office', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const due = (days: number) => ({ kind: 'after' as const, event: 'signing' as const, months: 0, days });
  const percent = (ratePpm: number, days: number) => ({
    item: 'instalment' as const,
    share: { kind: 'percent' as const, ratePpm, roundDownTo: null },
    due: due(days),
    inPrice: true,
  });
  const keep = (lines: readonly object[]) =>
    desk.as('manager').settings.set({
      key: 'planTemplates',
      value: JSON.parse(
        JSON.stringify([{ kind: 'instalment', label: '首付四成', lines }, ...defaultPlanTemplates.slice(2)]),
      ),
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '销售会议',
    });

  it('are written by the office: percents, a day of its own, and what is collected beside the price', async () => {
    const [unitId = 0] = await buildHomes(desk);
    await keep([
      percent(400_000, 0),
      { ...percent(600_000, 0), due: { kind: 'on', on: '2027-06-30' } },
      { ...percent(1, 5), share: { kind: 'amount', amount: yuan(8_000) }, inPrice: false },
    ]);
    const { plan, price } = await desk
      .as('consultant')
      .subscriptions.quote({ terms: { ...plainTerms(unitId), planKind: 'instalment' } });
    expect(plan.map(({ amount, inPrice, dueOn }) => [amount, inPrice, dueOn])).toEqual([
      [price * 0.4, true, expect.any(String)],
      [yuan(8_000), false, expect.any(String)],
      [price * 0.6, true, '2027-06-30'],
    ]);
  });

  it('are refused when they do not reach the price', async () => {
    const { code, params } = await refusalOf(keep([percent(400_000, 0), percent(500_000, 90)]));
    expect([code, params]).toEqual(['PLAN_PERCENT_SHORT', { name: '首付四成', missingPpm: 100_000 }]);
  });
});
