import { dealsOfAgreements, type listPartnerAgreements } from '#db/repositories/partner-agreements.ts';
import { type QuotaUse, quotaUse } from '#shared/domain/partner-agreements/quota.ts';
import { renewalStage } from '#shared/domain/partner-agreements/renewal.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { remindDaysOf } from './apply-event.ts';

type Listed = ReturnType<typeof listPartnerAgreements>[number];

/** Agreements as rows of a list, each with what of its quota is used: one query for the deals of all of them. */
export function presentAgreements(
  { db, today, setting }: Pick<QueryContext, 'db' | 'today' | 'setting'>,
  listed: readonly Listed[],
) {
  const deals = grouped(
    dealsOfAgreements(
      db,
      listed.map(({ agreement }) => agreement.id),
    ),
    ({ agreementId }) => agreementId,
  );
  const remindDays = remindDaysOf({ setting });
  return listed.map(({ agreement, owner }) => {
    const { id, number, kind, title, partner, creditCode, contact, phone, fromOn, toOn } = agreement;
    const { amount, quotaUnits, quotaAmount, terms, state, version } = agreement;
    const use: QuotaUse = quotaUse(agreement, deals.get(id) ?? []);
    return {
      ...{ id, number, kind, title, partner, creditCode, contact, phone, fromOn, toOn },
      ...{ amount, quotaUnits, quotaAmount, terms, state, version, use },
      owner: { id: agreement.ownerId, name: owner },
      renewal: renewalStage(agreement, today, remindDays),
    };
  });
}
