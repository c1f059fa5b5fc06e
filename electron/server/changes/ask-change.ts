import type { z } from 'zod';
import { type ChangeRow, changeById } from '#db/repositories/changes.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import { changes } from '#db/schema/changes.ts';
import type { changes as changesApi } from '#shared/api/changes.ts';
import { ladderOf } from '#shared/domain/changes/kinds.ts';
import { bareChangeFacts, changeLifecycle } from '#shared/domain/changes/lifecycle.ts';
import { changeReasonRefusal } from '#shared/domain/changes/reasons.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { forgetSigners, writeSigners } from '../subscriptions/signers.ts';
import { applyChangeEvent } from './apply-change-event.ts';
import { type ChangedDeal, changedDeal, isSigned } from './deal.ts';
import { definitionOf } from './kinds/index.ts';
import { reasonOfChange } from './present.ts';
import { type SimulatedChange, simulateChange } from './simulate.ts';
import { keepTarget } from './target-home.ts';

type Asked = z.output<(typeof changesApi)['ask']['input']>;
type Resubmitted = z.output<(typeof changesApi)['resubmit']['input']>;

/** Reckons what is asked for and refuses what the screen did not show, or what cannot be done. */
function reckonAsked(
  context: CommandContext,
  deal: ChangedDeal,
  {
    ask,
    signers,
    figuresHash,
    reasonCode,
    reason,
  }: Pick<Asked, 'ask' | 'signers' | 'figuresHash' | 'reasonCode' | 'reason'>,
  ownChangeId: number | null,
): SimulatedChange {
  definitionOf(ask.kind).checkAsker(context, ask);
  // Kept before it is reckoned: the guard of names looks at what is kept, then and whenever somebody decides.
  const buyers = ask.kind === 'nameChange' ? ask.buyers : [];
  writeSigners(context, deal.row.id, { named: signers, buyers });
  forgetSigners(context, deal.row.id, buyers);
  const asking = { post: context.actor.post, askedOn: context.today };
  const simulated = simulateChange(context, deal, ask, asking, ownChangeId);
  const reasons = context.setting('changeReasons');
  const unsaid = changeReasonRefusal(reasons, { kind: ask.kind, code: reasonCode, remark: reason });
  const [refusal] = [...simulated.refusals, ...(unsaid === undefined ? [] : [unsaid])];
  if (refusal !== undefined) throw DomainError.from(refusal);
  if (simulated.figuresHash !== figuresHash) throw new DomainError('CHANGE_FIGURES_MOVED');
  return simulated;
}

/** Files the request of a change on its ladder, or carries it out where the asking post decides by itself. */
function sendIn(
  context: CommandContext,
  change: ChangeRow,
  deal: ChangedDeal,
  { decidedBy, simulation }: SimulatedChange,
) {
  if (decidedBy === null) return { after: applyChangeEvent(context, change, 'approve'), approvalId: null };
  const approval = requestApproval(context, {
    kind: ladderOf(change.kind, isSigned(deal)),
    noun: 'changes',
    subjectId: change.id,
    unitId: change.unitId,
    ...simulation.approval,
    reason: reasonOfChange(context, change),
    facts: { number: change.number, deal: deal.row.number },
  });
  keepTarget(context, change, approval.expiresAt);
  return { after: change, approvalId: approval.id };
}

/** Asks for a change of a deal. */
export function askChange(context: CommandContext, input: Asked): z.input<(typeof changesApi)['ask']['output']> {
  const { db, tx, actor, now, today, happened } = context;
  const deal = changedDeal(db, input.subscriptionId);
  if (deal.row.version !== input.version) throw new DomainError('STALE');
  const simulated = reckonAsked(context, deal, input, null);
  const { ask, reasonCode, reason } = input;
  const change = tx.insert(changes, {
    number: nextNumber(tx, 'BG', Number(today.slice(0, 4))),
    kind: ask.kind,
    subscriptionId: deal.row.id,
    unitId: deal.unit.id,
    targetUnitId: definitionOf(ask.kind).targetOf(ask),
    ask,
    simulation: simulated.simulation,
    figuresHash: simulated.figuresHash,
    state: 'pending',
    reasonCode,
    reason,
    requestedBy: actor.id,
    requestedAt: now,
  });
  const { after, approvalId } = sendIn(context, change, deal, simulated);
  const { id, number, state, kind } = after;
  happened({
    kind: state === 'executed' ? 'changeExecuted' : 'changeAsked',
    noun: 'changes',
    id,
    data: { number, changeKind: kind, subscriptionId: deal.row.id, unitId: deal.unit.id },
  });
  return { changeId: id, number, state, approvalId };
}

/** Sends in again what was sent back. */
export function resubmitChange(
  context: CommandContext,
  input: Resubmitted,
): z.input<(typeof changesApi)['resubmit']['output']> {
  const { db, tx, actor, now, happened } = context;
  const { changeId, version, ask, reasonCode, reason } = input;
  const change = changeById(db, changeId);
  if (change === undefined) throw new DomainError('NOT_FOUND');
  if (change.version !== version) throw new DomainError('STALE');
  if (ask.kind !== change.kind) throw new DomainError('INVALID_INPUT');
  const facts = { ...bareChangeFacts(), isRequester: change.requestedBy === actor.id };
  const { next } = decideOrRefuse(changeLifecycle, change.state, 'resubmit', facts);
  const deal = changedDeal(db, change.subscriptionId);
  const simulated = reckonAsked(context, deal, input, change.id);
  const again = tx.update(changes, change.id, {
    state: next,
    ask,
    simulation: simulated.simulation,
    figuresHash: simulated.figuresHash,
    unitId: deal.unit.id,
    targetUnitId: definitionOf(ask.kind).targetOf(ask),
    reasonCode,
    reason,
    round: change.round + 1,
    requestedAt: now,
  });
  const { after, approvalId } = sendIn(context, again, deal, simulated);
  happened({
    kind: after.state === 'executed' ? 'changeExecuted' : 'changeResubmitted',
    noun: 'changes',
    id: after.id,
    data: { number: after.number, changeKind: after.kind, subscriptionId: deal.row.id, unitId: deal.unit.id },
  });
  return { state: after.state, approvalId };
}
