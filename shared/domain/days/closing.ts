import type { Refusal } from '#shared/kernel/errors.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { DayState } from './states.ts';

/** A day that was closed, as the rules look at it. */
export type ClosedDay = { readonly day: LocalDate; readonly state: DayState };

/** What the rules of closing look at. */
export type ClosingFacts = {
  readonly today: LocalDate;
  /** The newest day that was ever closed. */
  readonly newest: ClosedDay | undefined;
  /** Days after it on which somebody worked, up to today, the oldest first. */
  readonly worked: readonly LocalDate[];
};

/**
 * Days that wait to be closed, the oldest first: the one that was reopened, then those on which somebody worked. Before
 * the first close of all nobody is asked for more than yesterday: what was before the program closed days stays as it is.
 */
export function daysToClose({ today, newest, worked }: ClosingFacts): LocalDate[] {
  if (newest === undefined) return worked.filter((day) => day >= addDays(today, -1));
  const again = newest.state === 'reopened' ? [newest.day] : [];
  return [...again, ...worked.filter((day) => day > newest.day)];
}

/** Why a day may not be closed now; undefined when it may. */
export function closeRefusal(facts: ClosingFacts, day: LocalDate): Refusal | undefined {
  const { today, newest } = facts;
  if (day > today) return { code: 'DAY_NOT_OVER', params: { day } };
  if (newest !== undefined && (day < newest.day || (day === newest.day && newest.state === 'closed')))
    return { code: 'DAY_CLOSED', params: { day } };
  const [first] = daysToClose(facts);
  if (first !== undefined && first < day) return { code: 'DAY_OUT_OF_ORDER', params: { day: first } };
  return undefined;
}

/** Why a day may not be taken up again; only the newest may, for later ones build on it. */
export function reopenRefusal(newest: ClosedDay | undefined, day: ClosedDay): Refusal | undefined {
  if (day.state === 'reopened') return { code: 'DAY_REOPENED', params: { day: day.day } };
  if (newest?.day !== day.day) return { code: 'DAY_NOT_NEWEST', params: { day: newest?.day ?? day.day } };
  return undefined;
}
