import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { accountById } from '#db/repositories/accounts.ts';
import { agreementOfChange } from '#db/repositories/agreements.ts';
import { latestRequestOn } from '#db/repositories/approvals.ts';
import { attachmentCounts } from '#db/repositories/attachments.ts';
import { historyOf } from '#db/repositories/event-list.ts';
import type { changes as changesApi } from '#shared/api/changes.ts';
import { agreementKindOf } from '#shared/domain/agreements/needs.ts';
import { askAsKept } from '#shared/domain/changes/asks.ts';
import { isOpenChange } from '#shared/domain/changes/kinds.ts';
import { bareChangeFacts, changeLifecycle } from '#shared/domain/changes/lifecycle.ts';
import { filesOfNameChange } from '#shared/domain/changes/names.ts';
import { canOf } from '#shared/domain/lifecycle.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { signersOfNext } from '../subscriptions/signers.ts';
import { openPointsOf } from './apply-change-event.ts';
import { dealOfChange, isSigned } from './deal.ts';
import { definitionOf } from './kinds/index.ts';
import { buyerNames, type ListedChange, peopleOf, presentChange, presentPapers } from './present.ts';
import { askableAgain } from './refunds-again.ts';
import { replacedPapers } from './simulate.ts';
import { targetSeen } from './target-home.ts';

/** One change with what was reckoned, what is still open, its request on the ladder and its history. */
export function changeDetail(
  context: QueryContext,
  { client }: OpenDatabase,
  listed: ListedChange,
): z.input<(typeof changesApi)['detail']['output']> {
  const { db, actor } = context;
  const { change } = listed;
  const open = isOpenChange(change.state);
  const openPoints = open ? openPointsOf(context, change) : [];
  const facts = {
    ...bareChangeFacts(),
    openPoints,
    isRequester: change.requestedBy === actor.id,
    mayWithdraw: change.requestedBy === actor.id || context.can('subscriptions.cancel'),
  };
  const forbidden: Refusal = { code: 'FORBIDDEN' };
  const { resubmit, withdraw, execute } = canOf(changeLifecycle, change.state, facts, [
    'resubmit',
    'withdraw',
    'execute',
  ]);
  const can = (answer: true | Refusal) => (context.can('changes.write') ? answer : forbidden);
  const papers = open ? replacedPapers(db, dealOfChange(db, change), definitionOf(change.kind)) : [];
  return {
    row: presentChange(context, listed, buyerNames(context, [change.subscriptionId])(change.subscriptionId)),
    dealState: listed.deal.state,
    ask: askAsKept(change.ask),
    simulation: change.simulation,
    people: peopleOf(context, change.simulation),
    signers: signersOfNext({ db, client }, change),
    papers: presentPapers(papers),
    target: targetSeen(db, change),
    openPoints,
    files: filesOf(context, change),
    reasonCode: change.reasonCode,
    reason: change.reason,
    endReason: change.endReason,
    round: change.round,
    executedAt: change.executedAt,
    executedBy: change.executedBy === null ? null : (accountById(db, change.executedBy)?.name ?? ''),
    approval: requestOn(context, change.id),
    agreement: agreementFor(context, change),
    history: historyOf(db, 'changes', change.id),
    can: {
      issueForm: context.can('documents.issue') ? true : forbidden,
      resubmit: can(resubmit),
      withdraw: can(withdraw),
      execute: can(execute),
      askRefunds: can(askableAgain(context, change)),
      draftAgreement: draftable(context, change),
    },
    version: change.version,
  };
}

/** The scans that a change asks for, and how many there are. */
function filesOf({ db }: QueryContext, { id, ask }: ListedChange['change']) {
  return ask.kind === 'nameChange' ? filesOfNameChange(ask, attachmentCounts(db, 'changes', [id]).get(id) ?? 0) : [];
}

/** The agreement by which a change of a signed contract is made. */
function agreementFor({ db }: QueryContext, change: ListedChange['change']) {
  const made = agreementOfChange(db, change.id);
  const asks = made !== undefined || (isOpenChange(change.state) && isSigned(dealOfChange(db, change)));
  return {
    kind: asks ? agreementKindOf(change.kind) : null,
    made: made === undefined ? null : { id: made.id, number: made.number, state: made.state },
  };
}

/** Whether its agreement can be drafted now. */
function draftable(context: QueryContext, { state }: ListedChange['change']): true | Refusal {
  if (!context.can('contracts.write')) return { code: 'FORBIDDEN' };
  return state === 'approved' ? true : { code: 'AGREEMENT_CHANGE_NOT_AGREED' };
}

function requestOn({ db }: QueryContext, changeId: number) {
  const request = latestRequestOn(db, 'changes', changeId);
  if (request === undefined) return null;
  const { id, state, requiredPost, requestedAt, expiresAt, decider, decidedAt, opinion } = request;
  return { id, state, requiredPost, requestedAt, expiresAt, decidedBy: decider, decidedAt, opinion };
}
