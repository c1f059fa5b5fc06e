import { type Fen, fen } from '#shared/kernel/money.ts';
import { isLoan, type PlanItem } from '../plans/states.ts';

/** Bands by which what is owed is told apart (账龄): not due yet, then by days late. */
export const ageBands = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'over90'] as const;
/** A band of the ageing. */
export type AgeBand = (typeof ageBands)[number];

/** The band of something that is so many days late; 0 and fewer is not due. */
export function ageBandOf(daysLate: number): AgeBand {
  if (daysLate <= 0) return 'notDue';
  if (daysLate <= 30) return 'upTo30';
  if (daysLate <= 60) return 'upTo60';
  return daysLate <= 90 ? 'upTo90' : 'over90';
}

/** What is open in each band of the buyers' own money, and of loans, which banks pay and nobody chases buyers for. */
export type Ageing = { readonly own: Readonly<Record<AgeBand, Fen>>; readonly loan: Fen };

/** The ageing of some open lines. */
export function ageingOf(
  lines: readonly { readonly item: PlanItem; readonly open: Fen; readonly overdueDays: number }[],
): Ageing {
  const own: Record<AgeBand, Fen> = { notDue: fen(0), upTo30: fen(0), upTo60: fen(0), upTo90: fen(0), over90: fen(0) };
  let loan = fen(0);
  for (const { item, open, overdueDays } of lines) {
    if (isLoan(item)) {
      loan = fen(loan + open);
      continue;
    }
    const band = ageBandOf(overdueDays);
    own[band] = fen(own[band] + open);
  }
  return { own, loan };
}
