import type { DocumentKindName, PaperNoun } from './states.ts';

/** So many papers at most are made in one go. */
export const MOST_IN_BATCH = 300;

/** Records whose lists papers are made from in one go, each with the kinds. */
export const batchKinds = {
  contracts: ['saleContract', 'netSigningSheet'],
  subscriptions: [
    'subscriptionBook',
    'purchaseInstructions',
    'contactSheet',
    'expenseEstimate',
    'signingNotice',
    'terminationNotice',
  ],
} as const satisfies Partial<Record<PaperNoun, readonly DocumentKindName[]>>;

/** Records whose papers are made in one go. */
export type BatchNoun = keyof typeof batchKinds;
/** See {@link batchKinds}. */
export const batchNouns = Object.keys(batchKinds) as [BatchNoun, ...BatchNoun[]];

/** True for a kind that is made in one go from a list of such records. */
export function isBatchKind(noun: BatchNoun, kind: DocumentKindName): boolean {
  return (batchKinds[noun] as readonly DocumentKindName[]).includes(kind);
}

/** What became of one record of a batch; `left` was not begun when the batch ended, so no number was taken for it. */
export const batchOutcomes = ['waiting', 'making', 'issued', 'there', 'failed', 'left'] as const;
/** See {@link batchOutcomes}. */
export type BatchOutcome = (typeof batchOutcomes)[number];

/** How a batch stands: at work, told to stop, stopped before its end, or through. */
export const batchStates = ['running', 'stopping', 'stopped', 'done'] as const;

/** Outcomes that stay as they are. */
const settled: readonly BatchOutcome[] = ['issued', 'there', 'failed', 'left'];

/** How many records of a batch are through. */
export function settledCount(outcomes: readonly { readonly outcome: BatchOutcome }[]): number {
  return outcomes.filter(({ outcome }) => settled.includes(outcome)).length;
}
