import { type UnitEvent, unitEvents } from '#shared/domain/units/events.ts';
import { bareUnitFacts, type UnitFacts } from '#shared/domain/units/facts.ts';
import { addDays, instantOf, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

export const today = localDate('2026-11-23');
export const now = instantOf(today, 600);
export const later = instantOf(addDays(today, 2), 600);

/** A unit about which everything is in order, for whatever event. */
export const open: UnitFacts = {
  ...bareUnitFacts(now, today, { accountId: 1, post: 'manager', terminal: 'T1' }),
  authorised: unitEvents,
  customerId: 7,
  permit: { coversBuilding: true, validFromOn: localDate('2026-01-01'), validUntilOn: localDate('2028-01-01') },
  filedPriceFen: yuan(2_000_000),
  spaceRight: 'titled',
  pricePublished: true,
  lock: { accountId: 1, terminal: 'T1', expiresAt: now + 60_000, renewals: 0 },
  hold: { purpose: 'customer', customerId: 7, expiresAt: later, overHold: false },
  booking: { customerId: 7, expiresAt: later, parked: false },
  cameFrom: 'available',
  legal: 'saleable',
  bookingMoneyReceived: true,
};

const changes: Partial<Record<UnitEvent, Partial<UnitFacts>>> = {
  lockExpires: { lock: { accountId: 1, terminal: 'T1', expiresAt: now, renewals: 0 } },
  holdExpires: { hold: { purpose: 'customer', customerId: 7, expiresAt: now, overHold: false } },
  bookingExpires: { booking: { customerId: 7, expiresAt: now, parked: false } },
  unpark: {
    hold: { purpose: 'approval', customerId: 7, expiresAt: later, overHold: false },
    booking: { customerId: 7, expiresAt: later, parked: true },
  },
  subscribe: { subscription: 'approved' },
  cancelSubscription: { subscription: 'cancelled' },
  forfeit: { subscription: 'forfeited' },
  subscriptionExpires: { subscription: 'expired' },
  startDrafting: { subscription: 'converted', contract: 'draft' },
  dropDraft: { contract: 'superseded' },
  sign: { contract: 'signed' },
  terminate: { contract: 'terminated' },
  moveIn: { subscription: 'depositComplete' },
  takeOver: { subscription: 'approved' },
  takeOverSigned: { contract: 'signed' },
  reopenBalance: { balanceFen: fen(1) },
};

/** Facts under which an event goes through wherever the table knows it. */
export function factsFor(event: UnitEvent, change: Partial<UnitFacts> = {}): UnitFacts {
  return { ...open, ...changes[event], ...change };
}
