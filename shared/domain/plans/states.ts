/** Ways to pay (付款方式): 一次性, 分期, 商业按揭, 公积金, 组合贷. */
export const planKinds = ['lumpSum', 'instalment', 'mortgage', 'providentFund', 'combined'] as const;
/** Way to pay. */
export type PlanKind = (typeof planKinds)[number];

/** What a line of a payment plan is (款项). */
export const planItems = [
  'deposit',
  'firstPayment',
  'instalment',
  'commercialLoan',
  'providentLoan',
  'finalPayment',
] as const;
/** What a line of a payment plan is. */
export type PlanItem = (typeof planItems)[number];

const loanItems: readonly PlanItem[] = ['commercialLoan', 'providentLoan'];

/** True for what a bank or the provident fund pays, false for the buyers' own money. */
export function isLoan(item: PlanItem): boolean {
  return loanItems.includes(item);
}
