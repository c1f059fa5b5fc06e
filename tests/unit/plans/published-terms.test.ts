import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dueDay, expandPlan, planRefusal } from '#shared/domain/plans/expand.ts';
import type { PlanLineTemplate, PlanTemplate } from '#shared/domain/plans/template.ts';
import { localDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { fenToDecimal, ONE_PPM, yuan } from '#shared/kernel/money.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const vectors = sharedDataFile('vectors/payment_terms.json');
const schema = z.object({
  splits: z.array(
    z.object({
      total: z.string().optional(),
      lines: z.array(z.string()).optional(),
      plan: z.string().optional(),
      reject: z.boolean().optional(),
      expect: z.union([z.array(z.string()), z.record(z.string(), z.string())]).optional(),
    }),
  ),
  due_dates: z.array(z.object({ term: z.string(), base: localDateSchema, expect: z.array(localDateSchema) })),
  monthly_due: z.array(z.object({ base: localDateSchema, months: z.int(), expect: localDateSchema })),
});
const data = schema.parse(
  vectors === undefined ? { splits: [], due_dates: [], monthly_due: [] } : JSON.parse(readFileSync(vectors, 'utf8')),
);

const day = localDate('2026-11-23');
const terms = { subscription: day, signing: day, deposit: yuan(0) };
const share = (kind: PlanLineTemplate['share']): PlanLineTemplate => ({
  item: 'instalment',
  share: kind,
  due: { kind: 'after', event: 'signing', months: 0, days: 0 },
  inPrice: true,
});
const percent = (ratePpm: number) => share({ kind: 'percent', ratePpm, roundDownTo: null });
const plan = (...lines: PlanLineTemplate[]): PlanTemplate => ({
  code: 'instalment',
  kind: 'instalment',
  label: '分期付款',
  lines,
});

describe('Due days', () => {
  const after = (base: string, months: number, days = 0) => {
    const from = localDate(base);
    return dueDay({ kind: 'after', event: 'signing', months, days }, { subscription: from, signing: from });
  };

  it.each(data.monthly_due)('$months months after $base is $expect', ({ base, months, expect: due }) => {
    expect(after(base, months)).toBe(due);
  });

  const inDays = data.due_dates.filter(({ term }) => /^net |^\d+% after/.test(term));
  it.each(inDays)('$term from $base', ({ term, base, expect: due }) => {
    const days = [...term.matchAll(/(\d+) days/g)].map(([, count]) => Number(count));
    expect(days.map((count) => after(base, 0, count))).toEqual(due);
  });

  it('are counted from the day itself, not from one instalment to the next', () => {
    expect([1, 2, 3].map((months) => after('2026-01-31', months))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
    expect(after('2024-02-29', 12)).toBe('2025-02-28');
  });
});

describe('Shares of a price', () => {
  const rejected = data.splits.filter(({ reject }) => reject === true);
  it.each(rejected)('that do not come to the whole are refused: $lines', ({ lines = [] }) => {
    const template = plan(...lines.map((text) => percent(Number.parseFloat(text) * 10_000)));
    expect(planRefusal(template, yuan(1000), terms)?.code).toBe('PLAN_UNDER_PRICE');
  });

  const loans = data.splits.filter((one) => one.plan !== undefined);
  it.each(loans)('with a loan in whole 万元: $total', ({ total = '0', expect: expected }) => {
    const price = yuan(Number(total));
    const loan = share({ kind: 'percent', ratePpm: 700_000, roundDownTo: yuan(10_000) });
    const amounts = expandPlan(plan(share({ kind: 'rest' }), loan), price, terms).map(({ amount }) => amount);
    const [down = yuan(0), lent = yuan(0)] = amounts;
    const wanted = z.record(z.string(), z.string()).parse(expected);
    expect([fenToDecimal(down), fenToDecimal(lent)]).toEqual([`${wanted['down_payment']}.00`, `${wanted['loan']}.00`]);
    expect(down / price).toBeGreaterThanOrEqual(0.3);
  });

  it('may leave the rest to one line only', () => {
    const rest = share({ kind: 'rest' });
    expect(planRefusal(plan(rest, rest), yuan(1000), terms)?.code).toBe('PLAN_NOT_VALID');
    expect(planRefusal(plan(percent(ONE_PPM)), yuan(1000), terms)).toBeUndefined();
  });
});
