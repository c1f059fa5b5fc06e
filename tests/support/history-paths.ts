import {
  before,
  consultantOf,
  customerOf,
  decideOn,
  homeIn,
  latest,
  type Picked,
  reason,
  round,
  subscribeFor,
  type Work,
  waitingOn,
} from './history-hands.ts';
import type { HistoryOffice } from './history-office.ts';

// Small bookings and refunds have paths of several acts, by several people. Each step here carries one record one act
// further, as its state asks for; so that in a short history many come to their end.

type Booking = {
  readonly id: number;
  readonly version: number;
  readonly state: string;
  readonly unitId: number;
  readonly customerId: number;
  readonly consultantId: number;
};

type Refund = { readonly id: number; readonly version: number; readonly state: string };

/** A home is locked and a small booking of it is asked for: by a consultant, or by a supervisor who need not ask. */
const book: Work = async (office, model, pick) => {
  const unitId = await homeIn(office, model, pick, ['available', 'locked', 'held']);
  const seat = pick.which % 4 === 0 ? 'supervisor' : consultantOf(pick);
  await before(office, () => office.act(seat, 'units.lock', { unitId }));
  await office.act(seat, 'bookings.create', { unitId, customerId: customerOf(model, pick), reason });
};

const openRefunds = `state in ('requested', 'approved')`;

/** A refund is decided, paid out, or withdrawn. */
export async function carryRefund(
  office: HistoryOffice,
  { id, version, state }: Refund,
  pick: Picked,
): Promise<unknown> {
  const asked = state === 'requested' ? await waitingOn(office, 'refunds', id) : undefined;
  if (pick.other % 12 === 7) return office.act('finance', 'payments.withdrawRefund', { refundId: id, version, reason });
  if (asked !== undefined) return decideOn(office, asked, pick);
  const paid = { refundId: id, version, method: 'transfer', reference: '0002' };
  return office.act('finance', 'payments.refund', paid);
}

/** What is here of a record and promised to nobody is asked back for whoever brought it; or its refund goes on. */
async function carryMoneyBack(
  office: HistoryOffice,
  { noun, id }: { readonly noun: 'bookings' | 'subscriptions'; readonly id: number },
  pick: Picked,
): Promise<unknown> {
  const column = noun === 'bookings' ? 'booking_id' : 'subscription_id';
  const [open] = await office.rows<Refund>(
    `select id, version, state from refunds where ${openRefunds} and ${column} = ?`,
    id,
  );
  if (open !== undefined) return carryRefund(office, open, pick);
  type Held = { readonly payers: readonly { readonly customerId: number; readonly most: number }[] };
  const held = await office.ask<Held>('finance', 'payments.held', { noun, recordId: id });
  const payer = held?.payers.find(({ most }) => most > 0);
  if (payer === undefined) return undefined;
  const wish = { noun, recordId: id, payeeId: payer.customerId, amount: payer.most, reason };
  return office.act('finance', 'payments.askRefund', wish);
}

/** The money of a booking that became a deal goes on to the deal. */
async function exchange(office: HistoryOffice, booking: Booking): Promise<unknown> {
  const [receipt] = await office.rows<{ id: number; version: number }>(
    `select id, version from receipts where booking_id = ? and state = 'valid'`,
    booking.id,
  );
  const [deal] = await office.rows<{ id: number }>(
    `select subscriptions.id from subscriptions join subscription_buyers on subscription_id = subscriptions.id
     where state in ('approved', 'depositComplete') and customer_id = ? order by unit_id = ? desc`,
    booking.customerId,
    booking.unitId,
  );
  if (receipt === undefined || deal === undefined)
    return carryMoneyBack(office, { noun: 'bookings', id: booking.id }, { which: 0, other: 2 });
  const { id: receiptId, version } = receipt;
  return office.act('backOffice', 'payments.exchange', { receiptId, version, subscriptionId: deal.id });
}

/** An open booking is extended, becomes a subscription, or is given up: its money goes back, and with it the booking ends. */
async function carryOpenBooking(office: HistoryOffice, booking: Booking, pick: Picked): Promise<unknown> {
  const { id, version, unitId, customerId, consultantId } = booking;
  const seat = office.seatOf(consultantId);
  // Whoever booked thinks it over, until it may be too late.
  if (pick.which % 3 === 0) return undefined;
  if (pick.other % 4 === 0) return office.act(seat, 'bookings.extend', { bookingId: id, version });
  if (pick.other % 4 !== 1) return subscribeFor(office, seat, { unitId }, customerId);
  const money = { noun: 'bookings', id } as const;
  // Nothing is here any more, and the booking did not end with it: its home was frozen, say.
  return (
    (await carryMoneyBack(office, money, pick)) ??
    office.act(seat, 'bookings.refund', { bookingId: id, version, reason })
  );
}

/** A small booking goes one act further. */
const carryBooking: Work = async (office, _model, pick) => {
  const bookings = await office.rows<Booking>(
    `select id, version, state, unit_id as unitId, customer_id as customerId, consultant_id as consultantId
     from unit_bookings where state in ('asked', 'agreed', 'open') or (state in ('expired', 'converted')
       and exists (select 1 from receipts where booking_id = unit_bookings.id and state = 'valid')
       and not exists (select 1 from refunds where booking_id = unit_bookings.id and state = 'paid'))
     order by id desc limit 5`,
  );
  const booking = round(bookings, pick.which);
  if (booking === undefined) return undefined;
  const { id, version, state, consultantId } = booking;
  if (state === 'asked') {
    const asked = await waitingOn(office, 'bookings', id);
    return asked === undefined ? undefined : decideOn(office, asked, pick);
  }
  if (state === 'agreed' && pick.other % 8 === 0)
    return office.act(office.seatOf(consultantId), 'bookings.drop', { bookingId: id, version, reason });
  if (state === 'agreed')
    return office.act('backOffice', 'bookings.receive', { bookingId: id, version, method: 'cash', reference: '' });
  if (state === 'open') return carryOpenBooking(office, booking, pick);
  return state === 'converted' ? exchange(office, booking) : carryMoneyBack(office, { noun: 'bookings', id }, pick);
};

/** Any refund goes one act further; one that was paid is voided now and then by somebody else. */
const refund: Work = async (office, _model, pick) => {
  const open = round(
    await office.rows<Refund>(`select id, version, state from refunds where ${openRefunds} order by id desc limit 4`),
    pick.which,
  );
  const paid = await latest(office, 'refunds', pick.which, `state = 'paid'`);
  if (paid !== undefined && (open === undefined || pick.other % 8 === 3))
    return pick.other % 4 === 3
      ? office.act('manager', 'payments.voidRefund', { refundId: paid.id, version: paid.version, reason })
      : undefined;
  return open === undefined ? undefined : carryRefund(office, open, pick);
};

/** Money is asked back of a deal that has ended, or that got more than it asks for. */
const moneyBack: Work = async (office, _model, pick) => {
  const deal = await latest(office, 'subscriptions', pick.which, `id in (select subscription_id from receipts)`);
  return deal === undefined ? undefined : carryMoneyBack(office, { noun: 'subscriptions', id: deal.id }, pick);
};

/** Steps of small bookings and of money that goes back, with how often each is taken. */
export const bookingKinds: Readonly<Record<string, { readonly weight: number; readonly work: Work }>> = {
  book: { weight: 6, work: book },
  carryBooking: { weight: 16, work: carryBooking },
  refund: { weight: 5, work: refund },
  moneyBack: { weight: 1, work: moneyBack },
};
