import { type ChangeRow, changeById } from '#db/repositories/changes.ts';
import type { ChangeEvent } from '#shared/domain/changes/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ApprovalEffects, ApprovalRow } from '../approvals/effects.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { applyChangeEvent } from './apply-change-event.ts';

function changeOf({ db }: UnitCommand, { subjectId }: ApprovalRow): ChangeRow {
  const row = changeById(db, subjectId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/** How the end of a request that was not agreed to is called for the change that it asked for. */
const endings: Partial<Record<ApprovalRow['state'], ChangeEvent>> = {
  rejected: 'reject',
  withdrawn: 'withdraw',
  expired: 'expire',
};

/** What a decision does to a change: the last yes carries it out, as far as nothing is outstanding. */
export const changeEffects: ApprovalEffects = {
  approve: (command, approval) => {
    applyChangeEvent(command, changeOf(command, approval), 'approve');
  },
  giveBack: (command, approval) => {
    applyChangeEvent(command, changeOf(command, approval), 'sendBack');
  },
  drop: (command, approval, reason) => {
    const event = endings[approval.state] ?? 'expire';
    applyChangeEvent(command, changeOf(command, approval), event, { mayWithdraw: true, write: { endReason: reason } });
  },
};
