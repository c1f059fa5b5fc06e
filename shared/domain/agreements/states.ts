/** Agreements about a signed contract (签约后的协议): what changes it, and what ends it. */
export const agreementKinds = ['supplement', 'termination'] as const;
/** Kind of agreement about a signed contract. */
export type AgreementKind = (typeof agreementKinds)[number];

/** States of such an agreement (协议状态): `inForce` from the day on which the last party signed. */
export const agreementStates = ['draft', 'inReview', 'approved', 'printed', 'inForce', 'dropped'] as const;
/** State of an agreement. */
export type AgreementState = (typeof agreementStates)[number];

/** States in which an agreement is still on its way: a change has at most one of these. */
export const openAgreementStates = [
  'draft',
  'inReview',
  'approved',
  'printed',
] as const satisfies readonly AgreementState[];

/** First parts of the numbers of agreements: `BX-2026-0001`. */
export const agreementPrefixes = { supplement: 'BX', termination: 'JC' } as const satisfies Record<
  AgreementKind,
  string
>;

/** The paper of each kind of agreement. */
export const paperOfAgreement = {
  supplement: 'supplementAgreement',
  termination: 'terminationAgreement',
} as const satisfies Record<AgreementKind, string>;
