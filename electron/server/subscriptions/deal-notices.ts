import { nextNumber } from '#db/repositories/counters.ts';
import { dealNoticeById, noticesOfDeal, noticesWithPeople } from '#db/repositories/deal-notices.ts';
import { type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { liveContractOf, unitById } from '#db/repositories/units.ts';
import { dealNotices } from '#db/schema/deal-notices.ts';
import type { subscriptions as subscriptionsApi } from '#shared/api/subscriptions.ts';
import { unsignedContractStates } from '#shared/domain/contracts/states.ts';
import {
  dealNoticeKinds,
  issuingRefusal,
  type NoticedDeal,
  noticeThatHolds,
  prefixOfNotice,
  servingRefusal,
  type TerminationStanding,
  terminationStanding,
} from '#shared/domain/subscriptions/notices.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import type { UnitContext } from '../units/unit-facts.ts';
import { checkOwnDeal } from './own-deals.ts';

type Asking = Pick<UnitContext, 'db'>;

/** True while nobody has signed a contract of a deal. */
export function isUnsigned({ db }: Asking, row: SubscriptionRow): boolean {
  const contract = liveContractOf(db, row.unitId);
  return contract?.subscriptionId !== row.id || unsignedContractStates.some((state) => state === contract.state);
}

/** A deal as the rules of its notices see it. */
export function noticedDeal({ db }: Asking, row: SubscriptionRow): NoticedDeal {
  const agreed = !isEnded(row.state) && row.state !== 'draft' && row.state !== 'inReview';
  return {
    signBy: row.signBy,
    waitsForSigning: agreed && isUnsigned({ db }, row),
    seized: unitById(db, row.unitId)?.encumbrance === 'seized',
    notices: noticesOfDeal(db, row.id),
  };
}

/** How a deal stands with its termination notice. */
export function terminationOf(context: Pick<UnitContext, 'db' | 'today'>, row: SubscriptionRow): TerminationStanding {
  return terminationStanding(noticedDeal(context, row), context.today);
}

function ownDeal(context: QueryContext, subscriptionId: number): SubscriptionRow {
  const row = subscriptionById(context.db, subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, row.id);
  return row;
}

type NoticeHandlers = Pick<Handlers<typeof subscriptionsApi>, 'notices' | 'issueNotice' | 'serveNotice'>;

/** Handlers of the notices to the buyers of a deal. */
export const noticeHandlers: NoticeHandlers = {
  notices: (context, { subscriptionId }) => {
    const { db, today, setting } = context;
    const row = ownDeal(context, subscriptionId);
    const deal = noticedDeal(context, row);
    const rules = { noticeDays: setting('noticeDays') };
    const writes = context.can('subscriptions.write');
    const forbidden: Refusal = { code: 'FORBIDDEN' };
    const standing = terminationStanding(deal, today);
    return {
      notices: noticesWithPeople(db, row.id).map(({ notice, issuer }) => {
        const { id, number, kind, dueOn, graceDays, writtenOn, servedOn, method, trackingNo, note, version } = notice;
        return {
          ...{
            id,
            number,
            kind,
            dueOn,
            graceDays,
            writtenOn,
            writtenBy: issuer,
            servedOn,
            method,
            trackingNo,
            note,
            version,
          },
          holds: noticeThatHolds(deal, kind)?.writtenOn === writtenOn && notice.signBy === row.signBy,
        };
      }),
      terminationEndsOn: standing.state === 'running' ? standing.untilOn : null,
      terminationOver: standing.state === 'over',
      can: Object.fromEntries(
        dealNoticeKinds.map((kind) => [kind, writes ? (issuingRefusal(deal, kind, today, rules) ?? true) : forbidden]),
      ),
    };
  },

  issueNotice: (context, { subscriptionId, kind }) => {
    const { tx, today, actor, setting, happened } = context;
    const row = ownDeal(context, subscriptionId);
    const refused = issuingRefusal(noticedDeal(context, row), kind, today, { noticeDays: setting('noticeDays') });
    if (refused !== undefined) throw DomainError.from(refused);
    const notice = tx.insert(dealNotices, {
      number: nextNumber(tx, prefixOfNotice[kind], Number(today.slice(0, 4))),
      subscriptionId: row.id,
      kind,
      signBy: row.signBy,
      // Whoever is called after the day is called for today.
      dueOn: kind === 'signingNotice' ? (row.signBy < today ? today : row.signBy) : null,
      graceDays: setting('terminationDays'),
      writtenOn: today,
      writtenBy: actor.id,
    });
    happened({ kind: 'noticeIssued', noun: 'subscriptions', id: row.id, data: { notice: notice.number, paper: kind } });
    return { noticeId: notice.id, number: notice.number };
  },

  serveNotice: (context, { noticeId, version, method, servedOn, trackingNo, note }) => {
    const { db, tx, today, actor, happened } = context;
    const notice = dealNoticeById(db, noticeId);
    if (notice === undefined) throw new DomainError('NOT_FOUND');
    const row = ownDeal(context, notice.subscriptionId);
    const refused = servingRefusal(notice, { method, servedOn, trackingNo }, today);
    if (refused !== undefined) throw DomainError.from(refused);
    const served = { servedOn, method, trackingNo, note, servedBy: actor.id };
    tx.update(dealNotices, notice.id, served, version);
    happened({
      kind: 'noticeServed',
      noun: 'subscriptions',
      id: row.id,
      data: { notice: notice.number, paper: notice.kind, method, servedOn },
    });
    const standing = terminationOf(context, row);
    return { terminationEndsOn: standing.state === 'running' ? standing.untilOn : null };
  },
};
