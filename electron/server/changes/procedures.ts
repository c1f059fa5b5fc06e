import type { OpenDatabase } from '#db/connection.ts';
import { type ChangeRow, changeById, listChanges } from '#db/repositories/changes.ts';
import type { changes as changesApi } from '#shared/api/changes.ts';
import { reasonsFor } from '#shared/domain/changes/reasons.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dropRequestOn } from '../approvals/drop-request.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { signersSaid } from '../subscriptions/signers.ts';
import { applyChangeEvent } from './apply-change-event.ts';
import { askChange, resubmitChange } from './ask-change.ts';
import { changeDetail } from './change-detail.ts';
import { changedDeal } from './deal.ts';
import { definitionOf } from './kinds/index.ts';
import { changeList } from './list-changes.ts';
import { peopleOf, presentPapers } from './present.ts';
import { askRefundsAgain } from './refunds-again.ts';
import { replacedPapers, simulateChange } from './simulate.ts';

/** A change of a deal that the person may open. Throws NOT_FOUND, DEAL_OF_OTHER. */
function ownChange(context: QueryContext, changeId: number): ChangeRow {
  const row = changeById(context.db, changeId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, row.subscriptionId);
  return row;
}

function ownChangeAt(
  context: QueryContext,
  { changeId, version }: { readonly changeId: number; readonly version: number },
): ChangeRow {
  const row = ownChange(context, changeId);
  if (row.version !== version) throw new DomainError('STALE');
  return row;
}

/** Handlers of changes of deals. */
export function changesHandlers(database: OpenDatabase): Handlers<typeof changesApi> {
  return {
    list: changeList(database),

    detail: (context, { changeId }) => {
      ownChange(context, changeId);
      const [listed] = listChanges(context.db, { whose: null, ids: [changeId] });
      if (listed === undefined) throw new DomainError('NOT_FOUND');
      return changeDetail(context, database, listed);
    },

    simulate: (context, { subscriptionId, ask, signers: named, changeId }) => {
      checkOwnDeal(context, subscriptionId);
      const deal = changedDeal(context.db, subscriptionId);
      const definition = definitionOf(ask.kind);
      definition.checkAsker(context, ask);
      const signers = signersSaid({ db: context.db, client: database.client }, subscriptionId, named);
      const asking = { post: context.actor.post, askedOn: context.today, signers };
      const { simulation, refusals, figuresHash, decidedBy } = simulateChange(context, deal, ask, asking, changeId);
      return {
        simulation,
        people: peopleOf(context, simulation),
        decidedBy,
        refusals: [...refusals],
        papers: presentPapers(replacedPapers(context.db, deal, definition)),
        reasons: reasonsFor(context.setting('changeReasons'), ask.kind).map(({ code, label }) => ({ code, label })),
        figuresHash,
      };
    },

    ask: (context, input) => {
      checkOwnDeal(context, input.subscriptionId);
      return askChange(context, input);
    },

    resubmit: (context, input) => {
      ownChangeAt(context, input);
      return resubmitChange(context, input);
    },

    withdraw: (context, { reason, ...input }) => {
      const change = ownChangeAt(context, input);
      const { actor, happened } = context;
      const mayWithdraw = change.requestedBy === actor.id || context.can('subscriptions.cancel');
      const after = applyChangeEvent(context, change, 'withdraw', { mayWithdraw, write: { endReason: reason } });
      dropRequestOn(context, 'changes', change.id, reason);
      happened({ kind: 'withdrawn', noun: 'changes', id: change.id, data: { number: change.number } });
      return { state: after.state };
    },

    askRefunds: (context, input) => {
      askRefundsAgain(context, ownChangeAt(context, input));
      return {};
    },

    execute: (context, input) => {
      const after = applyChangeEvent(context, ownChangeAt(context, input), 'execute');
      const { id, number, kind, subscriptionId, unitId } = after;
      context.happened({
        kind: 'changeExecuted',
        noun: 'changes',
        id,
        data: { number, changeKind: kind, subscriptionId, unitId },
      });
      return { state: after.state };
    },
  };
}
