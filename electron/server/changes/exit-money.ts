import { accountById } from '#db/repositories/accounts.ts';
import type { ChangeRow } from '#db/repositories/changes.ts';
import { openChangeOf } from '#db/repositories/changes.ts';
import { ownedMoney, refundRowsOf, refundsOfChange } from '#db/repositories/owned-money.ts';
import { receiptsOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { documents } from '#db/schema/papers.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { approverFor, postMayDecide } from '#shared/domain/approvals/authority.ts';
import { type EndingDeal, settlementOf } from '#shared/domain/changes/settlement.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import { type RefundShare, sharesOfPayers, standingOf } from '#shared/domain/payments/owned-money.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type Fen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { keepMoney } from '../payments/exchange.ts';
import { askSharesOf, withdrawRefund } from '../payments/refunds.ts';
import { claimingPapers } from '../subscriptions/papers-outside.ts';
import type { UnitCommand, UnitContext } from '../units/unit-facts.ts';

type Reading = Pick<UnitContext, 'db' | 'setting'>;

const ownerOfDeal = (row: SubscriptionRow) => ({ noun: 'subscriptions', id: row.id }) as const;

/** Refunds that the change of a deal under way has brought about already: what it comes to does not move by them. */
function paidByOwnChange({ db }: Reading, row: SubscriptionRow): Fen {
  const open = openChangeOf(db, row.id);
  const own = open === undefined ? [] : refundsOfChange(db, open.id).filter(({ state }) => state === 'paid');
  return sumFen(own.map(({ amount }) => amount));
}

/** A deal as its end settles it: what was here before anything of that went back. */
export function endingDeal(context: Reading, row: SubscriptionRow): EndingDeal {
  const { db, setting } = context;
  const { held } = standingOf(ownedMoney(db, ownerOfDeal(row)));
  const receipts = receiptsOf(db, [row.id]).map(({ receipt }) => receipt);
  return {
    held: sumFen([held, paidByOwnChange(context, row)]),
    deposit: depositFacts(row.depositDue, receipts).received,
    price: row.price,
    capPpm: setting('depositCapPpm', row.subscribedOn),
  };
}

/** The money of a deal that ends, as the change shows it. */
export function cashOfExit(deal: EndingDeal, keep: Fen): Simulation['cash'] {
  const { kept, back } = settlementOf(deal, keep);
  return { received: deal.held, toPay: ZERO_FEN, toReturn: back, kept };
}

/** What has to go back before a deal ends: all that is here and not kept. */
export function moneyOpenPoints({ db }: Reading, row: SubscriptionRow, keep: Fen): Refusal[] {
  const { held } = standingOf(ownedMoney(db, ownerOfDeal(row)));
  return held > keep ? [{ code: 'MONEY_NOT_RETURNED', params: { openFen: held - keep } }] : [];
}

/** True where whoever decided the change may agree to a refund of this size as well. */
function agreedWith({ setting }: UnitCommand, post: Post | undefined, requester: Post, amount: Fen): boolean {
  const ask = { kind: 'refund', amount, belowFloor: false, requesterPost: requester } as const;
  const approver = approverFor(setting('approvalPolicy'), ask);
  return post !== undefined && (!approver.needed || postMayDecide(post, approver.post));
}

/** What goes back of a deal that ends before its contract, to each who paid; what it brought about itself left out. */
export function exitShares({ db }: Reading, change: ChangeRow, row: SubscriptionRow, back: Fen): RefundShare[] {
  const own = refundsOfChange(db, change.id).map(({ id }) => id);
  const { receipts, kept } = ownedMoney(db, ownerOfDeal(row));
  const refunds = refundRowsOf(db, ownerOfDeal(row)).filter(({ id }) => !own.includes(id));
  const shares = sharesOfPayers({ receipts, kept, refunds }, back);
  return shares.map((share) => ({ ...share, lender: '', interest: ZERO_FEN }));
}

/**
 * What goes back of a deal that is agreed to end is asked for, in the name of whoever asked for the change: one refund for
 * each who paid. Where whoever agreed to the change may agree to so much money, the refunds are agreed to with it.
 */
export function askExitRefunds(command: UnitCommand, change: ChangeRow, row: SubscriptionRow, back: Fen): void {
  const { db, actor } = command;
  const asker = accountById(db, change.requestedBy);
  if (asker === undefined) throw new DomainError('NOT_FOUND');
  const agreed = ({ amount }: RefundShare) =>
    actor !== undefined && actor.id !== asker.id && agreedWith(command, actor.post, asker.post, amount);
  askSharesOf(command, change, exitShares(command, change, row, back), { asker, reason: change.reason, agreed });
}

/** A change that falls away takes along what was to go back by it. Throws CHANGE_MONEY_GONE where some has gone. */
export function dropExitRefunds(command: UnitCommand, change: ChangeRow, reason: string): void {
  const own = refundsOfChange(command.db, change.id);
  if (own.some(({ state }) => state === 'paid')) throw new DomainError('CHANGE_MONEY_GONE', { number: change.number });
  for (const refund of own)
    if (refund.state === 'requested' || refund.state === 'approved') withdrawRefund(command, refund, reason);
}

/** Keeps what is kept of a deal that ends, and voids the papers that gave somebody a claim on it. */
export function settleExit(command: UnitCommand, row: SubscriptionRow, keep: Fen, reason: string): void {
  const { db, tx } = command;
  keepMoney(command, ownerOfDeal(row), keep);
  for (const { paper } of claimingPapers(db, row.id))
    if (paper.state !== 'voided') tx.update(documents, paper.id, { state: 'voided', voidReason: reason });
}
