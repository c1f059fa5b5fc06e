import { type ReadingMeasure, readingMeasures } from './states.ts';

/** Over which time reading is counted. */
export const readingWindows = ['day', 'tenMinutes'] as const;
/** Over which time reading is counted. */
export type ReadingWindow = (typeof readingWindows)[number];

/** How much one person reads before somebody is told, by window and measure. */
export type ReadingLimits = { readonly [W in ReadingWindow]: Readonly<Record<ReadingMeasure, number>> };

/** The short window, in ms. */
export const TEN_MINUTES_MS = 600_000;

/** How much a person has read, over a time. */
export type ReadingCount = {
  readonly measure: ReadingMeasure;
  readonly window: ReadingWindow;
  readonly count: number;
  readonly limit: number;
};

/** Of what kind the records of a list are: numbers of different kinds are not the same record. */
const nouns = [
  'customers',
  'subscriptions',
  'changes',
  'contracts',
  'cases',
  'planLines',
  'receipts',
  'visits',
  'originals',
  'agreements',
] as const;
type Noun = (typeof nouns)[number];

type Counted = {
  readonly noun: Noun;
  /** The field of the question that names the one record it opens. */
  readonly opens?: string;
  /** Its answer is a list of people, or of what they bought. */
  readonly lists?: true;
  /** The field of the question that somebody has typed to find people. */
  readonly finds?: string;
};

/** What is read of people, by the questions that show it. What shows nobody is not counted. */
const counted: Readonly<Record<string, Counted>> = {
  'customers.detail': { noun: 'customers', opens: 'customerId' },
  'subscriptions.detail': { noun: 'subscriptions', opens: 'subscriptionId' },
  'changes.list': { noun: 'changes', lists: true, finds: 'text' },
  'contracts.detail': { noun: 'contracts', opens: 'contractId' },
  'agreements.detail': { noun: 'agreements', opens: 'agreementId' },
  'cases.detail': { noun: 'cases', opens: 'caseId' },
  'customers.list': { noun: 'customers', lists: true, finds: 'text' },
  'subscriptions.list': { noun: 'subscriptions', lists: true, finds: 'text' },
  'custody.list': { noun: 'originals', lists: true, finds: 'text' },
  'custody.ofContract': { noun: 'contracts', opens: 'contractId' },
  'contracts.list': { noun: 'contracts', lists: true, finds: 'text' },
  // Names of buyers on the board.
  'units.buyers': { noun: 'subscriptions', lists: true },
  'cases.list': { noun: 'cases', lists: true },
  'payments.due': { noun: 'planLines', lists: true },
  'payments.book': { noun: 'receipts', lists: true },
  'visits.day': { noun: 'visits', lists: true },
  'customers.matchPhone': { noun: 'customers', finds: 'phone' },
  'search.find': { noun: 'customers', finds: 'text' },
};

/** What an answer showed. */
export type Reading = {
  readonly files: readonly number[];
  readonly rows: readonly number[];
  /** What was typed; null where nobody was looked for. */
  readonly search: string | null;
};

/** What a question and its answer showed of people; undefined where that is not counted. */
export function readingOf(path: string, input: unknown, output: unknown): Reading | undefined {
  const what = counted[path];
  if (what === undefined || !isFields(input)) return undefined;
  const opened = what.opens === undefined ? undefined : input[what.opens];
  const rows = what.lists && isFields(output) && Array.isArray(output['rows']) ? output['rows'] : [];
  const typed = what.finds === undefined ? undefined : input[what.finds];
  return {
    files: typeof opened === 'number' ? [numberOf(what.noun, opened)] : [],
    rows: rows.flatMap((row) => (isFields(row) ? idOf(row) : [])).map((id) => numberOf(what.noun, id)),
    search: typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : null,
  };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Lists name their records by `id`, or hold the row inside. */
function idOf(row: Record<string, unknown>): number[] {
  return typeof row['id'] === 'number' ? [row['id']] : [];
}

function numberOf(noun: Noun, id: number): number {
  return id * nouns.length + nouns.indexOf(noun);
}

/** True while somebody is still typing the same search: one text begins with the other. */
export function isSameSearch(one: string, other: string): boolean {
  return one !== '' && other !== '' && (one.startsWith(other) || other.startsWith(one));
}

/** Which counts are above their limits. */
export function exceeded(
  counts: Readonly<Record<ReadingWindow, Readonly<Record<ReadingMeasure, number>>>>,
  limits: ReadingLimits,
): ReadingCount[] {
  return readingWindows.flatMap((window) =>
    readingMeasures.flatMap((measure) => {
      const count = counts[window][measure];
      const limit = limits[window][measure];
      return count > limit ? [{ measure, window, count, limit }] : [];
    }),
  );
}
