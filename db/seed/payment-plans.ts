import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import type { PlanLineTemplate, PlanTemplate } from '#shared/domain/plans/template.ts';

/** The code of the second instalment plan of the generated office. */
export const SIX_PARTS = 'instalment-2';

/** A tenth of the price, so many months after the signing. */
function tenth(months: number): PlanLineTemplate {
  return {
    item: 'instalment',
    share: { kind: 'percent', ratePpm: 100_000, roundDownTo: null },
    due: { kind: 'after', event: 'signing', months, days: 0 },
    inPrice: true,
  };
}

const instalments = defaultPlanTemplates.filter(({ kind }) => kind === 'instalment');

/** The payment plans of the generated office: those that ship, and a second one by instalments, in six parts. */
export const officePlans: readonly PlanTemplate[] = [
  ...defaultPlanTemplates,
  ...instalments.map(({ kind, lines }) => ({
    code: SIX_PARTS,
    kind,
    label: '分期付款（六期）',
    lines: [...lines.slice(0, 2), ...[2, 4, 6, 8].map(tenth), { ...tenth(10), item: 'finalPayment' as const }],
  })),
];
