import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import type { approvals } from '#db/schema/deals.ts';
import type { ApprovalKind } from '#shared/domain/approvals/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { bookingEffects } from '../bookings/booking-effects.ts';
import { changeEffects } from '../changes/effects.ts';
import { decideRefund } from '../payments/refunds.ts';
import { priceBatchEffects } from '../prices/approval-effects.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { holdEffects } from '../units/hold-requests.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

/** A request as stored. */
export type ApprovalRow = typeof approvals.$inferSelect;

/** What a decision does to the record that was asked about, in the transaction of the decision. */
export type ApprovalEffects = {
  approve(command: UnitCommand, approval: ApprovalRow): void;
  /** Sent back: whoever asked can correct it and ask again. Missing where there is nothing to correct. */
  giveBack?(command: UnitCommand, approval: ApprovalRow, opinion: string): void;
  /** Rejected, withdrawn or run out: what was parked is free again. */
  drop(command: UnitCommand, approval: ApprovalRow, reason: string): void;
};

function subscriptionOf({ db }: UnitCommand, approval: ApprovalRow) {
  const row = subscriptionById(db, approval.subjectId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

const given = { priceAuthorised: true, authorised: ['approve'] } as const;

function dropSubscription(command: UnitCommand, approval: ApprovalRow, reason: string): void {
  applySubscriptionEvent(command, subscriptionOf(command, approval), 'cancel', {
    priceAuthorised: true,
    authorised: ['cancel'],
    reason,
  });
}

/** The kinds that this office can decide today; a new kind is a new entry. */
const approvalEffects: Partial<Record<ApprovalKind, ApprovalEffects>> = {
  subscriptionReview: {
    approve: (command, approval) => {
      applySubscriptionEvent(command, subscriptionOf(command, approval), 'approve', given);
    },
    drop: dropSubscription,
  },
  // Whoever keeps the till pays it out; until then it is only promised.
  refund: {
    approve: (command, { subjectId }) => decideRefund(command, subjectId, 'approved'),
    drop: (command, { subjectId, state }) =>
      decideRefund(command, subjectId, state === 'rejected' ? 'rejected' : 'withdrawn'),
  },
  priceBatch: priceBatchEffects,
  booking: bookingEffects,
  hold: holdEffects,
  // Nothing is done until whoever asked takes the list along.
  export: { approve: () => undefined, drop: () => undefined },
  // Whoever agrees to the price has looked at the subscription: both steps are taken at once.
  priceBelowAuthority: {
    approve: (command, approval) => {
      const unit = approval.unitId === null ? undefined : unitById(command.db, approval.unitId);
      if (unit === undefined) throw new DomainError('NOT_FOUND');
      const submitted = applySubscriptionEvent(command, subscriptionOf(command, approval), 'submit', {
        ...given,
        parkUntil: approval.expiresAt,
      });
      applySubscriptionEvent(command, submitted, 'approve', given);
    },
    drop: dropSubscription,
  },
};

/** The effects of a request: a change of a deal has those of its noun, whatever its kind. */
function knownEffects({ kind, noun }: Pick<ApprovalRow, 'kind' | 'noun'>): ApprovalEffects | undefined {
  return noun === 'changes' ? changeEffects : approvalEffects[kind];
}

/** The effects of a request. Throws NOT_FOUND for a kind that nobody can file. */
export function effectsOf(row: Pick<ApprovalRow, 'kind' | 'noun'>): ApprovalEffects {
  const effects = knownEffects(row);
  if (effects === undefined) throw new DomainError('NOT_FOUND');
  return effects;
}

/** True for a request that can be sent back to whoever asked, to be corrected and asked for again. */
export function isCorrectable(row: Pick<ApprovalRow, 'kind' | 'noun'>): boolean {
  return knownEffects(row)?.giveBack !== undefined;
}
