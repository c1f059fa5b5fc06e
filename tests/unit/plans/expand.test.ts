import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { expandPlan, planRefusal } from '#shared/domain/plans/expand.ts';
import type { PlanLineTemplate, PlanTemplate } from '#shared/domain/plans/template.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, fenToDecimal, sumFen, yuan } from '#shared/kernel/money.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const terms = { subscription: localDate('2026-11-23'), signing: localDate('2026-11-30'), deposit: yuan(50_000) };

function line(share: PlanLineTemplate['share'], months = 0): PlanLineTemplate {
  return { item: 'instalment', share, due: { kind: 'after', event: 'signing', months, days: 0 }, inPrice: true };
}
const percent = (ratePpm: number, roundDownTo: Fen | null = null) => line({ kind: 'percent', ratePpm, roundDownTo });
const amount = (value: Fen) => line({ kind: 'amount', amount: value });
const rest = line({ kind: 'rest' });

function plan(...lines: PlanLineTemplate[]): PlanTemplate {
  return { code: 'instalment', kind: 'instalment', label: '分期付款', lines };
}

describe('a payment plan', () => {
  it.each([
    ['the last line takes the residue', fen(3), plan(percent(500_000), percent(500_000)), [2, 1]],
    [
      'the last percent is the balance',
      yuan(1000),
      plan(percent(700_000), amount(yuan(200)), percent(300_000)),
      [70_000, 20_000, 10_000],
    ],
    [
      'thirds',
      fen(648_398_300),
      plan(percent(333_300), percent(333_300), percent(333_400)),
      [216_111_153, 216_111_153, 216_175_994],
    ],
    ['a loan in whole 万元', yuan(6_556_415), plan(rest, percent(700_000, yuan(10_000))), [197_641_500, 458_000_000]],
    ['a deposit that counts', yuan(1_000_000), plan(line({ kind: 'deposit' }), rest), [5_000_000, 95_000_000]],
  ])('splits a price to the fen: %s', (_, total, template, expected) => {
    expect(expandPlan(template, total, terms).map((one) => one.amount)).toEqual(expected);
  });

  it.each([
    ['half of the price only', plan(percent(500_000)), 'PLAN_UNDER_PRICE', { missingFen: 50_000_000 }],
    ['amounts that fall short', plan(amount(yuan(900_000))), 'PLAN_UNDER_PRICE', { missingFen: 10_000_000 }],
    [
      'more than the price',
      plan(percent(800_000), amount(yuan(300_000)), percent(100_000)),
      'PLAN_OVER_PRICE',
      { excessFen: 10_000_000 },
    ],
    [
      'an agreed last amount cut down',
      plan(percent(800_000), amount(yuan(300_000))),
      'PLAN_OVER_PRICE',
      { excessFen: 10_000_000 },
    ],
    ['two lines that take the rest', plan(rest, rest), 'PLAN_NOT_VALID', undefined],
    ['nothing in the price', plan({ ...amount(yuan(1)), inPrice: false }), 'PLAN_NOT_VALID', undefined],
  ])('refuses %s', (_, template, code, params) => {
    expect(planRefusal(template, yuan(1_000_000), terms)).toEqual(params ? { code, params } : { code });
    expect(() => expandPlan(template, yuan(1_000_000), terms)).toThrow(code);
  });

  it('refuses a line due before the subscription', () => {
    const early: PlanTemplate = plan({ ...rest, due: { kind: 'on', on: localDate('2026-11-22') } });
    expect(planRefusal(early, yuan(1), terms)?.code).toBe('PLAN_DATES_NOT_IN_ORDER');
  });

  it('keeps what is collected beside the price out of its sum', () => {
    const lines = expandPlan(plan({ ...amount(yuan(9000)), inPrice: false }, rest), yuan(1_000_000), terms);
    expect(lines.map((one) => [one.inPrice, one.amount])).toEqual([
      [false, 900_000],
      [true, 100_000_000],
    ]);
  });

  it('counts months from the signing itself and numbers the lines by due day', () => {
    const signing = localDate('2026-08-31');
    const monthly = plan(
      line({ kind: 'rest' }, 12),
      ...[1, 3].map((months) => line({ kind: 'percent', ratePpm: 100_000, roundDownTo: null }, months)),
    );
    const lines = expandPlan(monthly, yuan(100), { ...terms, subscription: signing, signing });
    expect(lines.map((one) => [one.position, one.dueOn])).toEqual([
      [1, '2026-09-30'],
      [2, '2026-11-30'],
      [3, '2027-08-31'],
    ]);
  });

  it('asks for no fen more than the price when many percents round up', () => {
    const tenths = Array.from({ length: 10 }, () => percent(100_000));
    const lines = expandPlan(plan(...tenths, rest), fen(1_000_005), terms);
    expect(sumFen(lines.map((one) => one.amount))).toBe(1_000_005);
    expect(lines.map((one) => one.amount)).toEqual([...Array(5).fill(100_001), ...Array(5).fill(100_000)]);
  });

  it('always sums to the price, with no negative and no empty line', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000_000, max: 100_000_000_000 }),
        shares,
        fc.boolean(),
        (total, weights, loan) => {
          const sum = weights.reduce((a, b) => a + b, 0);
          const rates = weights.map((weight) => Math.floor((weight * 1_000_000) / sum)).filter((rate) => rate > 0);
          const lines = rates.map((rate, index) => percent(rate, loan && index === 0 ? yuan(10_000) : null));
          const price = fen(total);
          const result = expandPlan(plan(...lines, rest), price, terms);
          expect(sumFen(result.map((one) => one.amount))).toBe(price);
          expect(result.every((one) => one.amount > 0)).toBe(true);
          expect(expandPlan(plan(...lines, rest), price, terms)).toEqual(result);
        },
      ),
    );
  });
});

const splits = sharedDataFile('vectors/payment_terms.json');
describe.skipIf(!splits)('the published splits of payment terms', () => {
  const split = z.object({ total: z.string(), lines: z.array(z.string()), expect: z.array(z.string()) });
  const file = z
    .object({ splits: z.array(z.unknown()) })
    .parse(splits ? JSON.parse(readFileSync(splits, 'utf8')) : { splits: [] });
  const cases = file.splits.flatMap((one) => {
    const parsed = split.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });

  it('come out the same', () => {
    expect(cases.length).toBeGreaterThan(8);
    for (const { total, lines, expect: expected } of cases) {
      const template = plan(
        ...lines.map((text) =>
          text.startsWith('fixed')
            ? amount(toFen(text.slice(6)))
            : percent(Math.round(Number.parseFloat(text) * 10_000)),
        ),
      );
      expect(expandPlan(template, toFen(total), terms).map((one) => fenToDecimal(one.amount))).toEqual(expected);
    }
  });
});

function toFen(text: string): Fen {
  const [whole = '0', decimals = ''] = text.split('.');
  return fen(Number(whole) * 100 + Number(decimals.padEnd(2, '0')));
}
