import { approvalById } from '#db/repositories/approvals.ts';
import { customerById } from '#db/repositories/customers.ts';
import { ownedMoney, ownerOf, type RefundRow, refundById, refundList } from '#db/repositories/owned-money.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { leftOf, payersOf, standingOf } from '#shared/domain/payments/owned-money.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { fen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { interestOfRefund } from '../agreements/termination.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { checkOwnMoney, homeOf, ownerKind, ownerRecord } from './owners.ts';
import { askRefund, payingRefusal, payRefund, voidingRefusal, voidRefund, withdrawRefund } from './refunds.ts';

type RefundHandlers = Pick<
  Handlers<typeof paymentsApi>,
  'held' | 'askRefund' | 'refund' | 'withdrawRefund' | 'voidRefund' | 'refunds'
>;

function ownRefund(context: Pick<QueryContext, 'db' | 'sees'>, refundId: number): RefundRow {
  const row = refundById(context.db, refundId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOwnMoney(context, ownerOf(row));
  return row;
}

const forbidden: Refusal = { code: 'FORBIDDEN' };

function canWith(context: QueryContext, row: RefundRow): Record<string, true | Refusal> {
  const open = row.state === 'requested' || row.state === 'approved';
  const over: Refusal = { code: 'REFUND_OVER' };
  return {
    pay: context.can('payments.refund') ? (payingRefusal(row) ?? true) : forbidden,
    withdraw: context.can('payments.refund') ? (open ? true : over) : forbidden,
    void: context.can('payments.void') ? (voidingRefusal(context, row) ?? true) : forbidden,
  };
}

/** Handlers of money that goes back. */
export const refundHandlers: RefundHandlers = {
  held: (context, { noun, recordId }) => {
    const { db } = context;
    const owner = { noun, id: recordId };
    checkOwnMoney(context, owner);
    const money = ownedMoney(db, owner);
    const free = ownerKind(owner).free(context, owner.id, money);
    const payers = payersOf(money).map((customerId) => ({
      customerId,
      name: customerById(db, customerId)?.name ?? '',
      most: fen(Math.min(free, leftOf(money, customerId))),
    }));
    const most = payers.some((payer) => payer.most > 0);
    return {
      ...standingOf(money),
      payers,
      can: {
        ask: !context.can('payments.refund')
          ? forbidden
          : most
            ? true
            : { code: 'REFUND_ABOVE_HELD', params: { heldFen: 0 } },
      },
    };
  },

  askRefund: (context, { noun, recordId, payeeId, amount, reason }) => {
    const owner = { noun, id: recordId };
    checkOwnMoney(context, owner);
    const { id, number, state } = askRefund(context, { owner, payeeId, amount, interest: ZERO_FEN, reason });
    context.happened({ kind: 'refundAsked', ...owner, data: { refund: number, amountFen: amount } });
    return { refundId: id, number, state };
  },

  refund: (context, { refundId, version, method, reference }) => {
    const row = ownRefund(context, refundId);
    const owner = ownerOf(row);
    const interest = interestOfRefund(context, row);
    const { state, amount, number } = payRefund(context, row, { method, reference, interest, version });
    const data = { refund: number, amountFen: amount, ...(interest > 0 ? { interestFen: interest } : {}) };
    context.happened({ kind: 'refundPaid', ...owner, data });
    return { state, held: standingOf(ownedMoney(context.db, owner)).held };
  },

  withdrawRefund: (context, { refundId, version, reason }) => {
    const row = ownRefund(context, refundId);
    const { state } = withdrawRefund(context, row, reason, version);
    context.happened({ kind: 'refundWithdrawn', ...ownerOf(row), data: { refund: row.number, reason } });
    return { state };
  },

  voidRefund: (context, { refundId, version, reason }) => {
    const row = ownRefund(context, refundId);
    const { state } = voidRefund(context, row, reason, version);
    context.happened({ kind: 'refundVoided', ...ownerOf(row), data: { refund: row.number, reason } });
    return { state };
  },

  refunds: (context, { from, to }) => {
    const { db } = context;
    const rows = refundList(db, from, to).flatMap(({ refund, payee, cashier, requester }) => {
      const owner = ownerOf(refund);
      const record = ownerRecord(db, owner);
      if (!context.sees('payments', record.consultantId)) return [];
      const { id, number, amount, lender, reason, requestedAt, approvalId, method, reference, refundedOn } = refund;
      const { state, voidReason, version } = refund;
      const interest = interestOfRefund(context, refund);
      const request = state === 'requested' && approvalId !== null ? approvalById(db, approvalId) : undefined;
      return [
        {
          ...{ id, number, owner, of: record.number, unit: homeOf(db, record), payee, lender },
          ...{ amount, interest, sum: sumFen([amount, interest]), reason },
          ...{ requestedBy: requester, requestedAt, waitsFor: request?.requiredPost ?? null, approvalId },
          ...{ method, reference, refundedOn, cashier, state, voidReason, can: canWith(context, refund), version },
        },
      ];
    });
    const sumOf = (...states: string[]) =>
      sumFen(rows.filter(({ state }) => states.includes(state)).map(({ sum }) => sum));
    return {
      total: sumOf('paid'),
      waiting: sumOf('requested', 'approved'),
      methods: [...context.setting('paymentMethods')],
      rows,
    };
  },
};
