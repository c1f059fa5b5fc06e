import { addDays, type LocalDate, localDate } from '#shared/kernel/local-date.ts';

/** What the table of figures counts, in its order; those that end in `Amount` are fen, all others pieces. */
export const figureMeasures = [
  'calls',
  'firstVisits',
  'returnVisits',
  'subscriptions',
  'subscribedAmount',
  'contracts',
  'contractAmount',
  'receivedAmount',
] as const;
/** What one line of the figures counts. */
export type FigureMeasure = (typeof figureMeasures)[number];

/** One line of the figures: today, the last seven days with today, and this calendar month up to today. */
export type FigureRow = {
  readonly measure: FigureMeasure;
  readonly today: number;
  readonly week: number;
  readonly month: number;
};

/** The first days of the three spans that end today, and the earliest of them. */
export function figureSpans(today: LocalDate): {
  readonly today: LocalDate;
  readonly week: LocalDate;
  readonly month: LocalDate;
  readonly earliest: LocalDate;
} {
  const week = addDays(today, -6);
  const month = localDate(`${today.slice(0, 7)}-01`);
  return { today, week, month, earliest: week < month ? week : month };
}
