import type { Refusal } from '#shared/kernel/errors.ts';
import { type Fen, fen, subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { ReceiptState, RefundState } from './states.ts';

/** Records that money belongs to: a deal, a small booking, an intent; each piece of money to exactly one. */
export const moneyNouns = ['subscriptions', 'bookings', 'intents'] as const;
/** Kind of a record that money belongs to. */
export type MoneyNoun = (typeof moneyNouns)[number];
/** The record that money belongs to. */
export type MoneyOwner = { readonly noun: MoneyNoun; readonly id: number };

/** Everything that came in for one record and went out of it again. */
export type OwnedMoney = {
  readonly receipts: readonly { readonly payerId: number; readonly amount: Fen; readonly state: ReceiptState }[];
  readonly refunds: readonly { readonly payeeId: number; readonly amount: Fen; readonly state: RefundState }[];
  /** What the office has kept of it for good (没收). */
  readonly kept: Fen;
};

/** How the money of a record stands: received = back + kept + held, to the fen. */
export type MoneyStanding = {
  readonly received: Fen;
  readonly back: Fen;
  readonly kept: Fen;
  /** Still here, whether somebody has asked for it or not. */
  readonly held: Fen;
  /** Asked for or agreed to, and not yet paid out. */
  readonly promised: Fen;
};

const waiting: readonly RefundState[] = ['requested', 'approved'];

/** True of a refund that was asked for and has not come to nothing: it waits, or its money has gone. */
export function stillStands({ state }: { readonly state: RefundState }): boolean {
  return state === 'paid' || waiting.includes(state);
}

/** How the money of a record stands. What was voided never came, what was exchanged stands on another receipt. */
export function standingOf({ receipts, refunds, kept }: OwnedMoney): MoneyStanding {
  const received = sumFen(receipts.filter(({ state }) => state === 'valid').map(({ amount }) => amount));
  const back = sumFen(refunds.filter(({ state }) => state === 'paid').map(({ amount }) => amount));
  const promised = sumFen(refunds.filter(({ state }) => waiting.includes(state)).map(({ amount }) => amount));
  return { received, back, kept, held: fen(received - back - kept), promised };
}

/** What can still go back to one who paid: no more than they brought, less what went back or is promised to them. */
export function leftOf(money: OwnedMoney, payerId: number): Fen {
  const brought = money.receipts.filter((one) => one.state === 'valid' && one.payerId === payerId);
  const gone = money.refunds.filter((one) => one.payeeId === payerId && stillStands(one));
  const own = sumFen(brought.map(({ amount }) => amount)) - sumFen(gone.map(({ amount }) => amount));
  const { held, promised } = standingOf(money);
  return fen(Math.max(0, Math.min(own, held - promised)));
}

/** Everybody who brought money that counts, the first who did first. */
export function payersOf({ receipts }: OwnedMoney): number[] {
  return [...new Set(receipts.filter(({ state }) => state === 'valid').map(({ payerId }) => payerId))];
}

/**
 * Why money cannot go back, or undefined: it goes only to whoever brought it (原路退回), and never more than is here and
 * may go. `free` is what of it may go back, by the record that it belongs to. Interest is paid beside what is here.
 */
export function refundRefusal(
  money: OwnedMoney,
  { payeeId, amount, interest }: { readonly payeeId: number; readonly amount: Fen; readonly interest: Fen },
  free: Fen,
): Refusal | undefined {
  if (!payersOf(money).includes(payeeId)) return { code: 'REFUND_TO_PAYER_ONLY' };
  const most = fen(Math.min(leftOf(money, payeeId), free));
  return amount + interest <= 0 || amount > most ? { code: 'REFUND_ABOVE_HELD', params: { heldFen: most } } : undefined;
}

/**
 * Shares what goes back among those who brought it, the last who paid first, so that nobody gets more than they brought.
 * Throws nothing: what finds nobody is left over and is none of theirs.
 */
export function sharesOfPayers(money: OwnedMoney, amount: Fen): { payeeId: number; amount: Fen }[] {
  let left = amount;
  const shares: { payeeId: number; amount: Fen }[] = [];
  for (const payeeId of payersOf(money).toReversed()) {
    const share = fen(Math.min(left, leftOf(money, payeeId)));
    if (share <= 0) continue;
    shares.push({ payeeId, amount: share });
    left = subtractFen(left, share);
  }
  return shares.toReversed();
}

/** What goes back to one who paid by the end of a deal; `lender` is the bank that gets it instead, empty without one. */
export type RefundShare = {
  readonly payeeId: number;
  readonly lender: string;
  readonly amount: Fen;
  /** Interest that goes out beside it. */
  readonly interest: Fen;
};

/**
 * What of these shares nobody has asked for, or was asked for in vain: rejected, withdrawn, or paid out and come back. What
 * waits or has gone is never asked for again, nor is its interest, which the first refund of a share carries alone.
 */
export function unaskedShares(
  shares: readonly RefundShare[],
  asked: readonly (Omit<RefundShare, 'interest'> & { readonly state: RefundState })[],
): RefundShare[] {
  return shares.flatMap((share) => {
    const standing = asked.filter(
      (one) => stillStands(one) && one.payeeId === share.payeeId && one.lender === share.lender,
    );
    const amount = fen(Math.max(0, share.amount - sumFen(standing.map((one) => one.amount))));
    const interest = standing.length === 0 ? share.interest : ZERO_FEN;
    return amount + interest > 0 ? [{ ...share, amount, interest }] : [];
  });
}
