import type { OpenDatabase } from '#db/connection.ts';
import { actedOn, listApprovals } from '#db/repositories/approvals.ts';
import { APPROVAL_ROWS, type approvals as approvalsApi } from '#shared/api/approvals.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { isConditional } from '#shared/domain/approvals/conditions.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { approvalDetail, type Listed } from './approval-detail.ts';
import { decideRequest } from './decide-approval.ts';

function present({ setting }: QueryContext, { approval, requester, customer, unit }: Listed) {
  const { id, kind, noun, subjectId, requestedBy, requestedAt, requiredPost, state, expiresAt, facts } = approval;
  const title = typeof facts['number'] === 'string' ? facts['number'] : String(id);
  return {
    id,
    kind,
    noun,
    subjectId,
    title,
    unit,
    customer,
    measure: setting('approvalPolicy').rules[kind].measure,
    amount: Number(facts['amount'] ?? 0),
    requestedBy: { id: requestedBy, name: requester },
    requestedAt,
    requiredPost,
    state,
    expiresAt,
    facts,
  };
}

/** What the log says: a level that is passed is not yet the agreement. */
const eventOf = {
  approve: { onward: 'levelPassed', decided: 'approved' },
  passUp: { onward: 'passedUp', decided: 'passedUp' },
  sendBack: { onward: 'sentBack', decided: 'sentBack' },
  reject: { onward: 'rejected', decided: 'rejected' },
} as const satisfies Record<string, { onward: EventKind; decided: EventKind }>;

/** Handlers of the ladder. */
export function approvalsHandlers(database: OpenDatabase): Handlers<typeof approvalsApi> {
  return {
    list: (context, { scope, state }) => {
      const { db, actor } = context;
      const whose = scope === 'mine' ? [actor.id] : context.reach('approvals');
      const rows = listApprovals(db, { requestedBy: scope === 'forMe' ? null : whose, state, id: null });
      const acted = actedOn(db, actor.id);
      const notTheirs = [actor.id, ...actor.actingFor.map(({ accountId }) => accountId)];
      const waits = ({ approval }: Listed) =>
        approval.state === 'pending' &&
        !notTheirs.includes(approval.requestedBy) &&
        context.postsFor('approvals.decide').some((post) => postMayDecide(post, approval.requiredPost));
      // What waits for me, and what I have acted on, wherever it stands now.
      const shown = scope === 'forMe' ? rows.filter((row) => acted.has(row.approval.id) || waits(row)) : rows;
      return shown.slice(0, APPROVAL_ROWS).map((row) => present(context, row));
    },

    detail: (context, { approvalId }) => {
      const [found] = listApprovals(context.db, { requestedBy: null, state: null, id: approvalId });
      if (found === undefined) throw new DomainError('NOT_FOUND');
      const { requestedBy, requiredPost } = found.approval;
      const decides = context.postsFor('approvals.decide').some((post) => postMayDecide(post, requiredPost));
      if (!decides && !context.sees('approvals', requestedBy)) throw new DomainError('FORBIDDEN');
      return { approval: present(context, found), ...approvalDetail(context, database, found) };
    },

    decide: (context, { approvalId, version, decision, opinion, conditions }) => {
      const after = decideRequest(context, approvalId, decision, opinion, version, conditions);
      const kind = eventOf[decision][after.state === 'pending' ? 'onward' : 'decided'];
      const told = {
        approvalId,
        approvalKind: after.kind,
        tied: decision === 'approve' && conditions !== undefined && isConditional(conditions),
      };
      context.happened({ kind, noun: after.noun, id: after.subjectId, data: told });
      return { state: after.state };
    },

    withdraw: (context, { approvalId, version }) => {
      const after = decideRequest(context, approvalId, 'withdraw', '', version);
      const told = { approvalId, approvalKind: after.kind };
      context.happened({ kind: 'withdrawn', noun: after.noun, id: after.subjectId, data: told });
      return { state: after.state };
    },
  };
}
