import { listApprovals } from '#db/repositories/approvals.ts';
import type { approvals as approvalsApi } from '#shared/api/approvals.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { canDecideApproval } from '#shared/domain/approvals/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { approvalActor, decideRequest, requestOf } from './decide-approval.ts';

type Listed = ReturnType<typeof listApprovals>[number];

function present({ approval, requester, unit }: Listed) {
  const { id, kind, noun, subjectId, requestedBy, requestedAt, requiredPost, state, expiresAt, facts } = approval;
  const title = typeof facts['number'] === 'string' ? facts['number'] : String(id);
  return {
    id,
    kind,
    noun,
    subjectId,
    title,
    unit,
    requestedBy: { id: requestedBy, name: requester },
    requestedAt,
    requiredPost,
    state,
    expiresAt,
    facts,
  };
}

/** Handlers of the ladder. */
export const approvalsHandlers: Handlers<typeof approvalsApi> = {
  list: ({ db, actor }, { scope, state }) => {
    const rows = listApprovals(db, { requestedBy: scope === 'mine' ? actor.id : null, state, id: null });
    const shown =
      scope === 'forMe'
        ? rows.filter(
            ({ approval }) =>
              approval.requestedBy !== actor.id &&
              (approval.state !== 'pending' || postMayDecide(actor.post, approval.requiredPost)),
          )
        : rows;
    return shown.map(present);
  },

  detail: ({ db, actor, now, setting }, { approvalId }) => {
    const [found] = listApprovals(db, { requestedBy: null, state: null, id: approvalId });
    if (found === undefined) throw new DomainError('NOT_FOUND');
    const { approval, decider } = found;
    const policy = setting('approvalPolicy');
    const rule = policy.rules[approval.kind];
    return {
      approval: present(found),
      reason: approval.reason,
      decidedBy: approval.decidedBy === null ? null : { id: approval.decidedBy, name: decider ?? '' },
      decidedAt: approval.decidedAt,
      opinion: approval.opinion,
      ladder: rule.steps.map(({ post, limit }) => ({
        post,
        limitPpm: rule.measure === 'ppmBelowList' ? limit : null,
        required: post === approval.requiredPost,
      })),
      can: canDecideApproval(policy, requestOf(db, approval), approvalActor(actor), now),
      version: approval.version,
    };
  },

  decide: (context, { approvalId, version, decision, opinion }) => {
    const after = decideRequest(context, approvalId, decision, opinion, version);
    const kind = decision === 'approve' ? 'approved' : 'rejected';
    context.happened({ kind, noun: after.noun, id: after.subjectId, data: { approvalId, approvalKind: after.kind } });
    return { state: after.state };
  },

  withdraw: (context, { approvalId, version }) => {
    const after = decideRequest(context, approvalId, 'withdraw', '', version);
    context.happened({ kind: 'withdrawn', noun: after.noun, id: after.subjectId, data: { approvalId } });
    return { state: after.state };
  },
};
