import { blank, oneOf } from './kinds.ts';
import { damagesKinds } from './property.ts';

/** How the property company is paid (包干制, 酬金制). */
export const managementFeeKinds = ['lumpSum', 'commission', 'other'] as const;
const standards = ['national', 'local', 'own'] as const;

/** Fields of chapters seven to ten: quality, filing, registration, management, the rest (articles 16 to 29). */
export const afterSaleFields = {
  qualityInterest: blank(16, 'bound', 'percent'),
  qualityDamages: oneOf(16, 'choice', damagesKinds),
  fitOutRemedy: oneOf(16, 'choice', ['repairAndDouble', 'own']),
  fitOutRemedyOwn: blank(16, 'free', 'longText'),
  airStandard: oneOf(16, 'choice', standards),
  airStandardName: blank(16, 'free', 'text'),
  soundStandard: oneOf(16, 'choice', standards),
  soundStandardName: blank(16, 'free', 'text'),
  energyRemedy: blank(16, 'free', 'longText'),

  warrantyExclusion: blank(17, 'free', 'longText'),
  answerDays: blank(17, 'bound', 'days'),

  guarantor: blank(18, 'choice', 'text'),

  filingDays: blank(19, 'bound', 'days'),
  filingOther: blank(19, 'free', 'longText'),

  certificateDays: blank(20, 'bound', 'days'),
  certificateRule: oneOf(20, 'choice', ['rescindOrDaily', 'own']),
  certificateInterest: blank(20, 'bound', 'percent'),
  certificateRate: blank(20, 'bound', 'dailyRate'),
  certificateOwn: blank(20, 'free', 'longText'),

  managementCompany: blank(21, 'record', 'text'),
  managementFrom: blank(21, 'record', 'date'),
  managementTo: blank(21, 'record', 'date'),
  managementFeeKind: oneOf(21, 'record', managementFeeKinds),
  managementFee: blank(21, 'record', 'money'),

  commonPartsOther: blank(22, 'free', 'longText'),
  parkingOwnership: blank(22, 'free', 'longText'),
  clubhouse: blank(22, 'free', 'longText'),

  taxReliefBearer: oneOf(23, 'choice', ['seller', 'buyer', 'atFault']),

  sellerPromise: blank(24, 'free', 'longText'),

  serviceKind: oneOf(25, 'choice', ['courier', 'registeredMail', 'own']),
  serviceOwn: blank(25, 'free', 'longText'),
  addressChangeDays: blank(25, 'bound', 'days'),

  disputeForum: oneOf(27, 'choice', ['court', 'arbitration']),
  arbitrationBody: blank(27, 'free', 'text'),
} as const;
