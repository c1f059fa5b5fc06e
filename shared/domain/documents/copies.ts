import type { Refusal } from '#shared/kernel/errors.ts';
import type { PrintState } from './states.ts';

/** Who keeps a copy of the subscription book (认购书), and how many; custom of the trade. */
export const bookHolders = [
  { holder: '买受人', count: 1 },
  { holder: '出卖人', count: 2 },
  { holder: '财务', count: 1 },
] as const;

type Print = { readonly copies: number; readonly reprint: boolean; readonly state: PrintState };

/** Copies that a print makes: number of the first, and which reprint (补打) it is, 0 for none. */
export type CopyPlan = { readonly firstCopy: number; readonly reprint: number };

/** Copies of a paper that left a printer or wait for one. */
export function copiesMade(prints: readonly Print[]): number {
  return prints.reduce((sum, print) => sum + (print.state === 'failed' ? 0 : print.copies), 0);
}

/**
 * What the next print of a paper is (decision 10): as long as copies that belong to it are missing, it makes these; what
 * comes after is a reprint and says so. One print is never both, so that no mark is wrong.
 */
export function planCopies(due: number, prints: readonly Print[], copies: number): CopyPlan | Refusal {
  const made = copiesMade(prints);
  if (made >= due) return { firstCopy: made + 1, reprint: prints.filter((one) => isReprint(one)).length + 1 };
  const left = due - made;
  return copies > left ? { code: 'COPIES_LEFT', params: { left, copies } } : { firstCopy: made + 1, reprint: 0 };
}

/** Copies that left a printer, or are about to, and have not come back. */
export function copiesOutside(prints: readonly (Print & { readonly takenBack: number })[]): number {
  return prints.reduce((sum, print) => sum + (print.state === 'failed' ? 0 : print.copies - print.takenBack), 0);
}

function isReprint(print: Print): boolean {
  return print.reprint && print.state !== 'failed';
}
