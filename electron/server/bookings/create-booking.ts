import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { customerById } from '#db/repositories/customers.ts';
import { liveHoldsOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import { unitBookings } from '#db/schema/claims.ts';
import { unitHolds } from '#db/schema/inventory.ts';
import type { bookings as bookingsApi } from '#shared/api/bookings.ts';
import { keptPlan, planByCode } from '#shared/domain/plans/naming.ts';
import type { UnitFacts } from '#shared/domain/units/facts.ts';
import { claimIsOurs, notParked, taken } from '#shared/domain/units/guards.ts';
import { notSeized, permitForBooking, pricePublished } from '#shared/domain/units/sale-conditions.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { gatherUnitFacts, type UnitCommand } from '../units/unit-facts.ts';

type Input = z.output<(typeof bookingsApi)['create']['input']>;
type Answer = z.input<(typeof bookingsApi)['create']['output']>;

const MINUTE_MS = 60_000;

/** When the booking money must be in, from now: UTC ms. */
function payBy({ now, setting }: Pick<QueryContext<unknown>, 'now' | 'setting'>): number {
  return now + setting('bookingPayMinutes') * MINUTE_MS;
}

/** Why a home cannot be booked as it is kept now: with who has it, and since when. */
function claimRefusal({ commercialState: from }: UnitRow, facts: UnitFacts): Refusal | undefined {
  if (from === 'available') return { code: 'UNIT_NOT_RESERVED' };
  // A booked home is nobody's to book again, not its own customer's either.
  if (from === 'booked') return taken(facts, from);
  const step = { from, event: 'park' } as const;
  return notParked(facts, step) ?? claimIsOurs(facts, step);
}

/** Everything that forbids to book a home as it stands, the law first; empty when nothing does. */
export function bookRefusals(unit: UnitRow, facts: UnitFacts): Refusal[] {
  const price: Refusal | undefined = unit.listPrice === null ? { code: 'LIST_PRICE_MISSING' } : undefined;
  return [permitForBooking(facts), notSeized(facts), pricePublished(facts), price, claimRefusal(unit, facts)].filter(
    (one) => one !== undefined,
  );
}

/** A customer for whom a home may be kept. Throws NOT_FOUND, NOT_YOUR_CUSTOMER, CUSTOMER_RESTRICTED. */
export function checkBookingCustomer(context: Pick<QueryContext, 'db' | 'sees'>, customerId: number): void {
  const customer = customerById(context.db, customerId);
  if (customer === undefined || customer.state === 'anonymised') throw new DomainError('NOT_FOUND');
  if (!context.sees('customers', customer.ownerId)) throw new DomainError('NOT_YOUR_CUSTOMER');
  if (customer.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
}

/** Asks for a small booking, or agrees to it at once where the caller's own post suffices; the home is kept meanwhile. */
export function createBooking(
  context: CommandContext,
  { unitId, customerId, planCode, askedPpm, reason }: Input,
): Answer {
  const { db, tx, now, today, actor, setting, happened } = context;
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  if (askedPpm > 0 && reason.length < 2) throw new DomainError('REASON_MISSING');
  checkBookingCustomer(context, customerId);
  const facts = gatherUnitFacts(context, unit, { customerId });
  const [refused] = bookRefusals(unit, facts);
  if (refused !== undefined) throw DomainError.from(refused);
  const { listPrice } = unit;
  if (listPrice === null) throw new DomainError('LIST_PRICE_MISSING');
  const template = planCode === null ? null : planByCode(setting('planTemplates'), planCode);
  if (template === undefined) throw new DomainError('PLAN_NOT_VALID');
  const wished = template === null ? { planKind: null } : keptPlan(template);
  const atOnce = facts.authorised.includes('book');
  const booking = tx.insert(unitBookings, {
    number: nextNumber(tx, 'XD', Number(today.slice(0, 4))),
    unitId,
    customerId,
    consultantId: actor.id,
    state: atOnce ? 'agreed' : 'asked',
    listPrice,
    money: setting('bookingMoney'),
    ...wished,
    askedPpm,
    reason,
    createdAt: now,
    expiresAt: payBy(context),
  });
  const approval = atOnce
    ? undefined
    : requestApproval(context, {
        kind: 'booking',
        noun: 'bookings',
        subjectId: booking.id,
        unitId,
        amount: 0,
        belowFloor: false,
        reason,
        facts: {
          number: booking.number,
          listPriceFen: listPrice,
          moneyFen: booking.money,
          planKind: booking.planKind,
          planName: booking.planName,
          askedPpm,
        },
      });
  const expiresAt = approval?.expiresAt ?? booking.expiresAt;
  if (approval !== undefined) tx.update(unitBookings, booking.id, { approvalId: approval.id, expiresAt });
  applyUnitEvent(context, unit, 'park', { customerId }, { reason: booking.number, customerId, expiresAt });
  happened({
    kind: approval === undefined ? 'bookingAgreed' : 'bookingAsked',
    noun: 'bookings',
    id: booking.id,
    data: { number: booking.number, unitId },
  });
  return { bookingId: booking.id, number: booking.number, state: booking.state, approvalId: approval?.id ?? null };
}

/** From the moment of the agreement the home waits for the money, and no longer. Answers until when. */
export function waitForMoney(command: UnitCommand, unitId: number): number {
  const until = payBy(command);
  const parked = liveHoldsOf(command.db, unitId).find(({ hold }) => hold.purpose === 'approval');
  if (parked !== undefined) command.tx.update(unitHolds, parked.hold.id, { expiresAt: until });
  return until;
}
