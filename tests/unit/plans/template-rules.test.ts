import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { planRefusal } from '#shared/domain/plans/expand.ts';
import type { PlanLineTemplate, PlanTemplate } from '#shared/domain/plans/template.ts';
import { templateRefusal, templatesRefusal } from '#shared/domain/plans/template-rules.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const due = { kind: 'after', event: 'signing', months: 0, days: 0 } as const;
const line = (share: PlanLineTemplate['share'], inPrice = true): PlanLineTemplate => ({
  item: 'instalment',
  share,
  due,
  inPrice,
});
const percent = (ratePpm: number, inPrice = true) => line({ kind: 'percent', ratePpm, roundDownTo: null }, inPrice);
const rest = (inPrice = true) => line({ kind: 'rest' }, inPrice);
const amount = (inPrice = true) => line({ kind: 'amount', amount: yuan(20_000) }, inPrice);
const plan = (...lines: PlanLineTemplate[]): PlanTemplate => ({
  code: 'instalment',
  kind: 'instalment',
  label: '三期',
  lines,
});

describe('A way to pay that the office writes itself', () => {
  it.each([
    ['percents that end at 100 %', [percent(400_000), percent(600_000)], undefined],
    ['percents and a rest', [percent(400_000), rest()], undefined],
    ['a fee beside the price', [percent(1_000_000), amount(false)], undefined],
    ['a deposit and a rest', [line({ kind: 'deposit' }), rest()], undefined],
    ['too little', [percent(400_000), percent(500_000)], { code: 'PLAN_PERCENT_SHORT', missingPpm: 100_000 }],
    ['too much', [percent(600_000), percent(500_000)], { code: 'PLAN_PERCENT_OVER', excessPpm: 100_000 }],
    ['an amount and no rest', [amount(), percent(900_000)], { code: 'PLAN_REST_MISSING' }],
    ['two rests', [rest(), rest()], { code: 'PLAN_NOT_VALID' }],
    ['a rest beside the price', [percent(1_000_000), rest(false)], { code: 'PLAN_NOT_VALID' }],
    ['nothing of the price', [amount(false)], { code: 'PLAN_NOT_VALID' }],
  ])('is judged before any price is known: %s', (_name, lines, expected) => {
    const refusal = templateRefusal(plan(...lines));
    const told = refusal === undefined ? undefined : { code: refusal.code, ...refusal.params };
    if (expected === undefined) expect(told).toBeUndefined();
    else expect(told).toMatchObject(expected);
  });

  it('fits every price with a deposit of a fifth, once it is kept', () => {
    const share = fc.oneof(
      fc.integer({ min: 1, max: 1_000_000 }).map((ratePpm) => percent(ratePpm)),
      fc.constant(rest()),
      fc.constant(amount(false)),
    );
    const price = fc.integer({ min: yuan(1), max: yuan(99_999_999) }).map(fen);
    const day = localDate('2026-11-26');
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 6 }), price, (lines, total) => {
        const written = plan(...lines);
        fc.pre(templateRefusal(written) === undefined);
        const terms = { subscription: day, signing: day, deposit: fen(Math.floor(total / 5)) };
        expect(planRefusal(written, total, terms)).toBeUndefined();
      }),
    );
  });

  it('has a code and a name of its own, of one kind as often as the office likes', () => {
    expect(templatesRefusal(defaultPlanTemplates)).toBeUndefined();
    const three = { ...plan(rest()), code: 'instalment-3' };
    expect(templatesRefusal([...defaultPlanTemplates, three])).toBeUndefined();
    const refused = { code: 'PLAN_TWICE', params: { name: '三期' } };
    expect(templatesRefusal([...defaultPlanTemplates, three, { ...three, code: 'instalment-4' }])).toEqual(refused);
    expect(templatesRefusal([...defaultPlanTemplates, plan(rest())])).toEqual(refused);
  });
});
