import type { z } from 'zod';
import type { cases } from '#shared/api/cases.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** A case as the office lists it. */
export type CaseRow = z.output<typeof cases.list.output>['rows'][number];

/** A step of a kind of case, with the days it may take. */
export type CaseStage = z.output<typeof cases.list.output>['steps'][number];

/** One case as the office tells it. */
export type CaseDetail = z.output<typeof cases.detail.output>;

/**
 * The steps of new cases, with those of older ones that are called or were ordered otherwise on their day: no running case
 * is without a place. An older step stands before the one that ends the case.
 */
export function withOlderSteps(steps: readonly CaseStage[], rows: readonly CaseRow[]): CaseStage[] {
  const columns = [...steps];
  for (const { step, stepName: name, limitDays, state } of rows)
    if ((state === 'running' || state === 'returned') && !columns.some((one) => one.step === step && one.name === name))
      columns.splice(-1, 0, { step, name, limitDays });
  return columns;
}

/** What the list can be narrowed to. */
export const caseTerms = ['late', 'week', 'returned', 'unassigned'] as const;
/** What the list can be narrowed to. */
export type CaseTerm = (typeof caseTerms)[number];

type Dated = Pick<CaseRow, 'dueOn' | 'state' | 'responsibleId'>;

/** True when a case is what a filter asks for. */
export function isOfTerm({ dueOn, state, responsibleId }: Dated, term: CaseTerm, today: LocalDate): boolean {
  if (term === 'returned') return state === 'returned';
  if (term === 'unassigned') return responsibleId === null;
  return term === 'late' ? dueOn < today : dueOn >= today && dueOn <= addDays(today, 7);
}

/** The cases that some filter keeps, the most urgent first; none pressed keeps all. */
export function casesOfTerms<Row extends Dated>(
  rows: readonly Row[],
  terms: readonly CaseTerm[],
  today: LocalDate,
): Row[] {
  return rows
    .filter((row) => terms.length === 0 || terms.some((term) => isOfTerm(row, term, today)))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** How urgent a case is, as a colour says it. */
export function urgencyOf({ dueOn }: Pick<CaseRow, 'dueOn'>, today: LocalDate): 'seal' | 'amber' | 'plain' {
  if (dueOn < today) return 'seal';
  return dueOn <= addDays(today, 3) ? 'amber' : 'plain';
}
