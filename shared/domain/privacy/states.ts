/** Why somebody must see numbers in full (显示号码的原因). */
export const revealReasons = [
  'callCustomer',
  'fillPapers',
  'checkIdentity',
  'bankOrRegistry',
  'clearDuplicate',
  'subjectRequest',
  'other',
] as const;

/** For what a person's data are used (处理目的). Each is agreed to and withdrawn on its own. */
export const consentPurposes = ['service', 'followUp', 'marketing', 'sensitive', 'sharing'] as const;
/** For what a person's data are used. */
export type ConsentPurpose = (typeof consentPurposes)[number];

/** How a person said it (同意方式); `earlier` was the yes of a subscription before consents had records of their own. */
export const consentMethods = ['paper', 'screen', 'phone', 'earlier'] as const;
/** How a person said it. */
export type ConsentMethod = (typeof consentMethods)[number];

/** To whom data of a person are given (接收方). */
export const recipientKinds = ['bank', 'providentFund', 'registry', 'taxOffice', 'agency', 'group', 'other'] as const;
/** To whom data of a person are given. */
export type RecipientKind = (typeof recipientKinds)[number];

/** On what it rests that they are given (依据). */
export const disclosureBases = ['consent', 'contract', 'law'] as const;
/** On what it rests that they are given. */
export type DisclosureBasis = (typeof disclosureBases)[number];

/** What a person asks about their own data (个人请求). */
export const subjectRequestKinds = ['access', 'copy', 'correct', 'delete', 'withdraw'] as const;
/** What a person asks about their own data. */
export type SubjectRequestKind = (typeof subjectRequestKinds)[number];

/** States of such a request. */
export const subjectRequestStates = ['open', 'done', 'refused'] as const;
/** State of such a request. */
export type SubjectRequestState = (typeof subjectRequestStates)[number];

/** Why a person's data are only kept and no longer used (限制处理). */
export const restrictionReasons = ['deletionAsked', 'consentWithdrawn', 'dispute', 'termOnly'] as const;
/** Why a person's data are only kept and no longer used. */
export type RestrictionReason = (typeof restrictionReasons)[number];

/** What of reading is counted, for each person and day (查阅计数). */
export const readingMeasures = ['reveals', 'files', 'searches', 'rows'] as const;
/** What of reading is counted. */
export type ReadingMeasure = (typeof readingMeasures)[number];
