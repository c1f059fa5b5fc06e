import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { keptPlan, nextPlanCode, planByCode, planCodeOf, planFigure, planTitle } from '#shared/domain/plans/naming.ts';
import { planKinds } from '#shared/domain/plans/states.ts';
import { type PlanTemplate, planTemplateSchema } from '#shared/domain/plans/template.ts';
import { templatesRefusal } from '#shared/domain/plans/template-rules.ts';

describe('a payment plan among several of its kind', () => {
  it.each([
    ['分期付款', '', '分期付款'],
    ['分期付款', '分期付款', '分期付款'],
    ['Instalments', '分期付款', 'Instalments'],
    ['分期付款', '分期付款（六期）', '分期付款（六期）'],
    ['分期付款', '首付四成', '分期付款 · 首付四成'],
    ['Instalments', '分期付款（六期）', 'Instalments · 分期付款（六期）'],
  ])('is called by its kind "%s" and its own name "%s": %s', (word, planName, title) => {
    expect(planTitle(word, { planKind: 'instalment', planName })).toBe(title);
  });

  it('stands in a change by its kind where it has no name of its own', () => {
    expect(planFigure({ planKind: 'mortgage', planName: '商业按揭' })).toBe('mortgage');
    expect(planFigure({ planKind: 'mortgage', planName: '商业按揭首付五成' })).toBe('商业按揭首付五成');
  });

  it('of a record of before is the plan whose code is its kind', () => {
    expect(planCodeOf({ planKind: 'combined', planCode: '' })).toBe('combined');
    for (const { kind, label, lines } of defaultPlanTemplates)
      expect(planTemplateSchema.parse({ kind, label, lines })).toEqual({ code: kind, kind, label, lines });
  });

  it('added to any plans has a code that none of them has, and is found by it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...planKinds), { maxLength: 30 }), (kinds) => {
        let plans: readonly PlanTemplate[] = defaultPlanTemplates;
        for (const [index, kind] of kinds.entries()) {
          const code = nextPlanCode(plans, kind);
          const lines = defaultPlanTemplates.find((one) => one.kind === kind)?.lines ?? [];
          const added = planTemplateSchema.parse({ code, kind, label: `方案 ${index}`, lines });
          plans = [...plans, added];
          expect(planByCode(plans, code)).toBe(added);
          expect(keptPlan(added)).toEqual({ planKind: kind, planCode: code, planName: `方案 ${index}` });
        }
        expect(templatesRefusal(plans)).toBeUndefined();
      }),
    );
  });
});
