import { type PartnerAgreementRow, partnerAgreementById } from '#db/repositories/partner-agreements.ts';
import { partnerAgreements } from '#db/schema/partner-agreements.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import {
  type PartnerAgreementEvent,
  type PartnerAgreementFacts,
  partnerAgreementLifecycle,
} from '#shared/domain/partner-agreements/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ApprovalEffects, ApprovalRow } from '../approvals/effects.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

type Applying = Pick<UnitCommand, 'tx' | 'today' | 'setting'>;

/** How many days before the end of an agreement it is called out, the longest first. */
export function remindDaysOf({ setting }: Pick<QueryContext, 'setting'>): readonly number[] {
  const days = ['partnerFirstReminderDays', 'partnerSecondReminderDays', 'partnerLastReminderDays'] as const;
  return days.map((key) => setting(key)).toSorted((a, b) => b - a);
}

/** What the guards look at. */
export function factsOf(
  { today, setting }: Pick<QueryContext, 'today' | 'setting'>,
  { fromOn, toOn }: Pick<PartnerAgreementRow, 'fromOn' | 'toOn'>,
): PartnerAgreementFacts {
  return { today, fromOn, toOn, remindDays: remindDaysOf({ setting }) };
}

/** Brings an agreement to the state that follows from an event. Throws the refusal of the table, STALE. */
export function applyAgreementEvent(
  context: Applying,
  agreement: PartnerAgreementRow,
  event: PartnerAgreementEvent,
  patch: Partial<typeof partnerAgreements.$inferInsert> = {},
  seen?: number,
): PartnerAgreementRow {
  const { next } = decideOrRefuse(partnerAgreementLifecycle, agreement.state, event, factsOf(context, agreement));
  return context.tx.update(partnerAgreements, agreement.id, { ...patch, state: next }, seen);
}

function agreementOf({ db }: UnitCommand, { subjectId }: ApprovalRow): PartnerAgreementRow {
  const row = partnerAgreementById(db, subjectId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/** One that takes the place of another ends it in the same moment; that other may have ended by itself meanwhile. */
function approve(command: UnitCommand, approval: ApprovalRow): void {
  const agreement = agreementOf(command, approval);
  applyAgreementEvent(command, agreement, 'approve', { approvedAt: command.now });
  const before = agreement.renewsId === null ? undefined : partnerAgreementById(command.db, agreement.renewsId);
  if (before?.state === 'active') applyAgreementEvent(command, before, 'renew', { endedOn: command.today });
}

/** What decisions do to a partner agreement. A request that nobody decided in time can be asked for again. */
export const partnerAgreementEffects: ApprovalEffects = {
  approve,
  giveBack: (command, approval, opinion) =>
    void applyAgreementEvent(command, agreementOf(command, approval), 'sendBack', { endReason: opinion }),
  drop: (command, approval, reason) => {
    const event =
      approval.state === 'withdrawn' ? 'withdraw' : approval.state === 'expired' ? 'expireRequest' : 'reject';
    applyAgreementEvent(command, agreementOf(command, approval), event, {
      endReason: event === 'reject' ? reason : '',
    });
  },
};
