/**
 * What may happen to a contract. `confirm` writes down what was shown or paid beside the paper; `correct` takes it back to draft before signing; `amend` is a supplementary
 * agreement.
 */
export const contractEvents = [
  'edit',
  'confirm',
  'submit',
  'withdraw',
  'sendBack',
  'approve',
  'print',
  'correct',
  'sign',
  'file',
  'cancelFiling',
  'amend',
  'drop',
  'supersede',
  'terminate',
] as const;
/** Event of a contract. */
export type ContractEvent = (typeof contractEvents)[number];

/** What is to be written beside the state; the unit and the subscription follow in the same transaction. */
export type ContractEffect =
  | 'passLevel'
  | 'finishReview'
  | 'clearReview'
  | 'issueCopies'
  | 'raiseVersion'
  | 'voidCopies'
  | 'freezeContent'
  | 'unitSigned'
  | 'unitBackToSubscribed'
  | 'unitFreed'
  | 'endCases'
  | 'voidNumber'
  | 'issueSupplement';
