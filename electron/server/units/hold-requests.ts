import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { holdCount } from '#db/repositories/unit-claims.ts';
import { labelOfUnit, liveHoldsOf, unitById } from '#db/repositories/units.ts';
import { approvals } from '#db/schema/approvals.ts';
import { unitHolds } from '#db/schema/inventory.ts';
import type { units as unitsApi } from '#shared/api/units.ts';
import { holdDaysOf } from '#shared/domain/settings/claim-settings.ts';
import { type HoldPurpose, holdPurposes } from '#shared/domain/units/leases.ts';
import { endOfDay, holdLongerRefusal, holdRenewalRefusal, holdTermRefusal } from '#shared/domain/units/lock-policy.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ApprovalEffects } from '../approvals/effects.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import { checkBookingCustomer } from '../bookings/create-booking.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { applyUnitEvent } from './apply-unit-event.ts';
import { gatherUnitFacts, type UnitCommand } from './unit-facts.ts';

type Asked = z.output<(typeof unitsApi)['askHold']['input']>;
type Extended = z.output<(typeof unitsApi)['extendHold']['input']>;

/**
 * Refuses a hold for a customer who is not named, or for one who may not be named. Throws HOLD_CUSTOMER_MISSING and what
 * the customers of bookings are refused with.
 */
export function checkHoldFor(
  context: Pick<CommandContext, 'db' | 'sees'>,
  purpose: HoldPurpose,
  customerId: number | null,
): void {
  if (customerId !== null) checkBookingCustomer(context, customerId);
  else if (purpose === 'customer') throw new DomainError('HOLD_CUSTOMER_MISSING');
}

/**
 * Asks for a hold that is above one's own authority: whoever the ladder names decides, and the home is kept until then.
 * Throws APPROVAL_NOT_NEEDED where one may hold it oneself, HOLD_TOO_LONG by the days of whoever decides.
 */
export function askHold(context: CommandContext, input: Asked): { readonly approvalId: number } {
  const { db, now, actor, setting, happened } = context;
  const { unitId, purpose, customerId, reason, until } = input;
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  checkHoldFor(context, purpose, customerId);
  const expiresAt = endOfDay(until);
  const request = requestApproval(context, {
    kind: 'hold',
    noun: 'units',
    subjectId: unitId,
    unitId,
    amount: holdCount(db, actor.id) + 1,
    belowFloor: false,
    reason,
    facts: { number: labelOfUnit(db, unitId), purpose, customerId, expiresAt },
  });
  const days = holdDaysOf(setting('holdDays'), request.requiredPost);
  const { policy } = gatherUnitFacts(context, unit);
  const refused = holdTermRefusal(now, expiresAt, { ...policy, holdDays: days });
  if (refused !== undefined) throw DomainError.from(refused);
  applyUnitEvent(context, unit, 'park', { customerId }, { reason, customerId, expiresAt: request.expiresAt });
  happened({ kind: 'holdAsked', noun: 'units', id: unitId, data: { from: unit.commercialState } });
  return { approvalId: request.id };
}

/** Holds a home until a later day. Throws APPROVAL_NEEDED, HOLD_RENEWALS_USED, HOLD_NOT_LONGER, HOLD_TOO_LONG. */
export function extendHold(
  context: CommandContext,
  { unitId, until, reason }: Extended,
): { readonly expiresAt: number } {
  const { db, tx, now, setting, happened } = context;
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const hold = liveHoldsOf(db, unitId).find((one) => one.hold.purpose !== 'approval')?.hold;
  const expiresAt = endOfDay(until);
  const refused =
    hold === undefined
      ? undefined
      : (holdRenewalRefusal(hold.renewals, setting('holdRenewals')) ??
        holdLongerRefusal(hold.expiresAt, expiresAt) ??
        holdTermRefusal(now, expiresAt, gatherUnitFacts(context, unit).policy));
  if (refused !== undefined) throw DomainError.from(refused);
  applyUnitEvent(context, unit, 'extendHold', {}, { reason: unit.stateReason, expiresAt });
  if (hold !== undefined) tx.update(unitHolds, hold.id, { renewals: hold.renewals + 1 });
  happened({ kind: 'holdExtended', noun: 'units', id: unitId, data: { reason } });
  return { expiresAt };
}

/** A request about a home that is answered otherwise, such as by a hold of whoever may: nobody is asked about it any more. */
export function dropHoldRequests({ db, tx, actor, now }: CommandContext, unitId: number): void {
  const open = db
    .select({ id: approvals.id })
    .from(approvals)
    .where(
      and(
        eq(approvals.kind, 'hold'),
        eq(approvals.noun, 'units'),
        eq(approvals.subjectId, unitId),
        eq(approvals.state, 'pending'),
      ),
    )
    .all();
  for (const { id } of open) tx.update(approvals, id, { state: 'withdrawn', decidedBy: actor.id, decidedAt: now });
}

function homeOf({ db }: UnitCommand, unitId: number) {
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  return unit;
}

/** What a decision about a hold does: agreed to, the home is held for whoever asked; else it is as it was. */
export const holdEffects: ApprovalEffects = {
  approve: (command, { subjectId, facts, reason, requestedBy }) => {
    const customerId = typeof facts['customerId'] === 'number' ? facts['customerId'] : null;
    const asked = holdPurposes.find((one) => one === facts['purpose']);
    const purpose = asked === undefined || asked === 'approval' ? 'customer' : asked;
    const details = { purpose, customerId, reason, expiresAt: Number(facts['expiresAt']), heldBy: requestedBy };
    applyUnitEvent(command, homeOf(command, subjectId), 'hold', { customerId, approved: ['hold'] }, details);
  },
  drop: (command, { subjectId }) => {
    applyUnitEvent(command, homeOf(command, subjectId), 'unpark');
  },
};
