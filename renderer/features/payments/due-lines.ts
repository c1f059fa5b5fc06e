import type { z } from 'zod';
import type { payments } from '#shared/api/payments.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';

/** An open line of a plan as the office lists it. */
export type DueLine = z.output<typeof payments.due.output>['rows'][number];

/** How far ahead the list looks. */
export const LATEST_DAYS = 30;

/** When a line is due, seen from today. */
export const dueTerms = ['overdue', 'week', 'later'] as const;
/** When a line is due. */
export type DueTerm = (typeof dueTerms)[number];

/** Whose money it is: the buyers' own, or a loan that the bank pays. */
export const dueKinds = ['own', 'loan'] as const;

/** The term of a line: overdue, within seven days, or after. */
export function dueTermOf({ dueOn }: Pick<DueLine, 'dueOn'>, today: LocalDate): DueTerm {
  if (dueOn < today) return 'overdue';
  return dueOn <= addDays(today, 7) ? 'week' : 'later';
}

/** Whose money a line waits for. */
export function dueKindOf({ item }: Pick<DueLine, 'item'>): (typeof dueKinds)[number] {
  return isLoan(item) ? 'loan' : 'own';
}

/** The lines that the pressed filters keep; no filter of a group keeps all of it. */
export function matchingLines<Line extends Pick<DueLine, 'dueOn' | 'item'>>(
  lines: readonly Line[],
  filter: { readonly terms: readonly DueTerm[]; readonly kinds: readonly (typeof dueKinds)[number][] },
  today: LocalDate,
): Line[] {
  const { terms, kinds } = filter;
  return lines.filter(
    (line) =>
      (terms.length === 0 || terms.includes(dueTermOf(line, today))) &&
      (kinds.length === 0 || kinds.includes(dueKindOf(line))),
  );
}
