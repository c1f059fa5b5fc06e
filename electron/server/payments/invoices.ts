import type { z } from 'zod';
import {
  type InvoiceRow,
  invoiceById,
  invoicesBetween,
  invoicesOfDeal,
  isInvoiceNumberTaken,
} from '#db/repositories/invoices.ts';
import { ownedMoney } from '#db/repositories/owned-money.ts';
import { buyersOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { invoices } from '#db/schema/invoices.ts';
import type { invoices as invoicesApi } from '#shared/api/invoices.ts';
import {
  handingRefusal,
  type InvoiceTaker,
  invoicedOf,
  invoiceRefusal,
  reversalRefusal,
  uninvoicedOf,
} from '#shared/domain/payments/invoices.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type Fen, subtractFen, sumFen } from '#shared/kernel/money.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';

type Row = z.input<(typeof invoicesApi)['ofDeal']['output']>['rows'][number];

const forbidden: Refusal = { code: 'FORBIDDEN' };

function ownMoneyOf(context: QueryContext, subscriptionId: number): SubscriptionRow {
  checkOwnDeal(context, subscriptionId, 'payments');
  const row = subscriptionById(context.db, subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

function ownInvoice(context: QueryContext, invoiceId: number): InvoiceRow {
  const invoice = invoiceById(context.db, invoiceId);
  if (invoice === undefined) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, invoice.subscriptionId, 'payments');
  return invoice;
}

/** The money of a deal that an invoice can be given for: what came in, less what went back. */
function invoiceable(context: Pick<QueryContext, 'db'>, subscriptionId: number): Fen {
  const { received, back } = standingOf(ownedMoney(context.db, { noun: 'subscriptions', id: subscriptionId }));
  return subtractFen(received, back);
}

function present({ db, can, today }: Pick<QueryContext, 'db' | 'can' | 'today'>, invoice: InvoiceRow): Row {
  const { id, number, subscriptionId, amount, issuedOn, state, reversesId, remark, version } = invoice;
  const { takenBy, takenOn, titleTakenBy, titleTakenOn } = invoice;
  const handing = (taker: InvoiceTaker) => handingRefusal(invoice, { taker, takenOn: today, today }) ?? true;
  const may = can('payments.invoice');
  const red = { issuedOn: today, taken: false, today };
  return {
    ...{ id, number, subscriptionId, amount, issuedOn, state, remark, version },
    ...{ takenBy, takenOn, titleTakenBy, titleTakenOn },
    reverses: reversesId === null ? null : (invoiceById(db, reversesId)?.number ?? null),
    can: {
      reverse: may ? (reversalRefusal(invoice, red) ?? true) : forbidden,
      handOver: may ? handing('customer') : forbidden,
      handOverTitle: may ? handing('titleOffice') : forbidden,
    },
  };
}

/** Handlers of invoices. */
export const invoicesHandlers: Handlers<typeof invoicesApi> = {
  ofDeal: (context, { subscriptionId }) => {
    const row = ownMoneyOf(context, subscriptionId);
    const found = invoicesOfDeal(context.db, row.id);
    const received = invoiceable(context, row.id);
    return {
      received,
      invoiced: invoicedOf(found),
      open: uninvoicedOf(received, found),
      rows: found.map((invoice) => present(context, invoice)),
      can: { record: context.can('payments.invoice') || forbidden },
    };
  },

  list: (context, { from, to }) => {
    const { db } = context;
    const found = invoicesBetween(db, from, to, context.reach('payments'));
    const deals = [...new Set(found.map(({ invoice }) => invoice.subscriptionId))];
    const names = new Map<number, string[]>(deals.map((id) => [id, []]));
    for (const { subscriptionId, customer } of buyersOf(db, deals)) names.get(subscriptionId)?.push(customer.name);
    const of = (state: InvoiceRow['state']) =>
      sumFen(found.filter(({ invoice }) => invoice.state === state).map(({ invoice }) => invoice.amount));
    return {
      total: of('valid'),
      reversed: of('red'),
      rows: found.map(({ invoice, subscription, unit, recorder }) => ({
        ...present(context, invoice),
        ...{ subscription, unit, recorder, buyers: (names.get(invoice.subscriptionId) ?? []).join('、') },
      })),
    };
  },

  record: (context, { subscriptionId, number, amount, issuedOn, remark }) => {
    const { db, tx, today, now, actor, happened } = context;
    const row = ownMoneyOf(context, subscriptionId);
    const known = invoicesOfDeal(db, row.id);
    const held = invoiceable(context, row.id);
    const taken = isInvoiceNumberTaken(db, number);
    const refused = invoiceRefusal({ amount, issuedOn }, { held, invoices: known, taken, today });
    if (refused !== undefined) throw DomainError.from(refused);
    const entry = { recordedBy: actor.id, recordedAt: now };
    const given = { number, subscriptionId: row.id, amount, issuedOn, remark };
    const invoice = tx.insert(invoices, { ...given, ...entry, state: 'valid' });
    const data = { invoice: number, amountFen: amount };
    happened({ kind: 'invoiceRecorded', noun: 'subscriptions', id: row.id, data });
    return { invoiceId: invoice.id, open: uninvoicedOf(held, [...known, invoice]) };
  },

  reverse: (context, { invoiceId, version, number, issuedOn, reason }) => {
    const { db, tx, today, now, actor, happened } = context;
    const invoice = ownInvoice(context, invoiceId);
    const refused = reversalRefusal(invoice, { issuedOn, taken: isInvoiceNumberTaken(db, number), today });
    if (refused !== undefined) throw DomainError.from(refused);
    tx.update(invoices, invoice.id, { state: 'reversed' }, version);
    const { subscriptionId, amount } = invoice;
    const red = tx.insert(invoices, {
      ...{ number, subscriptionId, amount, issuedOn, state: 'red', reversesId: invoice.id, remark: reason },
      ...{ recordedBy: actor.id, recordedAt: now },
    });
    happened({
      kind: 'invoiceReversed',
      noun: 'subscriptions',
      id: subscriptionId,
      data: { invoice: invoice.number, red: number, reason },
    });
    return { invoiceId: red.id };
  },

  handOver: (context, { invoiceId, version, taker, takenBy, takenOn }) => {
    const { tx, today, happened } = context;
    const invoice = ownInvoice(context, invoiceId);
    const refused = handingRefusal(invoice, { taker, takenOn, today });
    if (refused !== undefined) throw DomainError.from(refused);
    const taken = taker === 'customer' ? { takenBy, takenOn } : { titleTakenBy: takenBy, titleTakenOn: takenOn };
    tx.update(invoices, invoice.id, taken, version);
    const data = { invoice: invoice.number };
    happened({ kind: 'invoiceHandedOver', noun: 'subscriptions', id: invoice.subscriptionId, data });
    return { takenOn };
  },
};
