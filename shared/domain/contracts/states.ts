/** States of a contract (合同状态), the complete list of decision 18. */
export const contractStates = [
  'draft',
  'inReview',
  'approved',
  'printed',
  'signed',
  'filed',
  'superseded',
  'terminated',
] as const;
/** State of a contract. */
export type ContractState = (typeof contractStates)[number];

/** States of a contract that is still on its way to its signatures; its day to sign counts. */
export const unsignedContractStates = [
  'draft',
  'inReview',
  'approved',
  'printed',
] as const satisfies readonly ContractState[];
/** State of a contract on its way to its signatures. */
export type UnsignedContractState = (typeof unsignedContractStates)[number];

/** States in which a contract holds its unit. */
export const liveContractStates = [
  'draft',
  'inReview',
  'approved',
  'printed',
  'signed',
  'filed',
] as const satisfies readonly ContractState[];
