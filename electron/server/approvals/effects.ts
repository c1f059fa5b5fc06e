import { accountById } from '#db/repositories/accounts.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import type { approvals } from '#db/schema/approvals.ts';
import type { ApprovalKind } from '#shared/domain/approvals/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { bookingEffects } from '../bookings/booking-effects.ts';
import { changeEffects } from '../changes/effects.ts';
import { partnerAgreementEffects } from '../partner-agreements/apply-event.ts';
import { decideRefund } from '../payments/refunds.ts';
import { priceBatchEffects } from '../prices/approval-effects.ts';
import { applySubscriptionEvent } from '../subscriptions/apply-subscription-event.ts';
import { keepHomeUntil } from '../subscriptions/keep-home.ts';
import { holdEffects } from '../units/hold-requests.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { requestApproval } from './request-approval.ts';

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

const HOUR_MS = 3_600_000;

/** Back to a draft that the consultant corrects; the home stays parked for the hours that the office gives for it. */
function sendBackSubscription(command: UnitCommand, approval: ApprovalRow): void {
  const row = subscriptionOf(command, approval);
  const back =
    row.state === 'inReview' ? applySubscriptionEvent(command, row, 'sendBack', { priceAuthorised: true }) : row;
  keepHomeUntil(command, back, command.now + command.setting('sentBackHours') * HOUR_MS);
}

/** The kinds that this office can decide today; a new kind is a new entry. */
const approvalEffects: Partial<Record<ApprovalKind, ApprovalEffects>> = {
  subscriptionReview: {
    approve: (command, approval) => {
      applySubscriptionEvent(command, subscriptionOf(command, approval), 'approve', given);
    },
    giveBack: sendBackSubscription,
    drop: dropSubscription,
  },
  // Whoever keeps the till pays it out; until then it is only promised.
  refund: {
    approve: (command, { subjectId }) => decideRefund(command, subjectId, 'approved'),
    drop: (command, { subjectId, state }) =>
      decideRefund(command, subjectId, state === 'rejected' ? 'rejected' : 'withdrawn'),
  },
  priceBatch: priceBatchEffects,
  partnerAgreement: partnerAgreementEffects,
  booking: bookingEffects,
  hold: holdEffects,
  // Nothing is done until whoever asked takes the list along.
  export: { approve: () => undefined, drop: () => undefined },
  // The price is agreed to: now the back office and whoever leads look at the subscription, as at any other.
  priceBelowAuthority: {
    approve: (command, approval) => {
      const row = subscriptionOf(command, approval);
      const asker = accountById(command.db, approval.requestedBy);
      if (asker === undefined) throw new DomainError('NOT_FOUND');
      const { amount, belowFloor, ...facts } = approval.facts;
      const review = requestApproval(command, {
        kind: 'subscriptionReview',
        noun: 'subscriptions',
        subjectId: row.id,
        unitId: row.unitId,
        amount: Number(amount ?? 0),
        belowFloor: belowFloor === true,
        reason: approval.reason,
        asker,
        facts: { ...facts, belowFloor: belowFloor === true },
      });
      applySubscriptionEvent(command, row, 'submit', { ...given, parkUntil: review.expiresAt });
      keepHomeUntil(command, row, review.expiresAt);
    },
    giveBack: sendBackSubscription,
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
