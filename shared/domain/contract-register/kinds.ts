import { type PartnerAgreementKind, partnerAgreementKinds } from '../partner-agreements/states.ts';
import type { UnitUse } from '../units/states.ts';

/** Sale contracts by what is sold. */
export const saleKinds = ['saleHome', 'saleShop', 'saleParking', 'saleStorage'] as const;

/** Kinds of contracts in the register of the department (合同台账). */
export const registerKinds = [...saleKinds, ...partnerAgreementKinds] as const;
/** Kind of a contract in the register. */
export type RegisterKind = (typeof registerKinds)[number];

const ofUse: Readonly<Record<UnitUse, (typeof saleKinds)[number]>> = {
  home: 'saleHome',
  shop: 'saleShop',
  parking: 'saleParking',
  storage: 'saleStorage',
};

/** The kind of a sale contract, by the use of what it sells. */
export function saleKindOf(use: UnitUse): RegisterKind {
  return ofUse[use];
}

/** Groups that the register is filtered by. */
export const registerGroups = ['all', 'sale', 'partner'] as const;
/** Group of the register. */
export type RegisterGroup = (typeof registerGroups)[number];

/** True for a kind of a contract with a partner. */
export function isPartnerKind(kind: RegisterKind): kind is PartnerAgreementKind {
  return partnerAgreementKinds.some((one) => one === kind);
}

/** The number of a contract among all of the register: even ones are sales, odd ones contracts with partners. */
export function registerKey(noun: 'contracts' | 'partnerAgreements', id: number): number {
  return id * 2 + (noun === 'contracts' ? 0 : 1);
}
