import type { DocumentKindName, PaperNoun } from './states.ts';

/** So many papers at most are made in one go. */
export const MOST_IN_BATCH = 300;

/** So much at most is joined into one file, bytes: what a window takes at once. */
export const MOST_JOINED_BYTES = 96_000_000;

/** Records whose lists papers are made from in one go, each with the kinds. */
export const batchKinds = {
  contracts: ['saleContract', 'netSigningSheet', 'custodyRegister'],
  subscriptions: [
    'subscriptionBook',
    'purchaseInstructions',
    'contactSheet',
    'expenseEstimate',
    'signingNotice',
    'terminationNotice',
    'receivablesList',
    'dealLedger',
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

/** What is kept of one record of a batch; `left` was not begun when the batch ended, so no number was taken for it. */
export const keptOutcomes = ['waiting', 'issued', 'there', 'failed', 'left'] as const;
/** See {@link keptOutcomes}. */
export type KeptOutcome = (typeof keptOutcomes)[number];

/** What becomes of one record of a batch, as it is seen: also that it is at work. */
export const batchOutcomes = [...keptOutcomes, 'making'] as const;
/** See {@link batchOutcomes}. */
export type BatchOutcome = (typeof batchOutcomes)[number];

/** What is kept of how a batch stands: not through, ended before its end, or through. */
export const keptBatchStates = ['open', 'stopped', 'done'] as const;
/** See {@link keptBatchStates}. */
export type KeptBatchState = (typeof keptBatchStates)[number];

/**
 * How a batch stands, as it is seen: at work, told to stop, interrupted by the end of the program until somebody lets it go
 * on or gives it up, stopped before its end, or through.
 */
export const batchStates = ['running', 'stopping', 'interrupted', 'stopped', 'done'] as const;
/** See {@link batchStates}. */
export type BatchState = (typeof batchStates)[number];

/** How a batch is seen, of which this is kept, and at which the office works or does not. */
export function batchStateOf(kept: KeptBatchState, work: { readonly stopping: boolean } | undefined): BatchState {
  if (kept !== 'open') return kept;
  if (work === undefined) return 'interrupted';
  return work.stopping ? 'stopping' : 'running';
}

/** Outcomes that stay as they are. */
const settled: readonly BatchOutcome[] = ['issued', 'there', 'failed', 'left'];

/** How many records of a batch are through. */
export function settledCount(outcomes: readonly { readonly outcome: BatchOutcome }[]): number {
  return outcomes.filter(({ outcome }) => settled.includes(outcome)).length;
}
