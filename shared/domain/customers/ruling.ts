import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { fen, ONE_PPM, splitFen } from '#shared/kernel/money.ts';

const share = z.strictObject({ accountId: z.int().min(1), sharePpm: z.int().min(1).max(ONE_PPM) });

/** The outcome of a ruling (判客): one owner, a split of the performance, or nobody (公海). */
export const rulingSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('owner'), ownerId: z.int().min(1) }),
  z.strictObject({ outcome: z.literal('split'), shares: z.array(share).min(2).max(10) }),
  z.strictObject({ outcome: z.literal('company') }),
]);
/** The outcome of a ruling. */
export type Ruling = z.output<typeof rulingSchema>;

/** What one party brings forward. A claim without a record of its own from before the collision counts for nothing. */
export type Claim = {
  readonly accountId: number;
  readonly registeredOn: LocalDate | null;
  readonly protectedUntil: LocalDate | null;
};

/**
 * The outcome that the rules propose on the day of the collision; the supervisor may depart from it with a reason. The
 * first registered of those still protected is the owner; with the rule `splitEqual`, or when the tie came to light only
 * after the deal, all of them share alike. Nobody protected: the company's.
 */
export function proposeRuling(
  claims: readonly Claim[],
  facts: { readonly on: LocalDate; readonly rule: 'first' | 'splitEqual'; readonly afterDeal: boolean },
): Ruling {
  const standing = claims
    .flatMap(({ accountId, registeredOn, protectedUntil }) =>
      registeredOn !== null && protectedUntil !== null && facts.on <= protectedUntil
        ? [{ accountId, registeredOn }]
        : [],
    )
    .toSorted((a, b) => (a.registeredOn < b.registeredOn ? -1 : a.registeredOn > b.registeredOn ? 1 : 0));
  const [first, second] = standing;
  if (!first) return { outcome: 'company' };
  if (!second || (facts.rule === 'first' && !facts.afterDeal)) return { outcome: 'owner', ownerId: first.accountId };
  const parts = splitFen(
    fen(ONE_PPM),
    standing.map(() => 1),
  );
  return {
    outcome: 'split',
    shares: standing.map(({ accountId }, index) => ({ accountId, sharePpm: parts[index] ?? 0 })),
  };
}

/** Refuses a ruling whose shares are not the whole, or that names somebody twice. */
export function rulingRefusal(ruling: Ruling): Refusal | undefined {
  if (ruling.outcome !== 'split') return undefined;
  const sum = ruling.shares.reduce((total, one) => total + one.sharePpm, 0);
  const once = new Set(ruling.shares.map((one) => one.accountId)).size === ruling.shares.length;
  return sum === ONE_PPM && once ? undefined : { code: 'RULING_SHARES_DIFFER' };
}
