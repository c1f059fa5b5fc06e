import { agreementKinds } from '../agreements/states.ts';
import { type PartnerAgreementKind, partnerAgreementKinds } from '../partner-agreements/states.ts';
import type { UnitUse } from '../units/states.ts';

/** Sale contracts by what is sold. */
export const saleKinds = ['saleHome', 'saleShop', 'saleParking', 'saleStorage'] as const;

/** Kinds of contracts in the register of the department (合同台账). */
export const registerKinds = [...saleKinds, ...agreementKinds, ...partnerAgreementKinds] as const;
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

const registerNouns = ['contracts', 'partnerAgreements', 'agreements'] as const;

/** The number of a contract among all of the register: by three, what is left says which of the three books it is of. */
export function registerKey(noun: (typeof registerNouns)[number], id: number): number {
  return id * registerNouns.length + registerNouns.indexOf(noun);
}
