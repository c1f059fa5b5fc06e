import { addDays, daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { type CaseDefinition, limitOf, stepOf } from './definitions.ts';
import type { CaseStep, LoanKind } from './states.ts';

/** How the time of a step runs. */
export type StepClock = { readonly usedDays: number; readonly limitDays: number; readonly dueOn: LocalDate };

/** The clock of the step that a case is on: days since it began, days it may take, the day by which it must be left. */
export function stepClock(
  definition: CaseDefinition,
  row: { readonly step: CaseStep; readonly loanKind: LoanKind | null; readonly stepSince: LocalDate },
  today: LocalDate,
): StepClock {
  const limitDays = limitOf(stepOf(definition, row.step), row.loanKind);
  return { usedDays: daysBetween(row.stepSince, today), limitDays, dueOn: addDays(row.stepSince, limitDays) };
}
