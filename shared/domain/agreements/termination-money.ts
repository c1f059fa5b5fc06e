import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, splitFen, subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { ReceiptItem } from '../payments/states.ts';
import { interestDays, interestOn, type RefundInterest } from './refund-interest.ts';

/** Money that was paid under a contract: for what, when, by which receipt. */
export type PaidMoney = {
  readonly item: ReceiptItem;
  readonly paidOn: LocalDate;
  readonly receipt: string;
  readonly amount: Fen;
};

/** A row of the money table of a termination: amount = back + penalty + refund, net = refund + interest. */
export type TerminationRow = PaidMoney & {
  /** What of it went back before. */
  readonly back: Fen;
  /** What the seller keeps of it. */
  readonly penalty: Fen;
  readonly refund: Fen;
  /** Days for which it bears interest; 0 where nothing of it does. */
  readonly days: number;
  readonly interest: Fen;
  readonly net: Fen;
  /** Lent by a bank or fund: it goes back to the lender, never to the buyer (SPC sales, art. 21). */
  readonly toLender: boolean;
};

/** What is kept and was returned before, in fen, and by which rate what goes back bears interest. */
export type TerminationTerms = { readonly penalty: Fen; readonly interest: RefundInterest; readonly back: Fen };

/** How the money of a contract that ends is settled, row by row and by who gets it. */
export type TerminationMoney = {
  readonly rows: readonly TerminationRow[];
  readonly amount: Fen;
  readonly back: Fen;
  readonly penalty: Fen;
  readonly refund: Fen;
  readonly interest: Fen;
  readonly net: Fen;
  readonly toLender: Fen;
  readonly toBuyer: Fen;
};

/** The most that can be kept of what was paid: the buyer's own money that has not gone back. */
export function ownMoneyOf(paid: readonly PaidMoney[], back: Fen): Fen {
  const own = sumFen(paid.filter(({ item }) => item !== 'loan').map(({ amount }) => amount));
  return fen(Math.max(0, own - back));
}

/** Takes an amount of some places in their order, each as far as it goes. */
function takenInOrder(places: readonly Fen[], amount: Fen): Fen[] {
  let left = amount;
  return places.map((place) => {
    const part = fen(Math.min(place, left));
    left = subtractFen(left, part);
    return part;
  });
}

/**
 * Settles what was paid under a contract that ends, to the fen. A penalty comes out of the buyer's own money, the deposit
 * first as it was paid first; what went back before came out of the latest; the lender gets the whole of the loan; each
 * payment bears interest on what of it goes back, from the day on which it was paid. Throws RangeError where more is kept
 * than the buyer's own money.
 */
export function terminationMoney(
  paid: readonly PaidMoney[],
  { penalty, interest, back }: TerminationTerms,
): TerminationMoney {
  if (penalty > ownMoneyOf(paid, back)) throw new RangeError('More is kept than the buyer paid');
  const own = paid.map(({ item, amount }) => (item === 'loan' ? ZERO_FEN : amount));
  const gone = takenInOrder(own.toReversed(), back).toReversed();
  const left = own.map((amount, index) => subtractFen(amount, gone[index] ?? ZERO_FEN));
  const kept = takenInOrder(left, penalty);
  const refunds = paid.map(({ amount }, index) => fen(amount - (gone[index] ?? ZERO_FEN) - (kept[index] ?? ZERO_FEN)));
  const rows = paid.map((row, index): TerminationRow => {
    const refund = refunds[index] ?? ZERO_FEN;
    const share = interestOn(refund, row.paidOn, interest);
    return {
      ...row,
      back: gone[index] ?? ZERO_FEN,
      penalty: kept[index] ?? ZERO_FEN,
      refund,
      days: share > 0 ? interestDays(row.paidOn, interest.until) : 0,
      interest: share,
      net: sumFen([refund, share]),
      toLender: row.item === 'loan',
    };
  });
  const sum = (of: (row: TerminationRow) => Fen) => sumFen(rows.map(of));
  const toLender = sumFen(rows.filter((row) => row.toLender).map((row) => row.refund));
  return {
    rows,
    amount: sum((row) => row.amount),
    back: sum((row) => row.back),
    penalty: sum((row) => row.penalty),
    refund: sum((row) => row.refund),
    interest: sum((row) => row.interest),
    net: sum((row) => row.net),
    toLender,
    // Interest on the loan is the buyer's: the lender asks it of the buyer.
    toBuyer: subtractFen(
      sum((row) => row.net),
      toLender,
    ),
  };
}

/**
 * What of the interest goes with what goes back to each who paid: in the measure of it and to the fen, in even parts where
 * nothing else goes back to any of them.
 */
export function withInterest<Share extends { readonly amount: Fen }>(
  shares: readonly Share[],
  interest: Fen,
): (Share & { readonly interest: Fen })[] {
  if (shares.length === 0) return [];
  const amounts = shares.map(({ amount }) => amount);
  const parts = splitFen(interest, sumFen(amounts) === 0 ? shares.map(() => 1) : amounts);
  return shares.map((share, index) => ({ ...share, interest: parts[index] ?? ZERO_FEN }));
}
