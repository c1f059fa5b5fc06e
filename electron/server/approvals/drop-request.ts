import { latestApprovalOf } from '#db/repositories/subscriptions.ts';
import { approvals } from '#db/schema/deals.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** Closes the open request about a subscription that has ended by itself, so that nobody is asked about it any more. */
export function dropRequestOf(
  { db, tx, actor, now }: Pick<CommandContext, 'db' | 'tx' | 'actor' | 'now'>,
  subscriptionId: number,
  reason: string,
): void {
  const open = latestApprovalOf(db, subscriptionId);
  if (open?.state !== 'pending') return;
  tx.update(approvals, open.id, { state: 'withdrawn', opinion: reason, decidedBy: actor.id, decidedAt: now });
}
