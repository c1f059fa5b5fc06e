import type { Refusal } from '#shared/kernel/errors.ts';
import type { KeptOutReason } from './reprints.ts';
import type { PrintState } from './states.ts';

/** Who keeps a copy of the subscription book (认购书), and how many; custom of the trade. */
export const bookHolders = [
  { holder: '买受人', count: 1 },
  { holder: '出卖人', count: 2 },
  { holder: '财务', count: 1 },
] as const;

/** What is known of a print when the next one is planned. */
export type PrintFacts = {
  readonly firstCopy: number;
  readonly copies: number;
  readonly reprint: boolean;
  readonly reprintNth?: number | null;
  readonly state: PrintState;
};

/** A print of which copies may have come back: how many, and their numbers where they were named. */
export type ReturnFacts = PrintFacts & {
  readonly takenBack: number;
  readonly backCopies?: readonly number[] | null;
  /** Why copies that were out when it was ordered did not come back. */
  readonly keptOut?: KeptOutReason | null;
};

/** Copies that a print makes: number of the first, and which reprint (补打) it is, 0 for none. */
export type CopyPlan = { readonly firstCopy: number; readonly reprint: number };

/** A copy that came out spoiled or not at all. */
export type SpoiledCopy = { readonly copy: number; readonly reason: string };

/** True for a print of which something is on paper, or may be: its copy numbers are used. */
export function isStanding({ state }: Pick<PrintFacts, 'state'>): boolean {
  return state !== 'failed' && state !== 'cancelled';
}

/** Copies of a paper that left a printer or wait for one, the spoiled ones too. */
export function copiesMade(prints: readonly Pick<PrintFacts, 'copies' | 'state'>[]): number {
  return prints.reduce((sum, print) => sum + (isStanding(print) ? print.copies : 0), 0);
}

/**
 * What the next print of a paper is (decision 10): as long as copies that belong to it are missing, it makes these; what
 * comes after is a reprint and says so. One print is never both, so that no mark is wrong. A number is taken once: only
 * those of prints of which nothing is on paper are free again, and they come first.
 */
export function planCopies(due: number, prints: readonly PrintFacts[], copies: number): CopyPlan | Refusal {
  const taken = takenNumbers(prints);
  const first = firstFree(taken, 1);
  if (first <= due) {
    const left = freeRun(taken, first, due);
    return copies > left ? { code: 'COPIES_LEFT', params: { left, copies } } : { firstCopy: first, reprint: 0 };
  }
  let firstCopy = first;
  while (freeRun(taken, firstCopy, firstCopy + copies - 1) < copies)
    firstCopy = firstFree(taken, firstCopy + freeRun(taken, firstCopy, firstCopy + copies - 1));
  return { firstCopy, reprint: nextReprint(prints) };
}

/** Which reprint (补打) the next one is, from 1. */
export function nextReprint(prints: readonly PrintFacts[]): number {
  const standing = prints.filter((one) => one.reprint && isStanding(one));
  return Math.max(standing.length, ...standing.map(({ reprintNth }) => reprintNth ?? 0)) + 1;
}

/** True when no other print has taken one of the copy numbers of a print meanwhile, so that it can be tried again. */
export function stillFree(print: Pick<PrintFacts, 'firstCopy' | 'copies'>, others: readonly PrintFacts[]): boolean {
  const taken = takenNumbers(others);
  return freeRun(taken, print.firstCopy, print.firstCopy + print.copies - 1) === print.copies;
}

/** Copies that left a printer, or are about to, and have not come back or were spoiled. */
export function copiesOutside(
  prints: readonly (Pick<PrintFacts, 'copies' | 'state'> & {
    readonly takenBack: number;
    readonly spoiled: number | null;
  })[],
): number {
  return prints.reduce(
    (sum, print) => sum + (isStanding(print) ? print.copies - print.takenBack - (print.spoiled ?? 0) : 0),
    0,
  );
}

/**
 * Whether what somebody says of the copies of a print can be so: each spoiled copy is one of it, named once, with a reason,
 * and not known as spoiled; what came back can't be spoiled as well. A print that was looked at can only be spoiled further.
 */
export function confirmRefusal(
  print: Pick<ReturnFacts, 'firstCopy' | 'copies' | 'state' | 'takenBack' | 'backCopies'>,
  known: readonly number[],
  spoiled: readonly SpoiledCopy[],
): Refusal | undefined {
  const { state, firstCopy, copies, takenBack } = print;
  if (state !== 'sent' && state !== 'sending' && state !== 'printed') return { code: 'PRINT_NOT_OUT' };
  if (state === 'printed' && spoiled.length === 0) return { code: 'PRINT_JOB_DONE' };
  const seen = new Set(known);
  for (const { copy, reason } of spoiled) {
    if (copy < firstCopy || copy >= firstCopy + copies) return { code: 'COPY_NOT_OF_PRINT', params: { copy } };
    if (seen.has(copy)) return { code: 'COPY_SPOILED_ALREADY', params: { copy } };
    if (print.backCopies?.includes(copy) === true) return { code: 'COPY_NOT_OUT', params: { copy } };
    if (reason.trim() === '') return { code: 'SPOILED_REASON_MISSING', params: { copy } };
    seen.add(copy);
  }
  const most = copies - takenBack - known.length;
  return spoiled.length > most ? { code: 'COPIES_NOT_OUTSIDE', params: { count: most } } : undefined;
}

/** Numbers of the copies that came out of a printer and are not spoiled, in order. */
export function copiesOnPaper(prints: readonly PrintFacts[], spoiled: readonly number[]): number[] {
  const out = takenNumbers(prints.filter(({ state }) => state === 'sent' || state === 'printed'));
  return [...out].filter((copy) => !spoiled.includes(copy)).sort((one, other) => one - other);
}

/** How one copy of a paper stands: as its print does, or spoiled, or back. */
export const copyStates = ['queued', 'sending', 'sent', 'good', 'spoiled', 'takenBack'] as const;
/** How a copy stands. */
export type CopyState = (typeof copyStates)[number];

/** A copy of a paper, which has its number, and how it stands. */
export type CopyStanding = {
  readonly copy: number;
  readonly state: CopyState;
  readonly reprint: boolean;
  /** Why it is still out though another was printed since; null where none was, or it is not out. */
  readonly keptOut: KeptOutReason | null;
};

/**
 * Every copy of a paper that has its number, in the order of the numbers, and what became of it. Of a print from which
 * copies came back that nobody named, the last good ones did.
 */
export function copyStandings(prints: readonly ReturnFacts[], spoiled: readonly number[]): CopyStanding[] {
  const standings = prints.filter(isStanding).flatMap((print, index, all) => {
    const since = all.slice(index + 1).findLast(({ keptOut }) => keptOut != null)?.keptOut ?? null;
    const numbers = [...takenNumbers([print])];
    const good = numbers.filter((copy) => !spoiled.includes(copy));
    const back = new Set(returnedOf(print, good));
    return numbers.map((copy): CopyStanding => {
      const state = spoiled.includes(copy) ? 'spoiled' : back.has(copy) ? 'takenBack' : stateOfCopy(print.state);
      const out = state === 'good' || state === 'sent';
      return { copy, state, reprint: print.reprint, keptOut: out ? since : null };
    });
  });
  return standings.toSorted((one, other) => one.copy - other.copy);
}

function stateOfCopy(state: PrintState): CopyStanding['state'] {
  return state === 'queued' || state === 'sending' || state === 'sent' ? state : 'good';
}

/** Numbers in order as runs without a gap. */
export function runsOf(numbers: readonly number[]): { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.first + last.count === number) last.count += 1;
    else runs.push({ first: number, count: 1 });
  }
  return runs;
}

function takenNumbers(prints: readonly PrintFacts[]): ReadonlySet<number> {
  const taken = new Set<number>();
  for (const print of prints)
    if (isStanding(print)) for (let at = 0; at < print.copies; at += 1) taken.add(print.firstCopy + at);
  return taken;
}

function firstFree(taken: ReadonlySet<number>, from: number): number {
  let number = from;
  while (taken.has(number)) number += 1;
  return number;
}

/** How many numbers are free from one on, without a gap, and not beyond another. */
function freeRun(taken: ReadonlySet<number>, from: number, to: number): number {
  let length = 0;
  while (from + length <= to && !taken.has(from + length)) length += 1;
  return length;
}

/** Of the good copies of a print those that came back: the named ones, and as many of the last as came unnamed. */
function returnedOf({ takenBack, backCopies }: ReturnFacts, good: readonly number[]): number[] {
  const named = good.filter((copy) => backCopies?.includes(copy));
  const rest = good.filter((copy) => !named.includes(copy));
  const unnamed = Math.max(takenBack - named.length, 0);
  return [...named, ...rest.slice(Math.max(rest.length - unnamed, 0))];
}

/** Numbers of the copies that came out, are not spoiled and have not come back. */
export function copiesAtHand(prints: readonly ReturnFacts[], spoiled: readonly number[]): number[] {
  return prints
    .flatMap((print) => {
      const good = copiesOnPaper([print], spoiled);
      const back = new Set(returnedOf(print, good));
      return good.filter((copy) => !back.has(copy));
    })
    .toSorted((a, b) => a - b);
}
