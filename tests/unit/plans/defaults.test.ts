import { describe, expect, it } from 'vitest';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { downPaymentOf, downPaymentRefusal, loansOf } from '#shared/domain/plans/down-payment.ts';
import { expandPlan } from '#shared/domain/plans/expand.ts';
import { planKinds } from '#shared/domain/plans/states.ts';
import { planTemplateSchema } from '#shared/domain/plans/template.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { sumFen, yuan } from '#shared/kernel/money.ts';

const terms = { subscription: localDate('2026-11-23'), signing: localDate('2026-11-30'), deposit: yuan(50_000) };

describe('the ways to pay that ship with the office', () => {
  it('are the five kinds, in a shape that the settings accept', () => {
    expect(defaultPlanTemplates.map((template) => template.kind)).toEqual(planKinds);
    for (const template of defaultPlanTemplates) expect(planTemplateSchema.parse(template)).toEqual(template);
  });

  it.each(defaultPlanTemplates.map((template) => [template.label, template] as const))(
    '%s pays a real price whole',
    (_, template) => {
      const total = yuan(2_053_804);
      const lines = expandPlan(template, total, terms);
      expect(sumFen(lines.map((line) => line.amount))).toBe(total);
      expect(lines[0]).toMatchObject({ item: 'deposit', amount: yuan(50_000), dueOn: '2026-11-23' });
      expect(downPaymentRefusal(lines, total, 300_000)).toBeUndefined();
    },
  );

  it('lends whole 万元 and lets the first payment take the rest', () => {
    const [, , mortgage] = defaultPlanTemplates;
    if (!mortgage) throw new Error('no mortgage');
    const total = yuan(4_894_083);
    const lines = expandPlan(mortgage, total, terms);
    expect(loansOf(lines)).toBe(yuan(3_420_000));
    expect(downPaymentOf(lines, total)).toEqual({ amount: yuan(1_474_083), ratePpm: 301_197 });
    expect(lines.at(-1)?.dueOn).toBe('2026-12-30');
  });

  it('refuses a down payment one fen below the city’s rate', () => {
    const total = yuan(1_000_000);
    const lines = [
      { position: 1, item: 'firstPayment', amount: yuan(150_000), dueOn: terms.signing, inPrice: true },
      { position: 2, item: 'commercialLoan', amount: yuan(850_000), dueOn: terms.signing, inPrice: true },
    ] as const;
    expect(downPaymentRefusal(lines, total, 150_000)).toBeUndefined();
    expect(downPaymentRefusal(lines, total, 150_001)).toEqual({
      code: 'DOWN_PAYMENT_TOO_LOW',
      params: { ratePpm: 150_001, lowestFen: 15_000_100 },
    });
  });
});
