import { dealsOfAgreements, type listPartnerAgreements } from '#db/repositories/partner-agreements.ts';
import { type QuotaUse, quotaUse } from '#shared/domain/partner-agreements/quota.ts';
import { renewalStage } from '#shared/domain/partner-agreements/renewal.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import { maskName } from '#shared/kernel/mask-name.ts';
import { maskPhone } from '#shared/kernel/phone.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { remindDaysOf } from './apply-event.ts';

type Listed = ReturnType<typeof listPartnerAgreements>[number];

/** Who writes these contracts, or holds this one, calls the partner; everybody else sees whom it is with, and no phone. */
function contactFor(
  { can, actor }: Pick<QueryContext, 'can' | 'actor'>,
  { contact, phone, ownerId }: Listed['agreement'],
): { readonly contact: string; readonly phone: string } {
  if (can('partnerAgreements.write') || actor.id === ownerId) return { contact, phone };
  return { contact: maskName(contact), phone: phone === '' ? '' : maskPhone(phone) };
}

/** Agreements as rows of a list, each with what of its quota is used: one query for the deals of all of them. */
export function presentAgreements(
  context: Pick<QueryContext, 'db' | 'today' | 'setting' | 'can' | 'actor'>,
  listed: readonly Listed[],
) {
  const { db, today, setting } = context;
  const deals = grouped(
    dealsOfAgreements(
      db,
      listed.map(({ agreement }) => agreement.id),
    ),
    ({ agreementId }) => agreementId,
  );
  const remindDays = remindDaysOf({ setting });
  return listed.map(({ agreement, owner }) => {
    const { id, number, kind, title, partner, creditCode, fromOn, toOn } = agreement;
    const { amount, quotaUnits, quotaAmount, terms, state, version } = agreement;
    const use: QuotaUse = quotaUse(agreement, deals.get(id) ?? []);
    return {
      ...{ id, number, kind, title, partner, creditCode, fromOn, toOn },
      ...contactFor(context, agreement),
      ...{ amount, quotaUnits, quotaAmount, terms, state, version, use },
      owner: { id: agreement.ownerId, name: owner },
      renewal: renewalStage(agreement, today, remindDays),
    };
  });
}
