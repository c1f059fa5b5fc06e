import { approvals } from '#db/schema/deals.ts';
import { approvalEnd, approverFor } from '#shared/domain/approvals/authority.ts';
import type { ApprovalKind } from '#shared/domain/approvals/kinds.ts';
import type { EventNoun } from '#shared/domain/events/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';

/** What is asked of a second person. `facts` is shown to whoever decides; it holds no personal data. */
export type ApprovalWish = {
  readonly kind: ApprovalKind;
  readonly noun: EventNoun;
  readonly subjectId: number;
  readonly unitId: number | null;
  /** In the measure of the kind's rule: ppm below list, days, fen, pieces. */
  readonly amount: number;
  readonly belowFloor: boolean;
  readonly reason: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};

/** Files a request; who must decide follows from the office's ladder. Throws APPROVAL_NOT_NEEDED where nobody must. */
export function requestApproval(
  { tx, actor, now, setting }: Pick<CommandContext, 'tx' | 'actor' | 'now' | 'setting'>,
  wish: ApprovalWish,
) {
  const policy = setting('approvalPolicy');
  const { kind, amount, belowFloor } = wish;
  const approver = approverFor(policy, { kind, amount, belowFloor, requesterPost: actor.post });
  if (!approver.needed) throw new DomainError('APPROVAL_NOT_NEEDED');
  return tx.insert(approvals, {
    kind,
    noun: wish.noun,
    subjectId: wish.subjectId,
    unitId: wish.unitId,
    requestedBy: actor.id,
    requestedAt: now,
    reason: wish.reason,
    facts: { ...wish.facts, amount, belowFloor },
    requiredPost: approver.post,
    state: 'pending',
    expiresAt: approvalEnd(now, policy.rules[kind]),
  });
}
