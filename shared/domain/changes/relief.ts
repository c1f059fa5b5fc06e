import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { type LateTerms, type LetterLine, latenessOf } from '../payments/letters.ts';
import { isLoan } from '../plans/states.ts';

/** What is asked of a line: another day, and how much of its penalty is waived. */
export type ReliefAsk = { readonly dueOn: LocalDate | null; readonly waived: Fen };

/** What a relief comes to: the penalty of the line by the day it was asked for, before and after. */
export type Relief = {
  readonly before: Fen;
  readonly after: Fen;
  /** What the seller gives up: what is waived, and what does not accrue until the later day. */
  readonly given: Fen;
  /** What the line keeps of penalty beside what accrues from its day on, before anything waived is taken off. */
  readonly kept: Fen;
};

const noTerms: LateTerms = { bandDays: 0, ratePpm: 0, laterRatePpm: 0 };

/**
 * Reckons a relief as of the day on which it is asked for, so that it does not move while it is decided. A line that is put
 * off owes what had accrued by then, unless that is waived as well. The ladder decides by all that is given up: what is
 * waived, and what would have accrued until the later day (document-forms 3.5: no waiver without its level).
 */
export function reliefOf(line: LetterLine, ask: ReliefAsk, askedOn: LocalDate, terms: LateTerms | null): Relief {
  const of = (some: LetterLine, on: LocalDate) => latenessOf(some, on, terms ?? noTerms).penalty;
  const before = of(line, askedOn);
  const penaltyWaived = sumFen([line.penaltyWaived, ask.waived]);
  if (ask.dueOn === null) {
    const after = of({ ...line, penaltyWaived }, askedOn);
    return { before, after, given: subtractFen(before, after), kept: line.penaltyKept };
  }
  const kept = of({ ...line, penaltyWaived: ZERO_FEN }, askedOn);
  const moved = { ...line, dueOn: ask.dueOn, penaltyKept: kept, penaltyWaived };
  const given = subtractFen(of(line, ask.dueOn), of(moved, ask.dueOn));
  return { before, after: of(moved, askedOn), given, kept };
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
  const most = latenessOf(line, askedOn, terms ?? noTerms).penalty;
  return ask.waived > most ? { code: 'RELIEF_ABOVE_PENALTY', params: { mostFen: most } } : undefined;
}
