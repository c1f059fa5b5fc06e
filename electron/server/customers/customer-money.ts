import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import { receiptsOfBookings } from '#db/repositories/bookings.ts';
import { contractsOfSubscription } from '#db/repositories/contracts.ts';
import { documentsOf } from '#db/repositories/documents.ts';
import { entriesThatAdded } from '#db/repositories/event-list.ts';
import { receiptsOfIntents } from '#db/repositories/intents.ts';
import { listQuotes } from '#db/repositories/quotes.ts';
import { receiptsOf } from '#db/repositories/subscriptions.ts';
import type { customers } from '#shared/api/customers.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { subtractFen, sumFen } from '#shared/kernel/money.ts';
import { presentDocuments } from '../documents/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { planOf } from '../payments/take-money.ts';

type Detail = z.input<(typeof customers)['detail']['output']>;

/** A deal of a customer as far as money and papers are concerned. */
type Deal = { readonly subscription: { readonly id: number; readonly state: string }; readonly unit: string };

/** Whatever else money or papers of a customer belong to: a small booking with its home, an intent or a pick of a launch. */
export type Claim = {
  readonly noun: 'bookings' | 'intents' | 'launchPicks';
  readonly id: number;
  readonly unit: string;
};

const idsOf = (claims: readonly Claim[], noun: Claim['noun']) =>
  claims.filter((claim) => claim.noun === noun).map(({ id }) => id);

/** The receipts of some small bookings and of the earnest money of some intents. */
export function receiptsOfClaims(db: ReadDb, claims: readonly Claim[]) {
  return [...receiptsOfBookings(db, idsOf(claims, 'bookings')), ...receiptsOfIntents(db, idsOf(claims, 'intents'))];
}

/** What is due, paid and open on a customer's live deals, and every receipt, those of small bookings and earnest money too; null for who may not read payments. */
export function moneyOf(context: QueryContext, deals: readonly Deal[], claims: readonly Claim[]): Detail['money'] {
  if (!context.can('payments.read')) return null;
  const { db } = context;
  const live: readonly string[] = liveSubscriptionStates;
  const lines = deals
    .filter(({ subscription }) => live.includes(subscription.state))
    .flatMap(({ subscription, unit }) =>
      planOf(context, subscription.id).map(({ position, item, dueOn, amount, open }) => {
        const loan = isLoan(item);
        return { subscriptionId: subscription.id, position, unit, item, dueOn, amount, open, loan };
      }),
    );
  const own = lines.filter(({ loan }) => !loan);
  const due = sumFen(own.map(({ amount }) => amount));
  const open = sumFen(own.map((line) => line.open));
  const unitOf = new Map(deals.map(({ subscription, unit }) => [subscription.id, unit]));
  const claimed = new Map(claims.map(({ noun, id, unit }) => [`${noun} ${id}`, unit]));
  const taken = [
    ...receiptsOf(db, [...unitOf.keys()]),
    ...receiptsOfClaims(db, claims).map((one) => ({ ...one, subscriptionId: null })),
  ].toSorted((a, b) => a.receipt.id - b.receipt.id);
  const seqOf = entriesThatAdded(
    db,
    'receipts',
    taken.map(({ receipt }) => receipt.id),
  );
  const receipts = taken.map(({ receipt, subscriptionId, cashier }) => ({
    id: receipt.id,
    subscriptionId,
    number: receipt.number,
    unit:
      (subscriptionId === null
        ? claimed.get(receipt.bookingId === null ? `intents ${receipt.intentId}` : `bookings ${receipt.bookingId}`)
        : unitOf.get(subscriptionId)) ?? '',
    item: receipt.item,
    method: receipt.method,
    amount: receipt.amount,
    at: receipt.receivedAt,
    by: cashier,
    state: receipt.state,
    seq: seqOf.get(receipt.id) ?? null,
  }));
  return { due, paid: subtractFen(due, open), open, lines, receipts: receipts.toReversed() };
}

/** The papers of a customer's purchase plans, deals and receipts, the newest first; none for who may not read documents. */
export function papersOf(
  context: QueryContext,
  client: Database.Database,
  customerIds: readonly number[],
  deals: readonly Deal[],
  claims: readonly Claim[],
): Detail['documents'] {
  if (!context.can('documents.read')) return [];
  const { db } = context;
  const ids = deals.map(({ subscription }) => subscription.id);
  const plans = context.can('subscriptions.read') ? listQuotes(db, { customerIds }) : [];
  const contracts = context.can('contracts.read') ? ids.flatMap((id) => contractsOfSubscription(db, id)) : [];
  const rows = [
    ...plans
      .filter(({ quote }) => context.sees('quotes', quote.consultantId))
      .flatMap(({ quote }) => documentsOf(db, 'quotes', quote.id)),
    ...ids.flatMap((id) => documentsOf(db, 'subscriptions', id)),
    ...contracts.flatMap(({ id }) => documentsOf(db, 'contracts', id)),
    ...receiptsOf(db, ids).flatMap(({ receipt }) => documentsOf(db, 'receipts', receipt.id)),
    ...claims.flatMap(({ noun, id }) => documentsOf(db, noun, id)),
    ...receiptsOfClaims(db, claims).flatMap(({ receipt }) => documentsOf(db, 'receipts', receipt.id)),
  ].toSorted((a, b) => b.issuedAt - a.issuedAt || b.id - a.id);
  return presentDocuments(context, client, rows).map(
    ({ id, kind, number, state, issueVersion, issuedAt, copiesPrinted }) => ({
      id,
      kind,
      number,
      state,
      issueVersion,
      issuedAt,
      copiesPrinted,
    }),
  );
}
