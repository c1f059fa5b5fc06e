import { approvals } from '#db/schema/approvals.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { approvalEnd, approverFor } from '#shared/domain/approvals/authority.ts';
import type { ApprovalKind } from '#shared/domain/approvals/kinds.ts';
import type { EventNoun } from '#shared/domain/events/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

/** Somebody who asks. */
export type Asker = { readonly id: number; readonly post: Post };

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
  /** For whom the office itself asks, where a request follows from the decision of another; else whoever acts. */
  readonly asker?: Asker;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
};

type Asked = Pick<UnitCommand, 'tx' | 'actor' | 'now' | 'setting'>;

/** Files a request; who must decide follows from the office's ladder. Throws APPROVAL_NOT_NEEDED where nobody must. */
export function requestApproval({ tx, actor, now, setting }: Asked, wish: ApprovalWish) {
  const asker = wish.asker ?? actor;
  if (asker === undefined) throw new DomainError('UNAUTHENTICATED');
  const policy = setting('approvalPolicy');
  const { kind, amount, belowFloor } = wish;
  const approver = approverFor(policy, { kind, amount, belowFloor, requesterPost: asker.post });
  if (!approver.needed) throw new DomainError('APPROVAL_NOT_NEEDED');
  return tx.insert(approvals, {
    kind,
    noun: wish.noun,
    subjectId: wish.subjectId,
    unitId: wish.unitId,
    requestedBy: asker.id,
    requestedAt: now,
    reason: wish.reason,
    facts: { ...wish.facts, amount, belowFloor },
    requiredPost: approver.post,
    state: 'pending',
    expiresAt: approvalEnd(now, policy.rules[kind]),
  });
}
