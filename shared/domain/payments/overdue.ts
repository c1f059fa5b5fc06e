import { daysBetween, type LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, ONE_PPM } from '#shared/kernel/money.ts';
import type { Allocation } from './allocation.ts';

/** A line that may be late: what is due when, and what was paid on it when. */
export type LateLine = { readonly amount: Fen; readonly dueOn: LocalDate; readonly payments: readonly Allocation[] };

/** What was agreed for late payment: a rate a day (万分之一 is 100 ppm), and the days after which one may rescind. */
export type OverdueRules = { readonly overduePenaltyPpm: number; readonly overduePenaltyDays: number };

/** How late a line is, and what that costs. */
export type Overdue = {
  readonly open: Fen;
  /** Days after the due day, to the last payment or to today. */
  readonly days: number;
  readonly penalty: Fen;
  /** More days late than agreed: the seller may rescind after a demand (contract art. 8, SPC 11). */
  readonly rescindable: boolean;
};

/**
 * The penalty of a late line as of a day (contract art. 8): from the day after it was due, each day on what was still
 * open that day, a payment's own day included. Reckoned exactly over all days and rounded half up once. It is never on
 * the whole price, and a waiver is a separate, approved act.
 */
export function overdueOf(line: LateLine, today: LocalDate, rules: OverdueRules): Overdue {
  const payments = line.payments
    .filter((one) => one.on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let open = line.amount - payments.reduce((sum, one) => sum + one.amount, 0);
  let fenDays = 0n;
  let days = 0;
  for (const payment of payments) {
    const late = Math.max(0, daysBetween(line.dueOn, payment.on));
    fenDays += BigInt(payment.amount) * BigInt(late);
    days = Math.max(days, late);
  }
  if (open < 0) open = 0;
  if (open > 0) {
    days = Math.max(0, daysBetween(line.dueOn, today));
    fenDays += BigInt(open) * BigInt(days);
  }
  const million = BigInt(ONE_PPM);
  const penalty = (fenDays * BigInt(rules.overduePenaltyPpm) * 2n + million) / (million * 2n);
  return {
    open: fen(open),
    days,
    penalty: fen(Number(penalty)),
    rescindable: open > 0 && days > rules.overduePenaltyDays,
  };
}
