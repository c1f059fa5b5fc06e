import { agreedOn, copiesOf, missingOn, type Numbers, type PaperOfSale, type Sale } from './agreed.ts';
import type { Stage } from './stage.ts';

/** Prints the paper whose pages are shown, and answers its text as it came out; undefined where nothing can read it. */
export type OnPaper = (paper: PaperOfSale) => Promise<string | undefined>;

/** A sale in progress: the window, what is agreed, what is done with each paper. */
export type Selling = { readonly stage: Stage; readonly sale: Sale; readonly onPaper: OnPaper };

/** Prints a paper and compares every copy with what was agreed. Throws where they differ. */
export async function printAndCompare(
  { sale, onPaper }: Selling,
  paper: PaperOfSale,
  numbers: Partial<Numbers>,
): Promise<void> {
  const text = await onPaper(paper);
  if (text === undefined) return;
  const agreed = agreedOn(paper, sale, numbers);
  const missing = copiesOf(text).flatMap((copy) => missingOn(copy, agreed));
  if (missing.length > 0) throw new Error(`Agreed, but not on the printed ${paper}: ${missing.join(' · ')}`);
}
