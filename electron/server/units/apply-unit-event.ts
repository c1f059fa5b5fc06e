import { liveBookingOf } from '#db/repositories/bookings.ts';
import { labelOfUnit, liveHoldsOf, liveLockOf, type UnitRow } from '#db/repositories/units.ts';
import type { unitBookings } from '#db/schema/claims.ts';
import { unitHolds, unitLocks, units } from '#db/schema/inventory.ts';
import type { BookingEvent } from '#shared/domain/bookings/lifecycle.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import type { UnitEffect, UnitEvent } from '#shared/domain/units/events.ts';
import type { UnitFacts } from '#shared/domain/units/facts.ts';
import type { HoldEnding, HoldPurpose, LockEnding } from '#shared/domain/units/leases.ts';
import { bookingEnd, lockEnd } from '#shared/domain/units/lock-policy.ts';
import type { OffSaleUse } from '#shared/domain/units/off-sale.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { turnBooking } from '../bookings/turn-booking.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import { pickEnded } from '../launches/pick-ends.ts';
import { gatherUnitFacts, type UnitCircumstances, type UnitCommand } from './unit-facts.ts';

/** What the new claim or state is written with. */
export type UnitDetails = {
  readonly reason?: string;
  readonly purpose?: Exclude<HoldPurpose, 'approval'>;
  readonly customerId?: number | null;
  /** When a hold or a parking ends, UTC ms. */
  readonly expiresAt?: number;
  /** Who holds it, where that is not whoever acts: a hold that was asked for is the asker's. */
  readonly heldBy?: number;
  readonly offSaleUse?: OffSaleUse;
};

const lockEndings: Partial<Record<UnitEvent, LockEnding>> = {
  unlock: 'unlocked',
  lockExpires: 'expired',
  hold: 'held',
  park: 'held',
  book: 'booked',
  subscribe: 'subscribed',
};

const holdEndings: Partial<Record<UnitEvent, HoldEnding>> = {
  withdrawHold: 'withdrawn',
  holdExpires: 'expired',
  unpark: 'withdrawn',
  book: 'booked',
  subscribe: 'subscribed',
};

const bookingEndings: Partial<Record<UnitEvent, BookingEvent>> = {
  subscribe: 'convert',
  moveIn: 'convert',
  refundBooking: 'refund',
  bookingExpires: 'expire',
};

/**
 * Brings an event about on a unit's commercial axis: decides by the table, writes the state and what the decision says
 * has to be written beside it. The only way a unit's state changes. Throws the refusal of the table.
 */
export function applyUnitEvent(
  command: UnitCommand,
  unit: UnitRow,
  event: UnitEvent,
  circumstances: UnitCircumstances = {},
  details: UnitDetails = {},
): UnitRow {
  const facts = gatherUnitFacts(command, unit, circumstances);
  const decision = decide(unitCommercial, unit.commercialState, event, facts);
  if (decision.refused !== undefined) throw refusalAbout(command, unit, decision.refused);
  const { next, effects } = decision;
  for (const effect of effects) perform(effect, command, unit, event, facts, details);
  const cameFrom = effects.includes('rememberOrigin')
    ? unit.commercialState
    : effects.includes('forgetOrigin')
      ? null
      : unit.cameFrom;
  const { tx, now } = command;
  const commercialSince = next === unit.commercialState ? unit.commercialSince : now;
  return tx.update(units, unit.id, {
    commercialState: next,
    commercialSince,
    cameFrom,
    stateReason: details.reason ?? '',
    offSaleUse: next === 'notForSale' ? (details.offSaleUse ?? unit.offSaleUse) : null,
  });
}

/** A refusal that says which of several units it is about. */
function refusalAbout({ db }: UnitCommand, unit: UnitRow, { code, params }: Refusal): DomainError {
  return new DomainError(code, { unit: labelOfUnit(db, unit.id), ...params });
}

function perform(
  effect: UnitEffect,
  command: UnitCommand,
  unit: UnitRow,
  event: UnitEvent,
  facts: UnitFacts,
  details: UnitDetails,
): void {
  const { tx, now, actor, connection } = command;
  switch (effect) {
    case 'startLock':
      tx.insert(unitLocks, {
        unitId: unit.id,
        accountId: who(actor),
        terminal: connection.terminal,
        lockedAt: now,
        expiresAt: lockEnd(now, facts.policy),
      });
      return;
    case 'renewLock': {
      const lock = liveLockOf(command.db, unit.id)?.lock;
      if (lock !== undefined)
        tx.update(unitLocks, lock.id, { expiresAt: lockEnd(now, facts.policy), renewals: lock.renewals + 1 });
      return;
    }
    case 'endLock': {
      const lock = liveLockOf(command.db, unit.id)?.lock;
      if (lock !== undefined) tx.update(unitLocks, lock.id, { endedAt: now, ending: lockEndings[event] ?? 'unlocked' });
      return;
    }
    case 'startHold':
    case 'startParking':
      tx.insert(unitHolds, {
        unitId: unit.id,
        purpose: effect === 'startParking' ? 'approval' : (details.purpose ?? 'customer'),
        reason: details.reason ?? '',
        customerId: details.customerId ?? null,
        heldBy: details.heldBy ?? who(actor),
        heldAt: now,
        expiresAt: details.expiresAt ?? now,
      });
      return;
    case 'extendHold':
      endOrChange(command, unit, false, { expiresAt: details.expiresAt ?? now });
      return;
    case 'endHold':
      endOrChange(command, unit, false, { endedAt: now, ending: holdEndings[event] ?? 'withdrawn' });
      endOrChange(command, unit, true, { endedAt: now, ending: holdEndings[event] ?? 'withdrawn' });
      pickEnded(command, unit.id, holdEndings[event] ?? 'withdrawn');
      return;
    case 'endParking':
      endOrChange(command, unit, true, { endedAt: now, ending: holdEndings[event] ?? 'withdrawn' });
      return;
    case 'startBooking':
      turnOf(command, unit, 'open', { openedAt: now, expiresAt: bookingEnd(now, facts.policy) });
      return;
    case 'extendBooking': {
      const booking = liveBookingOf(command.db, unit.id)?.booking;
      const from = Math.max(now, booking?.expiresAt ?? now);
      turnOf(command, unit, 'extend', {
        expiresAt: bookingEnd(from, facts.policy),
        extensions: (booking?.extensions ?? 0) + 1,
      });
      return;
    }
    case 'endBooking':
      // A home that is subscribed by way of a lock or a hold had none.
      if (unit.commercialState === 'booked') turnOf(command, unit, bookingEndings[event] ?? 'convert');
      return;
    case 'rememberOrigin':
    case 'forgetOrigin':
      return;
  }
}

function turnOf(
  command: UnitCommand,
  unit: UnitRow,
  event: BookingEvent,
  patch: Partial<typeof unitBookings.$inferInsert> = {},
): void {
  const booking = liveBookingOf(command.db, unit.id)?.booking;
  if (booking === undefined) throw new DomainError('NOT_FOUND');
  turnBooking(command, booking, event, patch);
  // What the slip says holds no more once the home is subscribed or free again.
  if (event === 'convert' || event === 'expire') voidPapersOf(command, 'bookings', booking.id, booking.number);
}

function endOrChange(
  { tx, db }: UnitCommand,
  unit: UnitRow,
  parked: boolean,
  patch: Partial<typeof unitHolds.$inferInsert>,
): void {
  const found = liveHoldsOf(db, unit.id).find(({ hold }) => (hold.purpose === 'approval') === parked);
  if (found !== undefined) tx.update(unitHolds, found.hold.id, patch);
}

function who(actor: { readonly id: number } | undefined): number {
  if (actor === undefined) throw new DomainError('UNAUTHENTICATED');
  return actor.id;
}
