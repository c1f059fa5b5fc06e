import { activePartnerAgreements } from '#db/repositories/partner-agreements.ts';
import { renewalStage } from '#shared/domain/partner-agreements/renewal.ts';
import type { PartnerAgreementFact } from '#shared/domain/tasks/facts.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { remindDaysOf } from './apply-event.ts';

/** Contracts with partners that run out, as the tasks look at them. */
export function expiringAgreements({
  db,
  today,
  setting,
}: Pick<QueryContext, 'db' | 'today' | 'setting'>): PartnerAgreementFact[] {
  const remindDays = remindDaysOf({ setting });
  return activePartnerAgreements(db).flatMap((agreement) => {
    const stage = renewalStage(agreement, today, remindDays);
    const { id: agreementId, number, partner, ownerId, toOn } = agreement;
    return stage === null ? [] : [{ agreementId, number, partner, ownerId, toOn, stage }];
  });
}
