import { approvalById } from '#db/repositories/approvals.ts';
import type { ChangeRow } from '#db/repositories/changes.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import {
  ledgerOfOwner,
  ledgerOfRefund,
  ownedMoney,
  ownerColumns,
  ownerOf,
  type RefundRow,
  refundById,
  refundsOfChange,
} from '#db/repositories/owned-money.ts';
import { approvals } from '#db/schema/approvals.ts';
import { ledgerEntries, refunds } from '#db/schema/papers.ts';
import { type LedgerEntry, owedAfter, refundEntries, reversedEntries } from '#shared/domain/payments/entries.ts';
import {
  type MoneyOwner,
  type RefundShare,
  refundRefusal,
  standingOf,
  unaskedShares,
} from '#shared/domain/payments/owned-money.ts';
import { methodsWithReference } from '#shared/domain/payments/receipt-rules.ts';
import type { PaymentMethod, RefundState } from '#shared/domain/payments/states.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { type Asker, requestApproval } from '../approvals/request-approval.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { lendersOf } from '../kernel/standing.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { followMoney, ownerKind, ownerRecord } from './owners.ts';

/** Money that is to go back: to whom, how much, and why. */
export type RefundWish = {
  readonly owner: MoneyOwner;
  readonly payeeId: number;
  readonly amount: Fen;
  /** Interest that is paid beside it (利息). */
  readonly interest: Fen;
  readonly reason: string;
  /** The bank or fund that gets it for whoever borrowed it; whoever paid gets it without one. */
  readonly lender?: string;
};

/** Why it may go back without a request of its own: a change of the record was agreed to that says so. */
export type RefundGrant = {
  readonly changeId: number;
  readonly approvalId: number | null;
  readonly agreed: boolean;
  /** Whoever asked for the change asks for its refunds too. */
  readonly asker: Asker;
};

/**
 * Asks for money to go back and gives the refund its number (退款申请): whoever the ladder says has to agree before
 * anybody pays it out. With a change that was agreed to, all that is held may go back, and where the change was decided
 * high enough the refund is agreed to with it. Throws REFUND_TO_PAYER_ONLY, REFUND_ABOVE_HELD.
 */
export function askRefund(context: UnitCommand, wish: RefundWish, grant?: RefundGrant): RefundRow {
  const { db, tx, now, today } = context;
  const asker = grant?.asker ?? context.actor;
  if (asker === undefined) throw new DomainError('UNAUTHENTICATED');
  const { owner, payeeId, amount, interest, reason, lender = '' } = wish;
  const record = ownerRecord(db, owner);
  const money = ownedMoney(db, owner);
  const free = grant === undefined ? ownerKind(owner).free(context, owner.id, money) : standingOf(money).held;
  const refused = refundRefusal(money, { payeeId, amount, interest }, free);
  if (refused !== undefined) throw DomainError.from(refused);
  const asked = tx.insert(refunds, {
    ...ownerColumns(owner),
    number: nextNumber(tx, 'TK', Number(today.slice(0, 4))),
    payeeId,
    amount,
    interest,
    reason,
    lender,
    requestedBy: asker.id,
    requestedAt: now,
    changeId: grant?.changeId ?? null,
    approvalId: grant?.approvalId ?? null,
    state: grant?.agreed === true ? 'approved' : 'requested',
  });
  if (asked.state === 'approved') return asked;
  const request = requestApproval(context, {
    kind: 'refund',
    noun: 'refunds',
    subjectId: asked.id,
    unitId: record.unitId,
    amount: sumFen([amount, interest]),
    belowFloor: false,
    reason,
    asker: { id: asker.id, post: asker.post },
    facts: { number: asked.number, of: record.number },
  });
  return tx.update(refunds, asked.id, { approvalId: request.id });
}

/** Who asks for what goes back by a change, why, and whether the change was decided high enough to agree to it as well. */
type AskedShares = {
  readonly asker: Asker;
  readonly reason: string;
  readonly agreed?: (share: RefundShare) => boolean;
};

/**
 * Asks for what goes back by the end of a deal, as far as nobody has or it came to nothing: one refund for each share. To
 * ask once more asks for nothing twice. Throws as `askRefund` does.
 */
export function askSharesOf(
  command: UnitCommand,
  { id, subscriptionId }: Pick<ChangeRow, 'id' | 'subscriptionId'>,
  shares: readonly RefundShare[],
  { asker, reason, agreed = () => false }: AskedShares,
): RefundRow[] {
  const owner = { noun: 'subscriptions', id: subscriptionId } as const;
  return unaskedShares(shares, refundsOfChange(command.db, id)).map((share) => {
    const grant = { changeId: id, approvalId: null, agreed: agreed(share), asker: { id: asker.id, post: asker.post } };
    return askRefund(command, { owner, reason, ...share }, grant);
  });
}

/** What a decision about a refund does to it. */
export function decideRefund({ db, tx }: UnitCommand, refundId: number, state: RefundState): void {
  const row = refundById(db, refundId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.state === 'requested') tx.update(refunds, row.id, { state });
}

/** Why nobody pays a refund out now, or undefined. */
export function payingRefusal({ state }: Pick<RefundRow, 'state'>): Refusal | undefined {
  if (state === 'approved') return undefined;
  return { code: state === 'requested' ? 'REFUND_NOT_APPROVED' : 'REFUND_OVER' };
}

function bookRefund({ tx }: Pick<CommandContext, 'tx'>, refundId: number, entries: readonly LedgerEntry[]): void {
  for (const { account, amount, bookedOn } of entries)
    tx.insert(ledgerEntries, { refundId, account, amount, bookedOn });
}

/**
 * Pays out a refund that was agreed to (付款): the till or the supervised account gives it, the ledger owes it no more,
 * and the record it belonged to follows. `interest` is what goes out beside it on this day. Throws REFUND_NOT_APPROVED,
 * REFUND_OVER, REFUND_ABOVE_HELD.
 */
export function payRefund(
  context: CommandContext,
  row: RefundRow,
  paid: {
    readonly method: PaymentMethod;
    readonly reference: string;
    readonly interest: Fen;
    readonly version: number;
  },
): RefundRow {
  const { db, tx, now, today, actor, setting } = context;
  const owner = ownerOf(row);
  const refused = payingRefusal(row);
  if (refused !== undefined) throw DomainError.from(refused);
  if (!setting('paymentMethods').includes(paid.method)) throw new DomainError('PAYMENT_METHOD_NOT_TAKEN');
  const needsNumber = methodsWithReference.some((method) => method === paid.method);
  if (needsNumber && setting('receiptNeedsReference') && paid.reference.trim() === '')
    throw new DomainError('RECEIPT_REFERENCE_MISSING');
  const { held } = standingOf(ownedMoney(db, owner));
  if (row.amount > held) throw new DomainError('REFUND_ABOVE_HELD', { heldFen: held });
  const owed = owedAfter(ledgerOfOwner(db, owner));
  const { method, reference, interest, version } = paid;
  const values = {
    state: 'paid',
    method,
    reference,
    interest,
    refundedOn: today,
    refundedAt: now,
    cashierId: actor.id,
  } as const;
  const after = tx.update(refunds, row.id, values, version);
  bookRefund(context, row.id, refundEntries(owed, { method, amount: row.amount, interest }, today));
  followMoney(context, owner);
  return after;
}

/** Takes back what was asked for or agreed to before it is paid out, and with it the request to a second person. */
export function withdrawRefund({ db, tx, actor, now }: UnitCommand, row: RefundRow, reason: string, version?: number) {
  if (row.state !== 'requested' && row.state !== 'approved') throw new DomainError('REFUND_OVER');
  const after = tx.update(refunds, row.id, { state: 'withdrawn', voidReason: reason }, version);
  const open = row.approvalId === null ? undefined : approvalById(db, row.approvalId);
  if (row.state === 'requested' && open?.state === 'pending')
    tx.update(approvals, open.id, {
      state: 'withdrawn',
      opinion: reason,
      decidedBy: actor?.id ?? null,
      decidedAt: now,
    });
  return after;
}

/** Why a refund that was paid out cannot be voided, or undefined: it never went out, or by the hand that voids it. */
export function voidingRefusal({ actor }: Pick<QueryContext, 'actor'>, row: RefundRow): Refusal | undefined {
  if (row.state !== 'paid') return { code: 'REFUND_NOT_PAID' };
  const own = row.cashierId === actor.id || (row.cashierId !== null && lendersOf(actor).includes(row.cashierId));
  return own ? { code: 'REFUND_IS_OWN' } : undefined;
}

/** Voids a refund that came back or was booked by mistake (冲红): its lines are undone, the money is held again. */
export function voidRefund(context: CommandContext, row: RefundRow, reason: string, version: number): RefundRow {
  const { db, tx, today } = context;
  const refused = voidingRefusal(context, row);
  if (refused !== undefined) throw DomainError.from(refused);
  const after = tx.update(refunds, row.id, { state: 'voided', voidReason: reason }, version);
  bookRefund(context, row.id, reversedEntries(ledgerOfRefund(db, row.id), today));
  followMoney(context, ownerOf(row));
  return after;
}
