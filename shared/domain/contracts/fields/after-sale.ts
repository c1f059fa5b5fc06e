import { blank, oneOf } from './kinds.ts';
import { damagesKinds } from './property.ts';

/** How the property company is paid (包干制, 酬金制). */
export const managementFeeKinds = ['lumpSum', 'commission', 'other'] as const;
const standards = ['national', 'local', 'own'] as const;

/** Fields of chapters seven to ten: quality, filing, registration, management, the rest (articles 16 to 29). */
export const afterSaleFields = {
  qualityInterest: blank('quality', 'bound', 'percent'),
  qualityDamages: oneOf('quality', 'choice', damagesKinds),
  fitOutRemedy: oneOf('quality', 'choice', ['repairAndDouble', 'both', 'own']),
  fitOutRemedyOwn: blank('quality', 'free', 'longText'),
  airStandard: oneOf('quality', 'choice', standards),
  airStandardName: blank('quality', 'free', 'text'),
  soundStandard: oneOf('quality', 'choice', standards),
  soundStandardName: blank('quality', 'free', 'text'),
  energyRemedy: blank('quality', 'free', 'longText'),

  warrantyExclusion: blank('warranty', 'free', 'longText'),
  answerDays: blank('warranty', 'bound', 'days'),

  guarantor: blank('guarantee', 'choice', 'text'),

  filingDays: blank('filing', 'bound', 'days'),
  filingOther: blank('filing', 'free', 'longText'),

  certificateDays: blank('registration', 'bound', 'days'),
  certificateRule: oneOf('registration', 'choice', ['rescindOrDaily', 'own']),
  certificateInterest: blank('registration', 'bound', 'percent'),
  certificateRate: blank('registration', 'bound', 'dailyRate'),
  certificateOwn: blank('registration', 'free', 'longText'),

  managementCompany: blank('management', 'record', 'text'),
  managementFrom: blank('management', 'record', 'date'),
  managementTo: blank('management', 'record', 'date'),
  managementFeeKind: oneOf('management', 'record', managementFeeKinds),
  managementFee: blank('management', 'record', 'money'),
  spaceFee: blank('management', 'record', 'money'),

  commonPartsOther: blank('commonOwnership', 'free', 'longText'),
  parkingOwnership: blank('commonOwnership', 'free', 'longText'),
  clubhouse: blank('commonOwnership', 'free', 'longText'),
  ownershipOther: blank('commonOwnership', 'free', 'longText'),

  taxReliefBearer: oneOf('taxes', 'choice', ['seller', 'buyer', 'atFault']),

  sellerPromise: blank('promises', 'free', 'longText'),

  serviceKind: oneOf('service', 'choice', ['courier', 'registeredMail', 'own']),
  serviceOwn: blank('service', 'free', 'longText'),
  addressChangeDays: blank('service', 'bound', 'days'),

  disputeForum: oneOf('disputes', 'choice', ['court', 'arbitration']),
  arbitrationBody: blank('disputes', 'free', 'text'),
} as const;
