import type { ApprovalKind } from '../approvals/kinds.ts';

/** What can be changed of a deal that stands (变更申请). */
export const changeKinds = [
  'nameChange',
  'unitChange',
  'priceChange',
  'planChange',
  'termsChange',
  'paymentRelief',
  'signingExtension',
  'cancellation',
  'forfeiture',
] as const;
/** What can be changed of a deal that stands. */
export type ChangeKind = (typeof changeKinds)[number];

/** States of a change that somebody asked for (变更状态). */
export const changeStates = ['pending', 'returned', 'approved', 'executed', 'rejected', 'withdrawn', 'lapsed'] as const;
/** State of a change that somebody asked for. */
export type ChangeState = (typeof changeStates)[number];

/** States in which a change is still on its way: a deal has at most one of these. */
export const openChangeStates = ['pending', 'returned', 'approved'] as const satisfies readonly ChangeState[];

/** True for a change that is still on its way. */
export function isOpenChange(state: ChangeState): boolean {
  return openChangeStates.some((open) => open === state);
}

/** By which ladder each change is decided; the end of a signed contract has its own. */
export const approvalOfChange = {
  nameChange: 'nameChange',
  unitChange: 'unitChange',
  priceChange: 'priceChange',
  planChange: 'paymentPlanChange',
  termsChange: 'contractTerms',
  paymentRelief: 'penaltyWaiver',
  signingExtension: 'signingExtension',
  cancellation: 'cancellation',
  forfeiture: 'forfeiture',
} as const satisfies Record<ChangeKind, ApprovalKind>;

/** The ladder of a change: to end a signed contract is decided higher than to end a deal before it (decision 19). */
export function ladderOf(kind: ChangeKind, signed: boolean): ApprovalKind {
  return kind === 'cancellation' && signed ? 'termination' : approvalOfChange[kind];
}
