import type { Fen } from '#shared/kernel/money.ts';

/** What is counted against the office's own books before anything is taken over. */
export const totalKinds = ['customers', 'subscriptions', 'contracts', 'receipts', 'balances'] as const;
/** Something that is counted. */
export type TotalKind = (typeof totalKinds)[number];

/** What of a kind is compared: customers have no money, balances are no papers that could be counted. */
export const measuresOf = {
  customers: ['count'],
  subscriptions: ['count', 'amount'],
  contracts: ['count', 'amount'],
  receipts: ['count', 'amount'],
  balances: ['amount'],
} as const satisfies Record<TotalKind, readonly Measure[]>;
/** How a kind is measured. */
export type Measure = 'count' | 'amount';

/** A count and a sum in fen; null where the office does not say it. */
export type OwnTotal = { readonly count: number | null; readonly amount: Fen | null };
/** The office's own totals, as far as they are known. */
export type OwnTotals = Readonly<Record<TotalKind, OwnTotal>>;
/** What the lists come to. */
export type Figures = Readonly<Record<TotalKind, { readonly count: number; readonly amount: Fen }>>;

/** One comparison: what the office says, what the lists come to, and by how much they differ. */
export type TieOut = {
  readonly kind: TotalKind;
  readonly measure: Measure;
  readonly own: number | null;
  readonly ours: number;
  /** Ours less the office's own, in fen or pieces; null while the office has not said it. */
  readonly difference: number | null;
};

const unknown: OwnTotal = { count: null, amount: null };

/** Totals of which nothing is known. */
export const noTotals: OwnTotals = {
  customers: unknown,
  subscriptions: unknown,
  contracts: unknown,
  receipts: unknown,
  balances: unknown,
};

/** Compares the office's own totals with what the lists come to, to the fen. */
export function tieOut(own: OwnTotals, ours: Figures): TieOut[] {
  return totalKinds.flatMap((kind) =>
    measuresOf[kind].map((measure): TieOut => {
      const theirs = own[kind][measure];
      const value = ours[kind][measure];
      return { kind, measure, own: theirs, ours: value, difference: theirs === null ? null : value - theirs };
    }),
  );
}

/** How many comparisons are still to be made, and how many do not come out. What is nothing on our side may be unsaid. */
export function tieOutState(lines: readonly TieOut[]): { readonly missing: number; readonly differing: number } {
  return {
    missing: lines.filter(({ own, ours }) => own === null && ours !== 0).length,
    differing: lines.filter(({ difference }) => difference !== null && difference !== 0).length,
  };
}

const kindWords: readonly (readonly [RegExp, TotalKind])[] = [
  [/应收|余额|欠款|未收|balance/iu, 'balances'],
  [/收款|实收|已收|收据|回款|receipt/iu, 'receipts'],
  [/合同|签约|contract/iu, 'contracts'],
  [/认购|subscription/iu, 'subscriptions'],
  [/客户|customer/iu, 'customers'],
];

/** What a line of the office's own totals is about. */
export function readTotalKind(text: string): TotalKind | undefined {
  return kindWords.find(([words]) => words.test(text))?.[1];
}
