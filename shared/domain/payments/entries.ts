import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { type LedgerAccount, ledgerAccounts, type PaymentMethod, type ReceiptItem } from './states.ts';

/** One line of the double entry (分录), in fen: what comes into an account is positive, what goes out is negative. */
export type LedgerEntry = { readonly account: LedgerAccount; readonly amount: Fen; readonly bookedOn: LocalDate };

/** A receipt as far as the books are concerned. */
export type BookedReceipt = {
  readonly item: ReceiptItem;
  readonly method: PaymentMethod;
  readonly amount: Fen;
  readonly receivedOn: LocalDate;
};

/** Where money of each way of paying arrives: notes and cheques in the till, all else in the supervised account. */
const accountOfMethod = {
  transfer: 'supervisedAccount',
  card: 'supervisedAccount',
  wechatPay: 'supervisedAccount',
  alipay: 'supervisedAccount',
  cash: 'cashOnHand',
  cheque: 'cashOnHand',
} as const satisfies Record<PaymentMethod, LedgerAccount>;

/**
 * What the money is owed for: a deposit stays one until the contract is signed, money of a booking or a launch until it
 * is exchanged or paid back; everything else is price.
 */
const accountOfItem = {
  deposit: 'depositsReceived',
  firstPayment: 'pricesReceived',
  instalment: 'pricesReceived',
  loan: 'pricesReceived',
  other: 'pricesReceived',
  bookingMoney: 'bookingMoneyReceived',
  intentMoney: 'intentMoneyReceived',
} as const satisfies Record<ReceiptItem, LedgerAccount>;

/** The two lines of a receipt; they sum to zero. */
export function receiptEntries(receipt: BookedReceipt): LedgerEntry[] {
  return transfer(accountOfItem[receipt.item], accountOfMethod[receipt.method], receipt.amount, receipt.receivedOn);
}

/** The lines that undo a voided receipt on the day of voiding; booked lines are never changed. */
export function voidingEntries(receipt: BookedReceipt, voidedOn: LocalDate): LedgerEntry[] {
  return transfer(accountOfMethod[receipt.method], accountOfItem[receipt.item], receipt.amount, voidedOn);
}

/** The lines by which a deposit becomes price when the contract is signed (定金转房款). */
export function depositBecomesPrice(amount: Fen, signedOn: LocalDate): LedgerEntry[] {
  return transfer('pricesReceived', 'depositsReceived', amount, signedOn);
}

/**
 * The lines by which money goes on from one receipt to another without leaving the office (换票): what it is owed for
 * changes, where it lies does not. None where it is owed for the same.
 */
export function exchangeEntries(
  from: ReceiptItem,
  to: ReceiptItem,
  amount: Fen,
  exchangedOn: LocalDate,
): LedgerEntry[] {
  const [owedFor, owedNow] = [accountOfItem[from], accountOfItem[to]];
  return owedFor === owedNow ? [] : transfer(owedNow, owedFor, amount, exchangedOn);
}

/** What the office owes of some money, by the account on which it is owed; never negative. */
export type Owed = Partial<Record<LedgerAccount, Fen>>;

/** Accounts of what is owed, in the order in which money goes back: the deposit last, for it is what may be kept. */
const owedAccounts = [
  'pricesReceived',
  'bookingMoneyReceived',
  'intentMoneyReceived',
  'depositsReceived',
] as const satisfies readonly LedgerAccount[];

/** What is owed after some lines. */
export function owedAfter(entries: readonly Pick<LedgerEntry, 'account' | 'amount'>[]): Owed {
  const sumOf = (account: LedgerAccount) =>
    sumFen(entries.filter((entry) => entry.account === account).map(({ amount }) => amount));
  return Object.fromEntries(owedAccounts.map((account) => [account, fen(Math.max(0, -sumOf(account)))]));
}

function taken(owed: Owed, order: readonly LedgerAccount[], amount: Fen): { account: LedgerAccount; part: Fen }[] {
  let left: number = amount;
  const parts: { account: LedgerAccount; part: Fen }[] = [];
  for (const account of order) {
    const part = fen(Math.min(left, owed[account] ?? 0));
    if (part <= 0) continue;
    parts.push({ account, part });
    left -= part;
  }
  return parts;
}

/**
 * The lines of a refund: what is owed becomes less, and money leaves the till or the supervised account. Interest on it
 * (利息) leaves with it and was never owed of what came in: it is an expense of the seller.
 */
export function refundEntries(
  owed: Owed,
  { method, amount, interest }: { readonly method: PaymentMethod; readonly amount: Fen; readonly interest: Fen },
  refundedOn: LocalDate,
): LedgerEntry[] {
  const from = accountOfMethod[method];
  return [
    ...taken(owed, owedAccounts, amount).flatMap(({ account, part }) => transfer(from, account, part, refundedOn)),
    ...(interest > 0 ? transfer(from, 'interestPaid', interest, refundedOn) : []),
  ];
}

/** The lines by which the office keeps money that it had received (没收): the deposit first, then what else is owed. */
export function keptEntries(owed: Owed, amount: Fen, keptOn: LocalDate): LedgerEntry[] {
  return taken(owed, owedAccounts.toReversed(), amount).flatMap(({ account, part }) =>
    transfer('depositsKept', account, part, keptOn),
  );
}

/** The lines that undo booked ones on a later day; booked lines are never changed. */
export function reversedEntries(
  entries: readonly Pick<LedgerEntry, 'account' | 'amount'>[],
  on: LocalDate,
): LedgerEntry[] {
  return entries.map(({ account, amount }) => ({ account, amount: fen(-amount), bookedOn: on }));
}

/** The lines by which the till's money is paid into the supervised account (缴存). */
export function bankedEntries(amount: Fen, bankedOn: LocalDate): LedgerEntry[] {
  return transfer('cashOnHand', 'supervisedAccount', amount, bankedOn);
}

/** True when lines balance: every set of lines that is booked must. */
export function isBalanced(entries: readonly LedgerEntry[]): boolean {
  return sumFen(entries.map((entry) => entry.amount)) === 0;
}

/** What stands on each account after some lines, in fen; liabilities are negative. */
export function balancesOf(entries: readonly LedgerEntry[]): Record<LedgerAccount, Fen> {
  const balances: Record<LedgerAccount, Fen> = {
    supervisedAccount: ZERO_FEN,
    cashOnHand: ZERO_FEN,
    depositsReceived: ZERO_FEN,
    pricesReceived: ZERO_FEN,
    bookingMoneyReceived: ZERO_FEN,
    intentMoneyReceived: ZERO_FEN,
    depositsKept: ZERO_FEN,
    interestPaid: ZERO_FEN,
  };
  for (const account of ledgerAccounts)
    balances[account] = sumFen(entries.filter((entry) => entry.account === account).map((entry) => entry.amount));
  return balances;
}

function transfer(from: LedgerAccount, to: LedgerAccount, amount: Fen, bookedOn: LocalDate): LedgerEntry[] {
  return [
    { account: to, amount, bookedOn },
    { account: from, amount: fen(-amount), bookedOn },
  ];
}
