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

const existing: ReadonlySet<ContractForm> = new Set(['existingHome', 'existingCommercial', 'existingParking']);
const ofSpaces: ReadonlySet<ContractForm> = new Set(['presaleParking', 'existingParking']);

/** True for a form of what stands already (现售); the others are of what is still being built (预售). */
export function isExisting(form: ContractForm): boolean {
  return existing.has(form);
}

/** True for a form of a space for a car. */
export function isOfSpace(form: ContractForm): boolean {
  return ofSpaces.has(form);
}
