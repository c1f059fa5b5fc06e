import { describe, expect, it } from 'vitest';
import { planNamed } from '#shared/domain/imports/running-project/plan-of-deal.ts';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';

const [lumpSum, instalment] = defaultPlanTemplates;
const templates = [
  ...defaultPlanTemplates,
  { code: 'instalment-2', kind: 'instalment' as const, label: '分期付款（六期）', lines: instalment?.lines ?? [] },
  { code: 'mortgage-2', kind: 'mortgage' as const, label: '首付五成', lines: instalment?.lines ?? [] },
];

describe('The payment plan of a deal in the lists of a running project', () => {
  it.each([
    ['分期付款（六期）', 'instalment', 'instalment-2'],
    ['分期付款 (六期)', 'instalment', 'instalment-2'],
    ['instalment-2', 'instalment', 'instalment-2'],
    ['首付五成', 'mortgage', 'mortgage-2'],
    ['分期', 'instalment', 'instalment'],
    ['商贷', 'mortgage', 'mortgage'],
    ['', 'lumpSum', 'lumpSum'],
  ])('“%s” is the office’s own plan of that name or code, or the first of the kind: %s %s', (text, kind, code) => {
    expect(planNamed(text, ['deposit', 'finalPayment'], templates)).toMatchObject({ planKind: kind, planCode: code });
  });

  it('is told by the money where no words stand there, and has no code where the office has no such plan', () => {
    expect(planNamed('', ['commercialLoan', 'providentLoan'], templates)?.planCode).toBe('combined');
    const only = lumpSum === undefined ? [] : [lumpSum];
    expect(planNamed('按揭', [], only)).toEqual({ planKind: 'mortgage', planCode: '', planName: '' });
  });

  it('is not guessed from words that say nothing', () => {
    expect(planNamed('待定', ['deposit'], templates)).toBeUndefined();
  });
});
