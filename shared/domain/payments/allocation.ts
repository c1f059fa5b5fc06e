import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { PlanItem } from '../plans/states.ts';
import type { DealItem, ReceiptItem, ReceiptState } from './states.ts';

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
  /** The lines it was taken for, as its receipt says; without any it is set against the lines from the earliest. */
  readonly lines?: readonly LineShare[];
};

/** What a payment brings to one line of the plan. */
export type LineShare = { readonly position: number; readonly amount: Fen };

/** A payment set against a line. */
export type Allocation = { readonly amount: Fen; readonly on: LocalDate };

/** A line of the plan with what was paid on it. */
export type SettledLine<Line extends DueLine = DueLine> = Line & {
  readonly payments: readonly Allocation[];
  readonly paid: Fen;
  readonly open: Fen;
  readonly overdue: boolean;
};

/**
 * Lines that money of an item may go to. The deposit has a receipt of its own: it is not yet price (Civil Code 586);
 * money of a booking or of a launch is exchanged before it is one.
 */
const linesOfItem = {
  deposit: ['deposit'],
  firstPayment: ['firstPayment', 'finalPayment', 'instalment'],
  instalment: ['instalment', 'finalPayment', 'firstPayment'],
  loan: ['commercialLoan', 'providentLoan'],
  other: ['firstPayment', 'instalment', 'finalPayment'],
  bookingMoney: [],
  intentMoney: [],
} as const satisfies Record<ReceiptItem, readonly PlanItem[]>;

const itemOfLine = {
  deposit: 'deposit',
  firstPayment: 'firstPayment',
  instalment: 'instalment',
  commercialLoan: 'loan',
  providentLoan: 'loan',
  finalPayment: 'other',
} as const satisfies Record<PlanItem, DealItem>;

/** What a receipt is called that is taken for these lines: the first of them names it. */
export function itemOfLines(lines: readonly { readonly item: PlanItem }[]): DealItem {
  const [first] = lines;
  return first === undefined ? 'other' : itemOfLine[first.item];
}

/** True when money of the item may go to the line. */
export function mayPay(item: ReceiptItem, line: { readonly item: PlanItem }): boolean {
  const lines: readonly PlanItem[] = linesOfItem[item];
  return lines.includes(line.item);
}

/** Lines in the order in which money is set against them: by due day, then as they stand in the plan. */
function byDueDay(a: DueLine, b: DueLine): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.position - b.position;
}

/** What is still open on the lines that money of an item may go to. */
export function openFor(item: ReceiptItem, lines: readonly SettledLine[]): Fen {
  return sumFen(lines.filter((line) => mayPay(item, line)).map(({ open }) => open));
}

/** Spreads a payment over the open lines of its item, from the earliest; what finds no line is not among the shares. */
export function spread(item: ReceiptItem, amount: Fen, lines: readonly SettledLine[]): LineShare[] {
  const shares: LineShare[] = [];
  let left: Fen = amount;
  for (const line of lines.toSorted(byDueDay)) {
    if (left === 0 || line.open === 0 || !mayPay(item, line)) continue;
    const share = fen(Math.min(left, line.open));
    shares.push({ position: line.position, amount: share });
    left = subtractFen(left, share);
  }
  return shares;
}

/**
 * Why a payment cannot be set against the lines that are asked for, or undefined: no line twice, none of another item,
 * never more on a line than is open, and all of the payment, to the fen.
 */
export function sharesRefusal(
  payment: { readonly item: ReceiptItem; readonly amount: Fen; readonly shares: readonly LineShare[] },
  lines: readonly SettledLine[],
): Refusal | undefined {
  const { item, amount, shares } = payment;
  if (new Set(shares.map(({ position }) => position)).size < shares.length) return { code: 'PLAN_LINE_TWICE' };
  for (const share of shares) {
    const line = lines.find(({ position }) => position === share.position);
    if (line === undefined) return { code: 'NOT_FOUND' };
    if (!mayPay(item, line)) return { code: 'PLAN_LINE_OF_OTHER_ITEM' };
    if (share.amount <= 0 || share.amount > line.open)
      return { code: 'PLAN_LINE_EXCEEDED', params: { position: line.position, openFen: line.open } };
  }
  const sum = sumFen(shares.map((share) => share.amount));
  return sum === amount ? undefined : { code: 'SHARES_DIFFER', params: { amountFen: amount, sumFen: sum } };
}

/**
 * Sets the valid receipts against the lines of a plan: each as its receipt says; what says nothing, by day, on the lines
 * of its item from the earliest due day. What finds no line is returned as `unused`.
 */
export function settle<Line extends DueLine>(
  lines: readonly Line[],
  receipts: readonly Incoming[],
  today: LocalDate,
): { readonly lines: readonly SettledLine<Line>[]; readonly unused: Fen } {
  const payments = new Map<number, Allocation[]>(lines.map((line) => [line.position, []]));
  const settled = () =>
    lines.map((line): SettledLine<Line> => {
      const own = payments.get(line.position) ?? [];
      const paid = sumFen(own.map(({ amount }) => amount));
      const open = paid >= line.amount ? ZERO_FEN : subtractFen(line.amount, paid);
      return { ...line, payments: own, paid, open, overdue: open > 0 && line.dueOn < today };
    });
  const valid = receipts
    .filter((receipt) => receipt.state === 'valid')
    .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0));
  let unused = 0;
  const put = (receipt: Incoming, shares: readonly LineShare[]) => {
    for (const { position, amount } of shares) payments.get(position)?.push({ amount, on: receipt.receivedOn });
    const known = shares.filter(({ position }) => payments.has(position));
    unused += receipt.amount - sumFen(known.map(({ amount }) => amount));
  };
  const named = (receipt: Incoming) => (receipt.lines?.length ?? 0) > 0;
  for (const receipt of valid) if (named(receipt)) put(receipt, receipt.lines ?? []);
  for (const receipt of valid) if (!named(receipt)) put(receipt, spread(receipt.item, receipt.amount, settled()));
  return { lines: settled(), unused: fen(unused) };
}
