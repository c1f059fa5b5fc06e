import type { ReadDb } from '#db/access.ts';
import { accountById } from '#db/repositories/accounts.ts';
import { approvalById, stepsOf } from '#db/repositories/approvals.ts';
import { planLinesOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { approvalSteps, approvals } from '#db/schema/approvals.ts';
import { planLines, subscriptions } from '#db/schema/deals.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import {
  type ApprovalConditions,
  conditionsRefusal,
  isConditional,
  noConditions,
  tiedDays,
} from '#shared/domain/approvals/conditions.ts';
import type { LadderVerdict } from '#shared/domain/approvals/ladder.ts';
import {
  type ApprovalActor,
  type ApprovalEvent,
  type ApprovalRequest,
  decideApproval,
} from '#shared/domain/approvals/lifecycle.ts';
import type { ApprovalRule } from '#shared/domain/approvals/policy.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Actor } from '../kernel/session.ts';
import { lenderFor } from '../kernel/standing.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { type ApprovalRow, effectsOf, isCorrectable } from './effects.ts';

/** The request as the rules see it. */
export function requestOf(db: ReadDb, row: ApprovalRow): ApprovalRequest {
  const requester = accountById(db, row.requestedBy);
  return {
    kind: row.kind,
    amount: Number(row.facts['amount'] ?? 0),
    belowFloor: row.facts['belowFloor'] === true,
    requesterPost: requester?.post ?? 'consultant',
    state: row.state,
    requesterId: row.requestedBy,
    requiredPost: row.requiredPost,
    deciders: stepsOf(db, row.id).map(({ step }) => step.accountId),
    expiresAt: row.expiresAt,
    subjectUnchanged: true,
    correctable: isCorrectable(row),
  };
}

/** Acts that leave a line on the ladder; a request that its requester takes back, or that runs out, leaves none. */
const verdicts: Partial<Record<ApprovalEvent, LadderVerdict>> = {
  approve: 'approved',
  passUp: 'passedUp',
  sendBack: 'sentBack',
  reject: 'rejected',
};

/** The rung of an act: of levels the one whose turn it is; else the post's own, for a higher one may stand in. */
function rungOf({ mode, steps }: ApprovalRule, required: Post, own: Post): Post {
  return mode === 'lowest' && steps.some(({ post }) => post === own) ? own : required;
}

/** Who decides, and for whom where their own post is too low; the office itself lets requests run out. */
export function approvalActor(actor: Actor | undefined, required: Post): ApprovalActor {
  if (actor === undefined) return { accountId: null, post: null, actingFor: null };
  const lender = lenderFor(actor, 'approvals.decide', (post) => postMayDecide(post, required));
  return {
    accountId: actor.id,
    post: actor.post,
    actingFor: lender === undefined ? null : { accountId: lender.accountId, post: lender.post },
    standsFor: actor.actingFor.map(({ accountId }) => accountId),
  };
}

/** The deal's days become those on which the approval insists. Throws the refusal of a wrong day. */
function tieDeal({ db, tx, today }: UnitCommand, row: ApprovalRow, conditions: ApprovalConditions): void {
  const deal = row.noun === 'subscriptions' ? subscriptionById(db, row.subjectId) : undefined;
  const plan = deal === undefined ? [] : planLinesOf(db, deal.id);
  const tied = deal === undefined ? null : { signBy: deal.signBy, plan };
  const refused = conditionsRefusal(conditions, tied, today);
  if (refused !== undefined) throw DomainError.from(refused);
  if (deal === undefined || tied === null) return;
  const { signBy, lines } = tiedDays(conditions, tied);
  tx.update(subscriptions, deal.id, { signBy });
  for (const { position, dueOn } of lines) {
    const line = plan.find((one) => one.position === position);
    if (line !== undefined) tx.update(planLines, line.id, { dueOn });
  }
}

/**
 * Decides a request and lets its effect run in the same transaction. Throws the refusal of the table: nobody decides
 * their own, no post too low, nothing that has run out.
 */
export function decideRequest(
  command: UnitCommand,
  approvalId: number,
  event: ApprovalEvent,
  opinion: string,
  seen?: number,
  conditions: ApprovalConditions = noConditions,
): ApprovalRow {
  const { db, tx, now, actor, setting } = command;
  const row = approvalById(db, approvalId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const policy = setting('approvalPolicy');
  const asks = approvalActor(actor, row.requiredPost);
  const decision = decideApproval(policy, requestOf(db, row), { event, opinion }, asks, now);
  if (decision.refused !== undefined) throw DomainError.from(decision.refused);
  if (verdicts[event] !== undefined && asks.actingFor !== null) command.stood.for ??= asks.actingFor.accountId;
  const { next, effects, requiredPost } = decision;
  const tied = event === 'approve' && isConditional(conditions);
  if (tied) tieDeal(command, row, conditions);
  const decided = next === 'pending' ? {} : { decidedBy: actor?.id ?? null, decidedAt: now };
  const after = tx.update(approvals, row.id, { state: next, requiredPost, opinion, ...decided }, seen);
  const verdict = verdicts[event];
  if (verdict !== undefined && actor !== undefined)
    tx.insert(approvalSteps, {
      approvalId: row.id,
      post: rungOf(policy.rules[row.kind], row.requiredPost, asks.actingFor?.post ?? actor.post),
      accountId: actor.id,
      at: now,
      verdict,
      opinion,
      conditions: tied ? conditions : noConditions,
    });
  if (effects.includes('applyRequest')) effectsOf(row).approve(command, after);
  if (effects.includes('giveBack')) effectsOf(row).giveBack?.(command, after, opinion);
  if (effects.includes('dropRequest')) effectsOf(row).drop(command, after, opinion === '' ? event : opinion);
  return after;
}
