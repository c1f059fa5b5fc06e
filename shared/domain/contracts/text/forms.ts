/** Forms of the contract of sale (合同种类): what is sold, and whether it stands already. */
export const contractForms = [
  'presaleHome',
  'existingHome',
  'presaleCommercial',
  'existingCommercial',
  'presaleParking',
  'existingParking',
] as const;
/** A form of the contract of sale. */
export type ContractForm = (typeof contractForms)[number];
