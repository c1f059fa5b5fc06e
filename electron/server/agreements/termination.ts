import { accountById } from '#db/repositories/accounts.ts';
import { agreementOfChange } from '#db/repositories/agreements.ts';
import { casesOf } from '#db/repositories/cases.ts';
import { type ChangeRow, changeById } from '#db/repositories/changes.ts';
import { type ContractRow, contractById } from '#db/repositories/contracts.ts';
import { ownedMoney, type RefundRow, refundRowsOf, refundsOfChange } from '#db/repositories/owned-money.ts';
import { receiptsOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { type RefundInterest, refundInterestPpm } from '#shared/domain/agreements/refund-interest.ts';
import {
  ownMoneyOf,
  type TerminationMoney,
  type TerminationTerms,
  terminationMoney,
  withInterest,
} from '#shared/domain/agreements/termination-money.ts';
import { type AskOf, askAsKept } from '#shared/domain/changes/asks.ts';
import {
  type RefundShare,
  sharesOfPayers,
  standingOf,
  stillStands,
  unaskedShares,
} from '#shared/domain/payments/owned-money.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { reasonOfChange } from '../changes/present.ts';
import { dealOf } from '../contracts/deal.ts';
import { askSharesOf } from '../payments/refunds.ts';
import type { UnitCommand, UnitContext } from '../units/unit-facts.ts';
import type { Agreement } from './agreement-facts.ts';

type Reading = Pick<UnitContext, 'db'>;

/** How the money of a signed contract that ends is divided: the loan goes back to its lender, the rest to who paid it. */
export type TerminationShares = {
  /** Money that was paid and is here, receipt by receipt. */
  readonly receipts: readonly ReturnType<typeof receiptsOf>[number]['receipt'][];
  /** What went back before, by other reasons than this end. */
  readonly back: Fen;
  readonly toBuyers: readonly { readonly payeeId: number; readonly amount: Fen }[];
  readonly toLenders: readonly { readonly payeeId: number; readonly amount: Fen; readonly lender: string }[];
};

/** Who lent the money of a deal; 贷款人 where nobody has entered the bank. */
function lenderOf({ db }: Reading, subscriptionId: number): string {
  const banks = casesOf(db, subscriptionId).flatMap(({ kind, bank }) =>
    kind === 'mortgage' && bank !== '' ? [bank] : [],
  );
  return [...new Set(banks)].join('、') || '贷款人';
}

/** Divides what a contract leaves: `keep` of it stays with the seller, out of the buyers' own money. */
export function terminationShares(
  context: Reading,
  { id }: Pick<SubscriptionRow, 'id'>,
  { keep, changeId }: { readonly keep: Fen; readonly changeId: number },
): TerminationShares {
  const { db } = context;
  const owner = { noun: 'subscriptions', id } as const;
  const own = refundsOfChange(db, changeId).map((one) => one.id);
  const { kept } = ownedMoney(db, owner);
  const all = receiptsOf(db, [id]).map(({ receipt }) => receipt);
  // What this very end has brought about already does not make less of what it comes to.
  const refunds = refundRowsOf(db, owner).filter((one) => !own.includes(one.id));
  const receipts = all.filter(({ state }) => state === 'valid');
  const loans = receipts.filter(({ item }) => item === 'loan');
  const ownMoney = { kept, refunds, receipts: receipts.filter(({ item }) => item !== 'loan') };
  const { held, back } = standingOf(ownMoney);
  const toBuyers = sharesOfPayers(ownMoney, fen(Math.max(0, held - keep)));
  const lender = lenderOf(context, id);
  const payers = [...new Set(loans.map(({ payerId }) => payerId))];
  const toLenders = payers.map((payeeId) => ({
    payeeId,
    lender,
    amount: sumFen(loans.filter(({ payerId }) => payerId === payeeId).map(({ amount }) => amount)),
  }));
  return { receipts, back, toBuyers, toLenders };
}

/** By which rate the refund of a signed contract bears interest: by whose doing its end is and what the contract agrees. */
export function interestRateOf(
  { setting }: Pick<UnitContext, 'setting'>,
  { signedOn, terms }: Pick<ContractRow, 'signedOn' | 'terms'>,
  ask: Pick<AskOf<'cancellation'>, 'cause' | 'ground'>,
): number {
  return refundInterestPpm(ask, terms.fields, setting('contractReferencePpm', signedOn ?? undefined));
}

/**
 * Why the money of a deal cannot be settled now: a refund that rests on something else waits to be paid out, so that
 * nobody can say yet what is here. `changeId` is the change whose own refunds are left out.
 */
export function waitingRefundRefusal({ db }: Reading, subscriptionId: number, changeId?: number): Refusal | undefined {
  const waiting = refundRowsOf(db, { noun: 'subscriptions', id: subscriptionId }).find(
    (one) =>
      (one.state === 'requested' || one.state === 'approved') && (changeId === undefined || one.changeId !== changeId),
  );
  return waiting === undefined ? undefined : { code: 'REFUND_WAITING_FIRST', params: { number: waiting.number } };
}

/**
 * The end of a signed contract as its agreement settles it on a day; null of an agreement that ends nothing. Interest is
 * reckoned up to the day of the agreement, and where the money goes back later up to that day, by the same rate.
 */
export function endOf(context: Pick<UnitContext, 'db' | 'setting'>, { row, change, deal }: Agreement, on?: LocalDate) {
  const ask = askAsKept(change.ask);
  if (ask.kind !== 'cancellation') return null;
  const shares = terminationShares(context, deal.subscription, { keep: ask.keep, changeId: change.id });
  const paid = shares.receipts.map(({ item, receivedOn, number, amount }) => ({
    ...{ item, paidOn: receivedOn, receipt: number, amount },
  }));
  const terms: TerminationTerms = {
    // A receipt that was voided since leaves less of which something can be kept.
    penalty: fen(Math.min(ask.keep, ownMoneyOf(paid, shares.back))),
    interest: {
      yearlyPpm: interestRateOf(context, deal.row, ask),
      until: on !== undefined && on > row.draftedOn ? on : row.draftedOn,
    },
    back: shares.back,
  };
  const money = terminationMoney(paid, terms);
  const { toBuyers, toLenders } = shares;
  // Interest on the loan is the buyers'; where nothing else goes back to any of them, that of those who borrowed.
  const whose = toBuyers.length > 0 ? toBuyers : toLenders.map(({ payeeId }) => ({ payeeId, amount: ZERO_FEN }));
  const payees = money.interest > 0 ? withInterest(whose, money.interest) : withInterest(toBuyers, ZERO_FEN);
  return { cause: ask.cause, shares, paid, terms, money, payees };
}

/** The money table of a contract that ends, by what was agreed to be kept (contract-form and document-forms 2.5). */
export function settlementOfEnd(
  context: Pick<UnitContext, 'db' | 'setting'>,
  agreement: Agreement,
): (TerminationMoney & RefundInterest) | null {
  const end = endOf(context, agreement);
  return end === null ? null : { ...end.money, ...end.terms.interest };
}

/** How much of a loan that was paid out has not gone back to its lender. */
export function loanToRepay({ db }: Reading, { id }: Pick<SubscriptionRow, 'id'>): Fen {
  const refunds = refundRowsOf(db, { noun: 'subscriptions', id });
  const lent = receiptsOf(db, [id])
    .map(({ receipt }) => receipt)
    .filter(({ item, state }) => item === 'loan' && state === 'valid');
  const repaid = refunds.filter(({ state, lender }) => state === 'paid' && lender !== '');
  const open = sumFen(lent.map(({ amount }) => amount)) - sumFen(repaid.map(({ amount }) => amount));
  return open > 0 ? fen(open) : ZERO_FEN;
}

/** The agreement that ends a contract by a change. Throws NOT_FOUND. */
function endingAgreement({ db }: Reading, change: ChangeRow): Agreement {
  const row = agreementOfChange(db, change.id);
  const contract = row === undefined ? undefined : contractById(db, row.contractId);
  if (row === undefined || contract === undefined) throw new DomainError('NOT_FOUND');
  return { row, change, deal: dealOf(db, contract) };
}

/**
 * Interest that goes out with a refund, paid out today: by the agreement on which it rests, whose interest runs on until
 * the money goes back, once for each who paid. What was paid out keeps what went with it; the lender of a loan gets none.
 */
export function interestOfRefund(context: Pick<UnitContext, 'db' | 'setting' | 'today'>, refund: RefundRow): Fen {
  const { db, today } = context;
  const { id, state, changeId, lender, payeeId, interest } = refund;
  const waits = state === 'requested' || state === 'approved';
  const change = waits && changeId !== null && lender === '' ? changeById(db, changeId) : undefined;
  if (change === undefined || agreementOfChange(db, change.id)?.kind !== 'termination') return interest;
  const first = refundsOfChange(db, change.id).find(
    (one) => stillStands(one) && one.payeeId === payeeId && one.lender === '',
  );
  if (first?.id !== id) return interest;
  const end = endOf(context, endingAgreement(context, change), today);
  return end?.payees.find((one) => one.payeeId === payeeId)?.interest ?? interest;
}

/**
 * What goes back of a contract that both sides have agreed to end, as of today: to each who paid, with the interest on it,
 * and the loan to its lender. Throws NOT_FOUND of a change that ends none.
 */
export function endShares(context: Pick<UnitContext, 'db' | 'setting' | 'today'>, change: ChangeRow): RefundShare[] {
  const end = endOf(context, endingAgreement(context, change), context.today);
  if (end === null) throw new DomainError('NOT_FOUND');
  return [
    ...end.shares.toLenders.map((share) => ({ ...share, interest: ZERO_FEN })),
    ...end.payees.map((share) => ({ ...share, lender: '' })),
  ];
}

/**
 * Asks for what goes back of a contract that both sides have agreed to end, once its filing is cancelled, in the name of
 * whoever asked for the end. Asking again asks for nothing twice. Throws REFUND_WAITING_FIRST.
 */
export function askTerminationRefunds(command: UnitCommand, change: ChangeRow): void {
  const { db } = command;
  const asker = accountById(db, change.requestedBy);
  if (asker === undefined) throw new DomainError('NOT_FOUND');
  const shares = endShares(command, change);
  if (unaskedShares(shares, refundsOfChange(db, change.id)).length === 0) return;
  const refused = waitingRefundRefusal(command, change.subscriptionId, change.id);
  if (refused !== undefined) throw DomainError.from(refused);
  askSharesOf(command, change, shares, { asker, reason: reasonOfChange(command, change) });
}
