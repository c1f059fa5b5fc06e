import type { ReadDb } from '#db/access.ts';
import { accountById } from '#db/repositories/accounts.ts';
import { approvalById } from '#db/repositories/approvals.ts';
import { approvals } from '#db/schema/deals.ts';
import {
  type ApprovalActor,
  type ApprovalEvent,
  type ApprovalRequest,
  decideApproval,
} from '#shared/domain/approvals/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Actor } from '../kernel/session.ts';
import type { UnitCommand } from '../units/unit-facts.ts';
import { type ApprovalRow, effectsOf } from './effects.ts';

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
    deciders: [],
    expiresAt: row.expiresAt,
    subjectUnchanged: true,
  };
}

/** Who decides; the office itself lets requests run out. */
export function approvalActor(actor: Actor | undefined): ApprovalActor {
  return { accountId: actor?.id ?? null, post: actor?.post ?? null, actingFor: null };
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
): ApprovalRow {
  const { db, tx, now, actor, setting } = command;
  const row = approvalById(db, approvalId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const policy = setting('approvalPolicy');
  const decision = decideApproval(policy, requestOf(db, row), { event, opinion }, approvalActor(actor), now);
  if (decision.refused !== undefined) throw DomainError.from(decision.refused);
  const { next, effects, requiredPost } = decision;
  const decided = next === 'pending' ? {} : { decidedBy: actor?.id ?? null, decidedAt: now };
  const after = tx.update(approvals, row.id, { state: next, requiredPost, opinion, ...decided }, seen);
  if (effects.includes('applyRequest')) effectsOf(row.kind).approve(command, after);
  if (effects.includes('dropRequest')) effectsOf(row.kind).drop(command, after, opinion === '' ? event : opinion);
  return after;
}
