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

/** Combinations of the four axes that must never be seen, each in a few words; for the daily check and the tests. */
export function axisConflicts(unit: UnitAxes): string[] {
  const conflicts: string[] = [];
  if (unit.legal === 'notCovered' && !beforeSale.includes(unit.commercial)) conflicts.push('on sale without a permit');
  if (unit.legal === 'depositPaid' && !dealt.includes(unit.commercial))
    conflicts.push('registry shows a deposit without a deal');
  if (unit.legal === 'contractSigned' && unit.commercial !== 'drafting' && !signed.includes(unit.commercial))
    conflicts.push('net-signed without a contract');
  if (unit.legal === 'registered' && !signed.includes(unit.commercial))
    conflicts.push('registered without a signed contract');
  if (unit.postSale !== 'none' && !signed.includes(unit.commercial)) conflicts.push('after-sale step without a sale');
  return conflicts;
}
