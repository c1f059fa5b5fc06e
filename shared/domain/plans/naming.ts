import { z } from 'zod';
import { defaultPlanTemplates } from './defaults.ts';
import { type PlanKind, planKinds } from './states.ts';
import type { PlanTemplate } from './template.ts';

/**
 * How a record names its plan: the kind, which law and finance go by, the code of the plan among those of the office, and
 * its name on that day. Records of before plans had codes have neither: theirs was the only plan of its kind.
 */
export const planFields = {
  planKind: z.enum(planKinds),
  planCode: z.string().default(''),
  planName: z.string().default(''),
};

/** How a record names its plan. */
export type NamedPlan = { readonly planKind: PlanKind; readonly planCode: string; readonly planName: string };

/** The plan that a record names, for an answer that shows it. */
export function namedPlan({ planKind, planCode, planName }: NamedPlan): NamedPlan {
  return { planKind, planCode: planCodeOf({ planKind, planCode }), planName };
}

/** What a record keeps of the plan that was chosen. */
export function keptPlan({ kind, code, label }: PlanTemplate): NamedPlan {
  return { planKind: kind, planCode: code, planName: label };
}

/** The code of a record's plan: of old, the kind was the code. */
export function planCodeOf({ planKind, planCode }: Pick<NamedPlan, 'planKind' | 'planCode'>): string {
  return planCode === '' ? planKind : planCode;
}

/** A plan of the office by its code; undefined where there is none any more. */
export function planByCode(templates: readonly PlanTemplate[], code: string): PlanTemplate | undefined {
  return templates.find((template) => template.code === code);
}

/** A code for one more plan of a kind that none of the others has: the kind itself, then `kind-2` and on. */
export function nextPlanCode(templates: readonly PlanTemplate[], kind: PlanKind): string {
  const taken = new Set(templates.map(({ code }) => code));
  let code: string = kind;
  for (let number = 2; taken.has(code); number += 1) code = `${kind}-${number}`;
  return code;
}

/**
 * A plan in words: the word of its kind, and its own name where it has another than the one that ships. `kindWord` is in
 * the language of the reader; the name is as the office wrote it.
 */
export function planTitle(kindWord: string, { planKind, planName }: Pick<NamedPlan, 'planKind' | 'planName'>): string {
  const name = ownName({ planKind, planName });
  if (name === '') return kindWord;
  return name.includes(kindWord) ? name : `${kindWord} · ${name}`;
}

/**
 * A plan as a figure of a change: its kind where it goes by the name that ships, which each reader sees in their own
 * language, or else its own name.
 */
export function planFigure(plan: Pick<NamedPlan, 'planKind' | 'planName'>): string {
  return ownName(plan) || plan.planKind;
}

function ownName({ planKind, planName }: Pick<NamedPlan, 'planKind' | 'planName'>): string {
  const shipped = defaultPlanTemplates.some(({ kind, label }) => kind === planKind && label === planName);
  return shipped ? '' : planName;
}
