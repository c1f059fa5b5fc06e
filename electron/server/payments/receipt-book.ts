import type { z } from 'zod';
import { ownerOf } from '#db/repositories/owned-money.ts';
import { receiptBook, receiptLinesOf } from '#db/repositories/receipts.ts';
import type { payments as paymentsApi } from '#shared/api/payments.ts';
import { paymentMethods } from '#shared/domain/payments/states.ts';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { homeOf, ownerRecord } from './owners.ts';
import { presentReceipt } from './present.ts';

type Asked = z.output<(typeof paymentsApi)['book']['input']>;
type Answer = z.input<(typeof paymentsApi)['book']['output']>;

/** The receipts of some days whose records the caller sees, with the number and home of those of no deal. */
function bookOf(context: QueryContext, { from, to }: Asked) {
  const { db } = context;
  return receiptBook(db, from, to).flatMap(({ subscription, consultantId, ...listed }) => {
    const owner = ownerOf(listed.receipt);
    if (subscription !== null && consultantId !== null)
      return context.sees('payments', consultantId) ? [{ ...listed, owner, subscription }] : [];
    const record = ownerRecord(db, owner);
    const found = { ...listed, owner, subscription: record.number, unit: homeOf(db, record) };
    return context.sees('payments', record.consultantId) ? [found] : [];
  });
}

/**
 * The cashier's book of some days: what came in on them. What was exchanged came in all the same, on the day of the old
 * receipt; by a receipt that was given in exchange nothing did.
 */
export function receiptBookOf(context: QueryContext, asked: Asked): Answer {
  const rows = bookOf(context, asked);
  const all = rows.map(({ receipt }) => receipt);
  const taken = all.filter(({ state, replacesId }) => state !== 'voided' && replacesId === null);
  const voided = all.filter(({ state }) => state === 'voided');
  const ids = all.map(({ id }) => id);
  // Each line is put with its receipt once: years of a book have tens of thousands of both.
  const linesOf = new Map<number, { position: number; item: PlanItem; amount: Fen }[]>(ids.map((id) => [id, []]));
  for (const { line, position, item } of receiptLinesOf(context.db, ids))
    linesOf.get(line.receiptId)?.push({ position, item, amount: line.amount });
  return {
    total: sumFen(taken.map(({ amount }) => amount)),
    byMethod: paymentMethods
      .map((method) => ({ method, own: taken.filter((receipt) => receipt.method === method) }))
      .filter(({ own }) => own.length > 0)
      .map(({ method, own }) => ({ method, receipts: own.length, amount: sumFen(own.map(({ amount }) => amount)) })),
    voided: { receipts: voided.length, amount: sumFen(voided.map(({ amount }) => amount)) },
    rows: rows.map(({ owner, subscription, unit, dealState, ...listed }) => ({
      ...presentReceipt(context, listed, dealState),
      lines: linesOf.get(listed.receipt.id) ?? [],
      exchanged: listed.receipt.replacesId !== null,
      owner,
      subscription,
      unit,
    })),
  };
}
