/** What a contract of the department with somebody else than a buyer is about (合同种类; management 1.13 and 6.5). */
export const partnerAgreementKinds = [
  'agency',
  'supplier',
  'groupPurchase',
  'corporate',
  'referralAlliance',
  'bank',
  'bulkSale',
] as const;
/** Kind of a partner agreement. */
export type PartnerAgreementKind = (typeof partnerAgreementKinds)[number];

/** Kinds that bring buyers: a deal can be put on their account, up to their quota. */
export const dealKinds = [
  'agency',
  'groupPurchase',
  'corporate',
  'referralAlliance',
  'bank',
  'bulkSale',
] as const satisfies readonly PartnerAgreementKind[];

/** True for a kind that brings buyers. */
export function bringsDeals(kind: PartnerAgreementKind): boolean {
  return dealKinds.some((one) => one === kind);
}

/** States of a partner agreement: what runs out stays active until somebody renews it, lets it lapse or ends it. */
export const partnerAgreementStates = [
  'draft',
  'pending',
  'returned',
  'active',
  'renewed',
  'lapsed',
  'terminated',
  'rejected',
  'withdrawn',
] as const;
/** State of a partner agreement. */
export type PartnerAgreementState = (typeof partnerAgreementStates)[number];
