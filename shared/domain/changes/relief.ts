import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, subtractFen, sumFen } from '#shared/kernel/money.ts';
import { type LateTerms, type LetterLine, latenessOf } from '../payments/letters.ts';
import { isLoan } from '../plans/states.ts';

/** What is asked of a line: another day, and how much of its penalty is waived. */
export type ReliefAsk = { readonly dueOn: LocalDate | null; readonly waived: Fen };

/** What a relief comes to: the penalty of the line by the day it was asked for, before and after. */
export type Relief = {
  readonly before: Fen;
  readonly after: Fen;
  /** What the seller gives up: what is waived, and what no longer accrues since the line is due later. */
  readonly given: Fen;
};

const noTerms: LateTerms = { bandDays: 0, ratePpm: 0, laterRatePpm: 0 };

/**
 * Reckons a relief as of the day on which it is asked for, so that it does not move while it is decided. A later day takes
 * the penalty away that had run since the earlier one: that is given up as well as what is waived, and the ladder decides by
 * both (document-forms 3.5: no waiver without its level).
 */
export function reliefOf(line: LetterLine, ask: ReliefAsk, askedOn: LocalDate, terms: LateTerms | null): Relief {
  const of = (some: LetterLine) => latenessOf(some, askedOn, terms ?? noTerms).penalty;
  const before = of(line);
  const penaltyWaived = sumFen([line.penaltyWaived, ask.waived]);
  const after = of({ ...line, dueOn: ask.dueOn ?? line.dueOn, penaltyWaived });
  return { before, after, given: subtractFen(before, after) };
}

/** Why a line gets no such relief, or undefined: loans are not late by their buyers, and nothing is waived that never accrued. */
export function reliefRefusal(
  line: LetterLine | undefined,
  ask: ReliefAsk,
  askedOn: LocalDate,
  terms: LateTerms | null,
): Refusal | undefined {
  if (line === undefined || isLoan(line.item)) return { code: 'RELIEF_NOT_FOR_LINE' };
  if (ask.dueOn === null && ask.waived === 0) return { code: 'CHANGE_NOTHING' };
  if (ask.dueOn !== null && line.open === 0) return { code: 'RELIEF_LINE_PAID', params: { position: line.position } };
  if (ask.dueOn !== null && (ask.dueOn <= line.dueOn || ask.dueOn < askedOn))
    return { code: 'RELIEF_DAY_NOT_LATER', params: { dueOn: line.dueOn } };
  const moved = { ...line, dueOn: ask.dueOn ?? line.dueOn };
  const most = latenessOf(moved, askedOn, terms ?? noTerms).penalty;
  return ask.waived > most ? { code: 'RELIEF_ABOVE_PENALTY', params: { mostFen: most } } : undefined;
}
