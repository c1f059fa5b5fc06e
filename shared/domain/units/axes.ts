import type { UnitCommercialState, UnitEncumbrance, UnitLegalState, UnitPostSaleState } from './states.ts';

/** The four axes of one unit. */
export type UnitAxes = {
  readonly commercial: UnitCommercialState;
  readonly legal: UnitLegalState;
  readonly encumbrance: UnitEncumbrance;
  readonly postSale: UnitPostSaleState;
};

const signed: readonly UnitCommercialState[] = ['signed', 'paidUp'];
const dealt: readonly UnitCommercialState[] = ['subscribed', 'drafting', 'signed', 'paidUp'];
const beforeSale: readonly UnitCommercialState[] = ['unreleased', 'frozen', 'notForSale'];

/** Combinations of the four axes that must never be seen. */
export const axisConflictNames = [
  'onSaleWithoutPermit',
  'depositWithoutDeal',
  'netSignedWithoutContract',
  'registeredWithoutContract',
  'afterSaleWithoutSale',
] as const;
/** A combination that must never be seen. */
export type AxisConflict = (typeof axisConflictNames)[number];

/** What is wrong between the four axes of a unit; for the daily check and the tests. */
export function axisConflicts(unit: UnitAxes): AxisConflict[] {
  const conflicts: AxisConflict[] = [];
  if (unit.legal === 'notCovered' && !beforeSale.includes(unit.commercial)) conflicts.push('onSaleWithoutPermit');
  if (unit.legal === 'depositPaid' && !dealt.includes(unit.commercial)) conflicts.push('depositWithoutDeal');
  if (unit.legal === 'contractSigned' && unit.commercial !== 'drafting' && !signed.includes(unit.commercial))
    conflicts.push('netSignedWithoutContract');
  if (unit.legal === 'registered' && !signed.includes(unit.commercial)) conflicts.push('registeredWithoutContract');
  if (unit.postSale !== 'none' && !signed.includes(unit.commercial)) conflicts.push('afterSaleWithoutSale');
  return conflicts;
}
