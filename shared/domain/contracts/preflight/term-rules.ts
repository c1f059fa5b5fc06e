import type { ContractDraft } from '../draft.ts';
import type { FieldName } from '../fields/catalogue.ts';
import type { ManagementRecord } from '../make-draft.ts';
import { warrantyFloors } from '../presets.ts';
import { isOfSpace } from '../text/forms.ts';
import type { PreflightFacts } from './facts.ts';
import { atAnnex, atField, type Finding, finding, where } from './findings.ts';

const SHORTEST_NOTICE = 10;
const LONGEST_FILING = 30;
const STATUTORY_CERTIFICATE_DAYS = 90;

/** P17: delays of buyer and seller weigh alike: bands pair, the seller's rates are not below the buyer's. */
export function delaysAreEven({ fields }: ContractDraft): Finding[] {
  const payment = fields.paymentDelayRule === 'bands';
  const delivery = fields.deliveryDelayRule === 'bands';
  const below = (a: number | null, b: number | null) => a !== null && b !== null && a < b;
  return [
    ...where(payment && fields.paymentBandDays !== fields.paymentLaterBandDays, () =>
      finding('paymentBandsDiffer', atField('paymentLaterBandDays')),
    ),
    ...where(delivery && fields.deliveryBandDays !== fields.deliveryLaterBandDays, () =>
      finding('deliveryBandsDiffer', atField('deliveryLaterBandDays')),
    ),
    ...where(payment && delivery && below(fields.paymentBandDays, fields.deliveryBandDays), () =>
      finding('deliveryBandLonger', atField('deliveryBandDays'), { days: fields.paymentBandDays ?? 0 }),
    ),
    ...where(payment && delivery && below(fields.deliveryRate, fields.paymentRate), () =>
      finding('sellerRateLower', atField('deliveryRate')),
    ),
    ...where(payment && below(fields.paymentLaterRate, fields.paymentRate), () =>
      finding('laterRateLower', atField('paymentLaterRate')),
    ),
    ...where(delivery && below(fields.deliveryLaterRate, fields.deliveryRate), () =>
      finding('laterRateLower', atField('deliveryLaterRate')),
    ),
  ];
}

const interests = [
  'titleInterest',
  'deliveryInterest',
  'areaInterest',
  'planningInterest',
  'designInterest',
  'qualityInterest',
  'certificateInterest',
] as const satisfies readonly FieldName[];

/** P18: interest that the seller owes is not below the reference rate. */
export function interestHolds({ fields }: ContractDraft, { referencePpm }: PreflightFacts): Finding[] {
  return interests.flatMap((name) => {
    const ratePpm = fields[name];
    return where(ratePpm !== null && ratePpm < referencePpm, () =>
      finding('interestLow', atField(name), { lowestPpm: referencePpm }),
    );
  });
}

/** P19: notices, filing and certificates keep their days. */
export function daysWithinLimits({ fields }: ContractDraft, { filingLimitDays }: PreflightFacts): Finding[] {
  const { noticeDays, filingDays, certificateDays } = fields;
  const limit = Math.min(LONGEST_FILING, filingLimitDays);
  return [
    ...where(noticeDays !== null && noticeDays < SHORTEST_NOTICE, () =>
      finding('noticeShort', atField('noticeDays'), { days: SHORTEST_NOTICE }),
    ),
    ...where(filingDays !== null && filingDays > limit, () =>
      finding('filingLong', atField('filingDays'), { days: limit }),
    ),
    ...where(certificateDays !== null && certificateDays > STATUTORY_CERTIFICATE_DAYS, () =>
      finding('certificateLong', atField('certificateDays'), { days: STATUTORY_CERTIFICATE_DAYS }),
    ),
  ];
}

/** P20: differences of area are settled as the price was formed; a price per unit needs dimensions. */
export function areaRuleFits({ fields, annexes: { drawings } }: ContractDraft): Finding[] {
  const { priceBasis, areaRule } = fields;
  const right = { innerArea: 'inner', builtArea: 'built', perSet: 'perSet', other: 'own' } as const;
  const fits = priceBasis === null || areaRule === null || areaRule === 'own' || areaRule === right[priceBasis];
  return [
    ...where(!fits, () => finding('areaRuleNotOfBasis', atField('areaRule'))),
    ...where(priceBasis === 'perSet' && (!drawings.dimensions || drawings.tolerance === ''), () =>
      finding('dimensionsMissing', atAnnex('drawings')),
    ),
  ];
}

/** P21: no warranty is shorter than the law has it; what is no dwelling needs its terms in full. */
export function warrantyHolds({ fields, annexes: { warranty, warrantyTerms } }: ContractDraft): Finding[] {
  const short = warrantyFloors.filter((least) => {
    const agreed = warranty.find((one) => one.item === least.item);
    return agreed === undefined || agreed.unit !== least.unit || agreed.term < least.term;
  });
  return [
    ...where(short.length > 0, () => finding('warrantyShort', atAnnex('warranty'), { count: short.length })),
    ...where(fields.plannedUse !== null && fields.plannedUse !== 'dwelling' && warrantyTerms === '', () =>
      finding('warrantyTermsMissing', atAnnex('warrantyTerms')),
    ),
  ];
}

/** P22: what the article on facilities promises is what the project offers, by a day after the signing and within the planning. */
export function facilitiesHold(
  { form, fields, annexes: { facilities }, signOn }: ContractDraft,
  { facilitiesDueOn }: PreflightFacts,
): Finding[] {
  const offered = (name: string) => facilities.some((one) => one.name === name && one.offered);
  const differs =
    !isOfSpace(form) &&
    (offered('heating') !== (fields.heatingOffered === 'yes') || offered('gas') !== (fields.gasOffered === 'yes'));
  const promised = facilities.filter((one) => one.offered);
  return [
    ...where(differs, () => finding('facilityNotAsOffered', atAnnex('facilities'))),
    ...where(
      promised.some((one) => one.promisedOn !== null && one.promisedOn < signOn),
      () => finding('facilityBeforeSigning', atAnnex('facilities'), { signOn }),
    ),
    ...where(
      promised.some((one) => one.promisedOn === null),
      () => finding('facilityWithoutDay', atAnnex('facilities')),
    ),
    ...where(
      facilitiesDueOn !== null && promised.some((one) => one.promisedOn !== null && one.promisedOn > facilitiesDueOn),
      () => finding('facilityAfterPlanning', atAnnex('facilities'), { dueOn: facilitiesDueOn ?? '' }),
    ),
  ];
}

/** P23: the article on management says what the office recorded of the early-stage management, whose papers are bound in. */
export function managementHolds({ form, fields, annexes }: ContractDraft, { management }: PreflightFacts): Finding[] {
  const { managementFrom, managementTo, deliveryOn } = fields;
  const wrong =
    (managementFrom !== null && deliveryOn !== null && managementFrom > deliveryOn) ||
    (managementFrom !== null && managementTo !== null && managementTo <= managementFrom);
  return [
    ...where(!annexes.managementContract || !annexes.temporaryRules, () =>
      finding('managementPapersMissing', atAnnex(annexes.managementContract ? 'temporaryRules' : 'managementContract')),
    ),
    ...where(wrong, () => finding('managementPeriodWrong', atField('managementFrom'))),
    ...(management === null
      ? [finding('managementNotRecorded', { at: 'project' })]
      : // The fee on record is one by area; a space has its own.
        notAsRecorded(fields, isOfSpace(form) ? { ...management, fee: null } : management)),
  ];
}

/** Blanks of that article that say something else than the record, as far as that says anything. */
function notAsRecorded(
  fields: ContractDraft['fields'],
  { company, from, to, feeKind, fee }: ManagementRecord,
): Finding[] {
  const recorded = {
    managementCompany: company,
    managementFrom: from,
    managementTo: to,
    managementFeeKind: feeKind,
    managementFee: fee,
  } as const;
  return Object.entries(recorded).flatMap(([name, value]) => {
    const field = name as keyof typeof recorded;
    return where(value !== null && fields[field] !== value, () => finding('managementDiffers', atField(field)));
  });
}

/** P24: one court or one commission, not both. */
export function oneForum({ fields, struck }: ContractDraft): Finding[] {
  const { disputeForum, arbitrationBody } = fields;
  return [
    ...where(disputeForum === 'arbitration' && (arbitrationBody === null || struck.includes('arbitrationBody')), () =>
      finding('arbitrationBodyMissing', atField('arbitrationBody')),
    ),
    ...where(disputeForum === 'court' && arbitrationBody !== null, () =>
      finding('courtAndArbitration', atField('arbitrationBody')),
    ),
  ];
}
