import type { PreflightFacts } from '#shared/domain/contracts/preflight/facts.ts';
import type { Problem } from '#shared/domain/contracts/preflight/findings.ts';
import type { ContractForm } from '#shared/domain/contracts/text/forms.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import type { DraftChange } from '../../support/contract-builders.ts';

/** What is changed about a contract of a form or about the records, and what the check then finds. */
export type FormCase = {
  readonly problem: Problem;
  readonly form: ContractForm;
  readonly draft?: DraftChange;
  readonly facts?: Partial<PreflightFacts>;
};

/** Drawings that give no dimensions. */
export const bareDrawings = { floorPlan: true, sitePlan: true, dimensions: false, scale: '', tolerance: '' };

/** A home that is let. */
export const leased = {
  leaseStatus: 'leased',
  leaseTenant: '样本商贸有限公司',
  leaseFrom: localDate('2024-01-01'),
  leaseTo: localDate('2027-12-31'),
} as const;

/** A tenant who was told on a day and has not answered. */
export const silentSince = (day: string) =>
  ({
    tenant: '样本商贸有限公司',
    notifiedOn: localDate(day),
    answer: 'silent',
    answeredOn: null,
    attached: true,
  }) as const;

const ofToday = { coversBuilding: true, validUntilOn: null, number: '渝中竣备样（2026）第 000 号' };

/** One case for each problem that a form beside the sample's own can have. */
export const failingOfForms: readonly FormCase[] = [
  { problem: 'formChanged', form: 'presaleHome', facts: { form: 'existingHome' } },
  { problem: 'saleBasisMissing', form: 'existingHome', facts: { permit: null } },
  { problem: 'saleBasisDiffers', form: 'existingHome', draft: { fields: { saleBasisNumber: '别的备案' } } },
  {
    problem: 'saleBasisLate',
    form: 'existingHome',
    facts: { permit: { ...ofToday, validFromOn: localDate('2026-11-24') } },
  },
  { problem: 'unitNotCovered', form: 'existingHome', facts: { unitCovered: false } },
  { problem: 'payeeNotSeller', form: 'existingHome', draft: { fields: { payeeName: '周琳' } } },
  {
    problem: 'otherAccount',
    form: 'existingHome',
    draft: { annexes: { ownTerms: ['余款也可以汇入 6222 0000 0000 0001。'] } },
  },
  {
    problem: 'deliveryNotAfterSigning',
    form: 'existingHome',
    draft: { fields: { deliveryOn: localDate('2026-11-22') } },
  },
  {
    problem: 'dimensionsMissing',
    form: 'existingHome',
    draft: { fields: { priceBasis: 'perSet' }, annexes: { drawings: bareDrawings } },
  },
  { problem: 'tenantWaiverMissing', form: 'existingHome', draft: { fields: leased } },
  {
    problem: 'leasePeriodWrong',
    form: 'existingHome',
    draft: { fields: { ...leased, leaseTo: localDate('2025-01-01') } },
  },
  {
    problem: 'tenantAnswerOpen',
    form: 'existingHome',
    draft: { fields: leased, annexes: { tenantWaivers: [silentSince('2026-11-08')] } },
  },
  { problem: 'warrantyTermsMissing', form: 'presaleCommercial', draft: { annexes: { warrantyTerms: '' } } },
  { problem: 'dimensionsMissing', form: 'presaleParking', draft: { annexes: { drawings: bareDrawings } } },
  { problem: 'areaRuleNotOfBasis', form: 'presaleParking', draft: { fields: { areaRule: 'inner' } } },
  { problem: 'fieldOpen', form: 'existingParking', draft: { fields: { spaceHeight: null } } },
  { problem: 'fieldOpen', form: 'presaleParking', draft: { fields: { spaceFee: null } } },
];
