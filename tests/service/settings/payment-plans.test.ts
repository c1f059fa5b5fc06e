import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { subscribedHome } from '#tests/support/contract-desk.ts';
import { buildBuyer, plainTerms, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

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
  const keepPlans = (plans: readonly object[]) =>
    desk.as('manager').settings.set({
      key: 'planTemplates',
      value: JSON.parse(JSON.stringify(plans)),
      effectiveFrom: localDate('2026-11-23'),
      sourceNote: '销售会议',
    });
  const keep = (lines: readonly object[]) =>
    keepPlans([{ kind: 'instalment', label: '首付四成', lines }, ...defaultPlanTemplates.slice(2)]);

  it('are written by the office: percents, a day of its own, and what is collected beside the price', async () => {
    const [unitId = 0] = await buildHomes(desk);
    await keep([
      percent(400_000, 0),
      { ...percent(600_000, 0), due: { kind: 'on', on: '2027-06-30' } },
      { ...percent(1, 5), share: { kind: 'amount', amount: yuan(8_000) }, inPrice: false },
    ]);
    const { plan, price } = await desk
      .as('consultant')
      .subscriptions.quote({ terms: { ...plainTerms(unitId), planCode: 'instalment' } });
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

  describe('of one kind', () => {
    // The deposit and the first payment of the plan that ships, and half of the price after half a year.
    const begin = defaultPlanTemplates.find(({ code }) => code === 'instalment')?.lines.slice(0, 2) ?? [];
    const lines = [...begin, percent(500_000, 180)];
    const both = [
      ...defaultPlanTemplates,
      { code: 'instalment-2', kind: 'instalment', label: '分期付款（六期）', lines },
    ];
    beforeEach(() => keepPlans(both));

    it('stand side by side in a purchase plan, and the subscription follows the one that was meant', async () => {
      const [unitId = 0] = await buildHomes(desk);
      const consultant = desk.as('consultant');
      const customerId = await buildBuyer(consultant);
      const ways = ['instalment', 'instalment-2'].map((planCode) => ({ planCode, loanYears: 30 }));
      const terms = { unitId, adjustments: [], homeOrder: 'first' as const, ways };
      const { price } = await consultant.quotes.reckon({ terms });
      const { quoteId } = await consultant.quotes.create({ terms, customerId, shownPrice: price });
      const { row, reckoning } = await consultant.quotes.detail({ quoteId });
      expect(row.planCodes).toEqual(['instalment', 'instalment-2']);
      expect(reckoning.ways.map(({ planKind, label }) => [planKind, label])).toEqual([
        ['instalment', '分期付款'],
        ['instalment', '分期付款（六期）'],
      ]);
      const { subscriptionId } = await subscribeHome(consultant, unitId, customerId, [], 'instalment-2');
      const deal = await consultant.subscriptions.detail({ subscriptionId });
      expect(deal).toMatchObject({
        planKind: 'instalment',
        planCode: 'instalment-2',
        planName: '分期付款（六期）',
      });
      expect(deal.plan.map(({ amount }) => amount)).toEqual([yuan(50_000), price / 2 - yuan(50_000), price / 2]);
      const fields = await desk.as('backOffice').units.detail({ unitId });
      expect(fields.subscription).toMatchObject({ planKind: 'instalment', planName: '分期付款（六期）' });
    });

    it('are changed into each other, and a deal of before several of a kind is the plan of its kind', async () => {
      const { consultant, subscriptionId } = await subscribedHome(desk, desk.as('consultant'), [], 'instalment');
      // As the program of before kept it.
      desk.office.database.client.exec(`update subscriptions set plan_code = '', plan_name = ''`);
      expect(await consultant.subscriptions.detail({ subscriptionId })).toMatchObject({ planCode: 'instalment' });
      const same = { kind: 'planChange', planCode: 'instalment' } as const;
      await expectRefusal(askFor(consultant, subscriptionId, same), 'CHANGE_NOTHING');
      const { changeId } = await askFor(consultant, subscriptionId, { kind: 'planChange', planCode: 'instalment-2' });
      const { simulation } = await consultant.changes.detail({ changeId });
      expect(simulation.figures).toEqual([{ name: 'planKind', before: 'instalment', after: '分期付款（六期）' }]);
      await decideChange(desk.as('manager'), changeId);
      expect(await consultant.subscriptions.detail({ subscriptionId })).toMatchObject({
        planKind: 'instalment',
        planCode: 'instalment-2',
        planName: '分期付款（六期）',
      });
    });

    it('are not both called the same, and one that is gone is refused', async () => {
      const [unitId = 0] = await buildHomes(desk);
      const twin = { ...both.at(-1), code: 'instalment-3' };
      await expectRefusal(keepPlans([...both, twin]), 'PLAN_TWICE');
      await keepPlans(both.slice(0, -1));
      const terms = { ...plainTerms(unitId), planCode: 'instalment-2' };
      await expectRefusal(desk.as('consultant').subscriptions.quote({ terms }), 'PLAN_NOT_VALID');
    });

    it('leave a change that was asked for by kind what it asked for', async () => {
      const { consultant, subscriptionId } = await subscribedHome(desk);
      const { changeId } = await askFor(consultant, subscriptionId, { kind: 'planChange', planCode: 'instalment' });
      const { client } = desk.office.database;
      client.prepare('update changes set ask = ?').run('{"kind":"planChange","planKind":"instalment"}');
      const { ask } = await consultant.changes.detail({ changeId });
      expect(ask).toEqual({ kind: 'planChange', planCode: 'instalment' });
      await decideChange(desk.as('manager'), changeId);
      const { planCode, planName } = await consultant.subscriptions.detail({ subscriptionId });
      expect([planCode, planName]).toEqual(['instalment', '分期付款']);
    });
  });
});
