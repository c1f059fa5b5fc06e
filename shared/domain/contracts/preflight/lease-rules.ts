import { addDays } from '#shared/kernel/local-date.ts';
import type { ContractDraft } from '../draft.ts';
import { atAnnex, atField, type Finding, finding, where } from './findings.ts';

/** After so many days without an answer a tenant has let the right to buy first go (Civil Code 726). */
const DAYS_TO_ANSWER = 15;

/** P29: where a home is let, the annex shows what became of the tenant's right to buy first. */
export function tenantLetsGo({ fields, annexes: { tenantWaivers }, signOn }: ContractDraft): Finding[] {
  if (fields.leaseStatus !== 'leased') return [];
  const shown = tenantWaivers.filter(
    ({ notifiedOn, answer, answeredOn, attached }) =>
      notifiedOn !== null && attached && (answer === 'silent' || answeredOn !== null),
  );
  const open = tenantWaivers.filter(
    ({ notifiedOn, answer }) =>
      answer === 'silent' && notifiedOn !== null && addDays(notifiedOn, DAYS_TO_ANSWER) >= signOn,
  );
  return [
    ...where(tenantWaivers.length === 0 || shown.length < tenantWaivers.length, () =>
      finding('tenantWaiverMissing', atAnnex('tenantWaivers')),
    ),
    ...where(open.length > 0, () => finding('tenantAnswerOpen', atAnnex('tenantWaivers'), { days: DAYS_TO_ANSWER })),
  ];
}

/** P15: a lease ends after it begins, and not before the contract. */
export function leaseRuns({ fields, signOn }: ContractDraft): Finding[] {
  const { leaseStatus, leaseFrom, leaseTo } = fields;
  const wrong = leaseFrom !== null && leaseTo !== null && (leaseTo <= leaseFrom || leaseTo < signOn);
  return where(leaseStatus === 'leased' && wrong, () => finding('leasePeriodWrong', atField('leaseTo'), { signOn }));
}
