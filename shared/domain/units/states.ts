/** Commercial axis of a unit (销售状态), the complete list of decision 17. */
export const unitCommercialStates = [
  'unreleased',
  'available',
  'locked',
  'held',
  'booked',
  'subscribed',
  'drafting',
  'signed',
  'paidUp',
  'frozen',
  'notForSale',
] as const;
/** State on the commercial axis. */
export type UnitCommercialState = (typeof unitCommercialStates)[number];

/** True for a state of the commercial axis; what an old event stored may be anything. */
export function isUnitCommercialState(value: unknown): value is UnitCommercialState {
  return unitCommercialStates.some((state) => state === value);
}

/** Legal axis of a unit as the registry table shows it (楼盘表状态). */
export const unitLegalStates = ['notCovered', 'saleable', 'depositPaid', 'contractSigned', 'registered'] as const;
/** State on the legal axis. */
export type UnitLegalState = (typeof unitLegalStates)[number];

/** Encumbrance of a unit (权利限制). */
export const unitEncumbrances = ['none', 'projectMortgage', 'dischargeRequested', 'discharged', 'seized'] as const;
/** Encumbrance. */
export type UnitEncumbrance = (typeof unitEncumbrances)[number];

/** Post-sale axis of a unit (售后进度). */
export const unitPostSaleStates = [
  'none',
  'filed',
  'loanDisbursed',
  'delivered',
  'titleIssued',
  'titleCollected',
] as const;
/** State on the post-sale axis. */
export type UnitPostSaleState = (typeof unitPostSaleStates)[number];

/** Use of a unit (用途). */
export const unitUses = ['home', 'shop', 'parking', 'storage'] as const;
/** Use of a unit. */
export type UnitUse = (typeof unitUses)[number];
