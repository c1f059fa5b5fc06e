import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, subtractFen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { PlanItem } from '../plans/states.ts';
import type { ReceiptItem, ReceiptState } from './states.ts';

/** A line of the plan that money is set against. */
export type DueLine = {
  readonly position: number;
  readonly item: PlanItem;
  readonly amount: Fen;
  readonly dueOn: LocalDate;
};

/** Money that came in. */
export type Incoming = {
  readonly item: ReceiptItem;
  readonly amount: Fen;
  readonly receivedOn: LocalDate;
  readonly state: ReceiptState;
};

/** A payment set against a line. */
export type Allocation = { readonly amount: Fen; readonly on: LocalDate };

/** A line of the plan with what was paid on it. */
export type SettledLine = DueLine & {
  readonly payments: readonly Allocation[];
  readonly paid: Fen;
  readonly open: Fen;
  readonly overdue: boolean;
};

const linesOfItem = {
  deposit: ['deposit'],
  firstPayment: ['firstPayment', 'finalPayment', 'instalment', 'deposit'],
  instalment: ['instalment', 'finalPayment', 'firstPayment', 'deposit'],
  loan: ['commercialLoan', 'providentLoan'],
  other: ['firstPayment', 'instalment', 'finalPayment', 'deposit'],
} as const satisfies Record<ReceiptItem, readonly PlanItem[]>;

/**
 * Sets the valid receipts against the lines of a plan, receipts by day, lines by due day: deposits on the deposit, loans
 * on the loans, all other money on the buyer's own lines from the earliest. What finds no line is returned as `unused`.
 */
export function settle(
  lines: readonly DueLine[],
  receipts: readonly Incoming[],
  today: LocalDate,
): { readonly lines: readonly SettledLine[]; readonly unused: Fen } {
  const payments = new Map<number, Allocation[]>(lines.map((line) => [line.position, []]));
  const open = new Map<number, Fen>(lines.map((line) => [line.position, line.amount]));
  const byDue = lines.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.position - b.position));
  let unused = 0;
  const valid = receipts.filter((receipt) => receipt.state === 'valid');
  for (const receipt of valid.toSorted((a, b) =>
    a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0,
  )) {
    const items: readonly PlanItem[] = linesOfItem[receipt.item];
    let left: Fen = receipt.amount;
    for (const line of byDue) {
      const due = open.get(line.position) ?? ZERO_FEN;
      if (left === 0 || due === 0 || !items.includes(line.item)) continue;
      const amount = fen(Math.min(left, due));
      payments.get(line.position)?.push({ amount, on: receipt.receivedOn });
      open.set(line.position, subtractFen(due, amount));
      left = subtractFen(left, amount);
    }
    unused += left;
  }
  return {
    lines: lines.map((line) => {
      const remaining = open.get(line.position) ?? ZERO_FEN;
      return {
        ...line,
        payments: payments.get(line.position) ?? [],
        paid: subtractFen(line.amount, remaining),
        open: remaining,
        overdue: remaining > 0 && line.dueOn < today,
      };
    }),
    unused: fen(unused),
  };
}
