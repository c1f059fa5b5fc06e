/** Kinds of cases (权证事项): 备案, 按揭. Each is a definition in the settings. */
export const caseKinds = ['filing', 'mortgage'] as const;
/** Kind of a case. */
export type CaseKind = (typeof caseKinds)[number];

/** States of a case; where it stands among its steps is beside it. `returned`: the agency gave it back. */
export const caseStates = ['running', 'returned', 'done', 'cancelled'] as const;
/** State of a case. */
export type CaseState = (typeof caseStates)[number];

/** States in which somebody still has to do something. */
export const openCaseStates = ['running', 'returned'] as const satisfies readonly CaseState[];

/** Kinds of loans (贷款种类): 商业贷款, 公积金贷款. */
export const loanKinds = ['commercial', 'provident'] as const;
/** Kind of a loan. */
export type LoanKind = (typeof loanKinds)[number];

/** How a loan stands with the bank (贷款状态): 备件, 已申请, 已批准, 已放款. */
export const loanStates = ['preparing', 'applied', 'approved', 'released'] as const;
/** How a loan stands with the bank. */
export type LoanState = (typeof loanStates)[number];

/** Places for steps of the office's own, so many in a kind of case; what they are called is a setting. */
export const ownSteps = ['own1', 'own2', 'own3', 'own4', 'own5'] as const;

/** Everything that can be a step of some case. */
export const caseSteps = [
  'collect',
  'submit',
  'register',
  'bankReview',
  'loanContract',
  'awaitFiling',
  'mortgageRegistration',
  'release',
  ...ownSteps,
] as const;
/** A step of a case. */
export type CaseStep = (typeof caseSteps)[number];

/** Whom a step waits for. */
export const stepParties = ['customer', 'office', 'bank', 'registry'] as const;

/** Papers that are collected for cases (资料). */
export const casePaperKinds = [
  'identity',
  'householdBook',
  'maritalProof',
  'purchaseEvidence',
  'saleContract',
  'paymentProof',
  'incomeProof',
  'bankStatement',
  'residenceProof',
  'creditConsent',
  'providentProof',
  'assets',
  'sellerAccount',
  'proxy',
] as const;
/** A paper that is collected for a case. */
export type CasePaperKind = (typeof casePaperKinds)[number];
