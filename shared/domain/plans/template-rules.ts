import type { Refusal } from '#shared/kernel/errors.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';
import type { PlanTemplate } from './template.ts';

/**
 * Why a way to pay could not be applied to any price, or undefined: what its lines say before a price is known. The
 * percents of the price end at 100 %; whatever stands beside them as an amount needs a line that takes the rest.
 */
export function templateRefusal({ label: name, lines }: PlanTemplate): Refusal | undefined {
  const ofPrice = lines.filter(({ inPrice }) => inPrice);
  const rests = lines.filter(({ share }) => share.kind === 'rest');
  if (ofPrice.length === 0 || rests.length > 1 || rests.some(({ inPrice }) => !inPrice))
    return { code: 'PLAN_NOT_VALID' };
  const percents = ofPrice.reduce((sum, { share }) => sum + (share.kind === 'percent' ? share.ratePpm : 0), 0);
  if (percents > ONE_PPM) return { code: 'PLAN_PERCENT_OVER', params: { name, excessPpm: percents - ONE_PPM } };
  if (rests.length > 0) return undefined;
  if (ofPrice.some(({ share }) => share.kind !== 'percent')) return { code: 'PLAN_REST_MISSING', params: { name } };
  return percents < ONE_PPM
    ? { code: 'PLAN_PERCENT_SHORT', params: { name, missingPpm: ONE_PPM - percents } }
    : undefined;
}

/** Two plans that nobody could tell apart, by code or by name; undefined where there are none. */
export function twiceRefusal(templates: readonly PlanTemplate[]): Refusal | undefined {
  const twice = templates.find(({ code, label }, index) =>
    templates.slice(0, index).some((one) => one.code === code || one.label === label),
  );
  return twice && { code: 'PLAN_TWICE', params: { name: twice.label } };
}

/** Why the office's payment plans cannot be kept: one that no price fits, or two that nobody could tell apart. */
export function templatesRefusal(templates: readonly PlanTemplate[]): Refusal | undefined {
  const twice = twiceRefusal(templates);
  if (twice !== undefined) return twice;
  return templates.map(templateRefusal).find((refusal) => refusal !== undefined);
}
