import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { accountById } from '#db/repositories/accounts.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import {
  dealsOfAgreements,
  listPartnerAgreements,
  type PartnerAgreementRow,
  partnerAgreementById,
  successorOf,
} from '#db/repositories/partner-agreements.ts';
import { partnerAgreements } from '#db/schema/partner-agreements.ts';
import type { partnerAgreements as partnerAgreementsApi } from '#shared/api/partner-agreements.ts';
import { canOf } from '#shared/domain/lifecycle.ts';
import { partnerAgreementLifecycle } from '#shared/domain/partner-agreements/lifecycle.ts';
import { bringsDeals } from '#shared/domain/partner-agreements/states.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { dropRequestOn } from '../approvals/drop-request.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { checkedCreditCode } from '../setup/credit-code.ts';
import { applyAgreementEvent, factsOf } from './apply-event.ts';
import { addDeal, dealsToOffer, presentDeals, removeDeal } from './deals.ts';
import { presentAgreements } from './present.ts';

type Saved = z.output<(typeof partnerAgreementsApi)['save']['input']>;

const forbidden: Refusal = { code: 'FORBIDDEN' };

function agreementAt({ db }: Pick<QueryContext, 'db'>, id: number): PartnerAgreementRow {
  const row = partnerAgreementById(db, id);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/** What may be done with an agreement by the caller. */
function canWith(context: QueryContext, row: PartnerAgreementRow): Record<string, true | Refusal> {
  const { can, db } = context;
  const own = canOf(partnerAgreementLifecycle, row.state, factsOf(context, row), [
    'edit',
    'submit',
    'withdraw',
    'renew',
    'lapse',
    'terminate',
  ]);
  const successor = own.renew === true ? successorOf(db, row.id) : undefined;
  const renew: true | Refusal =
    successor === undefined ? own.renew : { code: 'PARTNER_RENEWED', params: { number: successor.number } };
  const written = { edit: own.edit, submit: own.submit, withdraw: own.withdraw, renew };
  const active: true | Refusal =
    row.state === 'active' ? true : { code: 'PARTNER_NOT_ACTIVE', params: { state: row.state } };
  const acts = bringsDeals(row.kind) ? { ...written, addDeal: active } : written;
  const ends = { lapse: own.lapse, terminate: own.terminate };
  return { ...allowed(acts, can('partnerAgreements.write')), ...allowed(ends, can('partnerAgreements.end')) };
}

function allowed(acts: Readonly<Record<string, true | Refusal>>, may: boolean): Record<string, true | Refusal> {
  return may ? { ...acts } : Object.fromEntries(Object.keys(acts).map((act) => [act, forbidden]));
}

/** Throws what keeps an agreement from being renewed: it has ended, or another is on its way already. */
function checkRenewed(context: CommandContext, renewsId: number): void {
  const before = agreementAt(context, renewsId);
  if (before.state !== 'active') throw new DomainError('PARTNER_NOT_ACTIVE', { state: before.state });
  const successor = successorOf(context.db, renewsId);
  if (successor !== undefined) throw new DomainError('PARTNER_RENEWED', { number: successor.number });
}

function save(context: CommandContext, { agreement, renewsId, ...typed }: Saved) {
  const { db, tx, actor, now, today, happened } = context;
  const { fromOn, toOn } = typed;
  if (toOn < fromOn) throw new DomainError('PARTNER_ENDS_FIRST', { fromOn, toOn });
  if (accountById(db, typed.ownerId) === undefined) throw new DomainError('NOT_FOUND');
  const contents = { ...typed, creditCode: checkedCreditCode(typed.creditCode) };
  const known = agreement === null ? undefined : agreementAt(context, agreement.id);
  if (known === undefined && renewsId !== null) checkRenewed(context, renewsId);
  const row =
    known === undefined
      ? tx.insert(partnerAgreements, {
          ...contents,
          ...{ renewsId, createdBy: actor.id, createdAt: now },
          number: nextNumber(tx, 'XY', Number(today.slice(0, 4))),
        })
      : applyAgreementEvent(context, known, 'edit', contents, agreement?.version);
  const kind = known === undefined ? 'partnerDrafted' : 'partnerChanged';
  happened({ kind, noun: 'partnerAgreements', id: row.id, data: { number: row.number } });
  return { agreementId: row.id, number: row.number, version: row.version };
}

/** Handlers of the department's contracts with partners. */
export function partnerAgreementsHandlers({ client }: OpenDatabase): Handlers<typeof partnerAgreementsApi> {
  return {
    list: (context) => ({
      rows: presentAgreements(context, listPartnerAgreements(context.db, null)),
      can: { draft: context.can('partnerAgreements.write') || forbidden },
    }),

    detail: (context, { agreementId }) => {
      const { db, sees } = context;
      const listed = listPartnerAgreements(db, agreementId);
      const [agreement] = presentAgreements(context, listed);
      const row = listed[0]?.agreement;
      if (agreement === undefined || row === undefined) throw new DomainError('NOT_FOUND');
      const deals = dealsOfAgreements(db, [agreementId]).filter(({ consultantId }) =>
        sees('subscriptions', consultantId),
      );
      const ended = new Set(deals.filter((deal) => deal.ended).map(({ subscriptionId }) => subscriptionId));
      const before = row.renewsId === null ? undefined : partnerAgreementById(db, row.renewsId);
      const after = successorOf(db, agreementId);
      const { approvalId, createdAt, approvedAt, endedOn, endReason } = row;
      return {
        agreement,
        ...{ approvalId, createdAt, approvedAt, endedOn, endReason },
        createdBy: { id: row.createdBy, name: accountById(db, row.createdBy)?.name ?? '' },
        renews: before === undefined ? null : { id: before.id, number: before.number },
        renewedBy: after === undefined ? null : { id: after.id, number: after.number },
        deals: presentDeals(
          context,
          deals.map(({ subscriptionId }) => subscriptionId),
        ).map((deal) => ({ ...deal, ended: ended.has(deal.subscriptionId) })),
        can: canWith(context, row),
      };
    },

    save,

    submit: (context, { agreementId, version, reason }) => {
      const { tx, happened } = context;
      const row = applyAgreementEvent(context, agreementAt(context, agreementId), 'submit', {}, version);
      const { number, kind, partner, fromOn, toOn, quotaUnits } = row;
      const approval = requestApproval(context, {
        kind: 'partnerAgreement',
        noun: 'partnerAgreements',
        subjectId: agreementId,
        unitId: null,
        amount: row.amount,
        belowFloor: false,
        reason,
        facts: { number, agreementKind: kind, partner, title: row.title, fromOn, toOn, quotaUnits },
      });
      tx.update(partnerAgreements, agreementId, { approvalId: approval.id });
      happened({ kind: 'partnerSubmitted', noun: 'partnerAgreements', id: agreementId, data: { number } });
      return { approvalId: approval.id };
    },

    withdraw: (context, { agreementId, version, reason }) => {
      const row = agreementAt(context, agreementId);
      applyAgreementEvent(context, row, 'withdraw', { endReason: reason }, version);
      dropRequestOn(context, 'partnerAgreements', agreementId, reason);
      const data = { number: row.number, reason };
      context.happened({ kind: 'withdrawn', noun: 'partnerAgreements', id: agreementId, data });
      return {};
    },

    end: (context, { agreementId, version, how, reason }) => {
      const row = agreementAt(context, agreementId);
      applyAgreementEvent(context, row, how, { endReason: reason, endedOn: context.today }, version);
      const kind = how === 'lapse' ? 'partnerLapsed' : 'partnerTerminated';
      context.happened({ kind, noun: 'partnerAgreements', id: agreementId, data: { number: row.number, reason } });
      return {};
    },

    choice: (context, { agreementId, text }) => dealsToOffer(client, context, agreementAt(context, agreementId), text),

    addDeal: (context, { agreementId, subscriptionId }) => {
      addDeal(context, agreementAt(context, agreementId), subscriptionId);
      return {};
    },

    removeDeal: (context, { agreementId, ...what }) => {
      removeDeal(context, agreementAt(context, agreementId), what);
      return {};
    },
  };
}
