import { describe, expect, it } from 'vitest';
import { extendedLines } from '#shared/domain/changes/extension.ts';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { expandPlan } from '#shared/domain/plans/expand.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const deal = {
  subscribedOn: localDate('2026-11-23'),
  signBy: localDate('2026-11-30'),
  price: yuan(1_000_000),
  depositDue: yuan(50_000),
};
const until = localDate('2026-12-05');

describe('The plan of a deal that is signed later', () => {
  it.each(defaultPlanTemplates.map((template) => [template.label, template] as const))(
    '%s: is as if the later day had been agreed from the beginning',
    (_label, template) => {
      const terms = (signing: typeof until) => ({ subscription: deal.subscribedOn, signing, deposit: deal.depositDue });
      const lines = expandPlan(template, deal.price, terms(deal.signBy));
      expect(extendedLines(lines, deal, until, template)).toEqual(expandPlan(template, deal.price, terms(until)));
    },
  );

  it('keeps a day that somebody set by hand', () => {
    const [template] = defaultPlanTemplates;
    if (template === undefined) throw new Error('no way to pay');
    const terms = { subscription: deal.subscribedOn, signing: deal.signBy, deposit: deal.depositDue };
    const lines = expandPlan(template, deal.price, terms).map((line) =>
      line.position === 2 ? { ...line, dueOn: localDate('2026-11-27') } : line,
    );
    expect(extendedLines(lines, deal, until, template)[1]?.dueOn).toBe('2026-11-27');
  });

  it('moves what was due on the day to sign where no way to pay explains the plan', () => {
    const lines = [
      { position: 1, item: 'deposit', amount: yuan(50_000), dueOn: deal.subscribedOn, inPrice: true },
      { position: 2, item: 'finalPayment', amount: yuan(950_000), dueOn: deal.signBy, inPrice: true },
    ] as const;
    expect(extendedLines(lines, deal, until, undefined).map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-23',
      '2026-12-05',
    ]);
  });
});
