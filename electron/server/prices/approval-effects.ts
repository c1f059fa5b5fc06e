import { type PriceBatchRow, priceBatchById } from '#db/repositories/price-batches.ts';
import type { PriceBatchEvent } from '#shared/domain/prices/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ApprovalEffects, ApprovalRow } from '../approvals/effects.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { applyBatchEvent } from './apply-batch-event.ts';

function apply(
  command: UnitCommand,
  { subjectId }: ApprovalRow,
  event: PriceBatchEvent,
  patch: Partial<PriceBatchRow> = {},
): void {
  const batch = priceBatchById(command.db, subjectId);
  if (batch === undefined) throw new DomainError('NOT_FOUND');
  applyBatchEvent(command, batch, event, { patch });
}

/** What becomes of a request that was not agreed to. One that nobody decided in time can be asked for again. */
const endings: Partial<Record<ApprovalRow['state'], PriceBatchEvent>> = { withdrawn: 'withdraw', expired: 'lapse' };

/** What decisions about a price batch do to it. It takes effect by itself on its day. */
export const priceBatchEffects: ApprovalEffects = {
  approve: (command, approval) => apply(command, approval, 'approve', { approvedAt: command.now }),
  giveBack: (command, approval, opinion) => apply(command, approval, 'sendBack', { endReason: opinion }),
  drop: (command, approval, reason) =>
    apply(command, approval, endings[approval.state] ?? 'reject', {
      endReason: approval.state === 'rejected' ? reason : '',
    }),
};
