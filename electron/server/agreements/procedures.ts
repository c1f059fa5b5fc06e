import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { agreementOfChange, agreementSignaturesOf, nextPosition } from '#db/repositories/agreements.ts';
import { changeById } from '#db/repositories/changes.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import { liveContractOf } from '#db/repositories/units.ts';
import { agreements } from '#db/schema/agreements.ts';
import type { agreements as agreementsApi } from '#shared/api/agreements.ts';
import { agreementKindOf } from '#shared/domain/agreements/needs.ts';
import { agreementPrefixes } from '#shared/domain/agreements/states.ts';
import { askAsKept } from '#shared/domain/changes/asks.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dealOfChange, isSigned } from '../changes/deal.ts';
import { dealOf } from '../contracts/deal.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { agreementDetail } from './agreement-detail.ts';
import { type Agreement, agreementWith } from './agreement-facts.ts';
import { applyAgreementEvent, signAgreement } from './apply-agreement-event.ts';
import { changedContract } from './changed-contract.ts';
import { ownAgreement } from './own-agreement.ts';

type Target = { readonly agreementId: number; readonly version: number };

function agreementAt(context: QueryContext, { agreementId, version }: Target): Agreement {
  const row = ownAgreement(context, agreementId);
  if (row.version !== version) throw new DomainError('STALE');
  return agreementWith(context, row);
}

/** Says what happened to an agreement, and answers with how it stands now. */
function told(
  { happened }: Pick<CommandContext, 'happened'>,
  { row, deal }: Agreement,
  kind: EventKind,
  data: Readonly<Record<string, unknown>> = {},
) {
  happened({ kind, noun: 'agreements', id: row.id, data: { number: row.number, contract: deal.row.number, ...data } });
  return { state: row.state, version: row.version };
}

/**
 * Drafts the agreement of a change that was agreed to. Throws AGREEMENT_CHANGE_NOT_AGREED, AGREEMENT_NOT_NEEDED before the
 * contract is signed, AGREEMENT_DRAFTED where one is on its way.
 */
function draftAgreement(
  context: CommandContext,
  client: Database.Database,
  { changeId }: z.output<(typeof agreementsApi)['draft']['input']>,
) {
  const { db, tx, actor, today } = context;
  const change = changeById(db, changeId);
  if (change === undefined) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, change.subscriptionId);
  const changed = dealOfChange(db, change);
  const contract = liveContractOf(db, changed.unit.id);
  if (contract === undefined || !isSigned(changed)) throw new DomainError('AGREEMENT_NOT_NEEDED');
  const deal = dealOf(db, contract);
  if (change.state !== 'approved') throw new DomainError('AGREEMENT_CHANGE_NOT_AGREED');
  const there = agreementOfChange(db, change.id);
  if (there !== undefined) throw new DomainError('AGREEMENT_DRAFTED', { number: there.number });
  const kind = agreementKindOf(change.kind);
  if (kind === null) throw new DomainError('AGREEMENT_NOT_NEEDED');
  const ask = askAsKept(change.ask);
  const row = tx.insert(agreements, {
    number: nextNumber(tx, agreementPrefixes[kind], Number(today.slice(0, 4))),
    kind,
    contractId: contract.id,
    changeId: change.id,
    position: nextPosition(db, contract.id, kind),
    state: 'draft',
    amendments: changedContract(context, client, deal, change).amendments,
    clauses: ask.kind === 'termsChange' ? ask.clauses : [],
    draftedBy: actor.id,
    draftedOn: today,
  });
  told(context, { row, change, deal }, 'agreementDrafted', { change: change.number });
  return { agreementId: row.id, number: row.number };
}

/** Handlers of agreements about signed contracts. */
export function agreementsHandlers({ client }: OpenDatabase): Handlers<typeof agreementsApi> {
  return {
    detail: (context, { agreementId }) =>
      agreementDetail(context, client, agreementWith(context, ownAgreement(context, agreementId))),

    draft: (context, input) => draftAgreement(context, client, input),

    edit: (context, { clauses, ...input }) => {
      const write = { clauses };
      const after = applyAgreementEvent(context, client, agreementAt(context, input), 'edit', { write });
      return told(context, after, 'agreementEdited');
    },

    submit: (context, input) => {
      const write = { submittedBy: context.actor.id, reviewedBy: null, reviewedAt: null, opinion: '' };
      const after = applyAgreementEvent(context, client, agreementAt(context, input), 'submit', { write });
      return told(context, after, 'agreementSubmitted');
    },

    withdraw: (context, input) =>
      told(
        context,
        applyAgreementEvent(context, client, agreementAt(context, input), 'withdraw'),
        'agreementWithdrawn',
      ),

    approve: (context, { opinion, ...input }) => {
      const write = { reviewedBy: context.actor.id, reviewedAt: context.now, opinion };
      const after = applyAgreementEvent(context, client, agreementAt(context, input), 'approve', { write });
      return told(context, after, 'agreementApproved', { opinion });
    },

    sendBack: (context, { opinion, ...input }) => {
      const write = { reviewedBy: context.actor.id, reviewedAt: context.now, opinion };
      const after = applyAgreementEvent(context, client, agreementAt(context, input), 'sendBack', { write });
      return told(context, after, 'agreementSentBack', { opinion });
    },

    correct: (context, { reason, ...input }) => {
      const after = applyAgreementEvent(context, client, agreementAt(context, input), 'correct', { reason });
      return told(context, after, 'agreementCorrected', { reason });
    },

    sign: (context, { party, customerId, byProxy, ...input }) => {
      const place = { party, customerId, byProxy, recordedBy: context.actor.id };
      const after = signAgreement(context, client, agreementAt(context, input), place);
      const position = agreementSignaturesOf(context.db, after.row.id).length;
      const kind = after.row.state === 'inForce' ? 'agreementInForce' : 'agreementSigned';
      return told(context, after, kind, { party, position, byProxy });
    },

    drop: (context, { reason, ...input }) => {
      const after = applyAgreementEvent(context, client, agreementAt(context, input), 'drop', { reason });
      return told(context, after, 'agreementDropped', { reason });
    },

    refile: (context, { number, refiledOn, ...input }) => {
      const agreement = agreementAt(context, input);
      const { signedOn } = agreement.row;
      if (signedOn !== null && (refiledOn < signedOn || refiledOn > context.today))
        throw new DomainError('FILING_DAY_WRONG', { signedOn, todayOn: context.today });
      const write = { refiledOn, refiledNumber: number };
      const after = applyAgreementEvent(context, client, agreement, 'refile', { write });
      return told(context, after, 'agreementRefiled', { refiledNumber: number, refiledOn });
    },
  };
}
