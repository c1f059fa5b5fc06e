import type { DocumentKindName, SealName } from './states.ts';

/** The seal that a kind of paper bears as a matter of course, on every copy: receipts that of money, letters about payments the company's. */
const usualSeals: Partial<Record<DocumentKindName, SealName>> = {
  depositReceipt: 'finance',
  paymentNotice: 'company',
  overdueDemand: 'company',
  rescissionNotice: 'company',
};

/** The seal of a kind of paper that is sealed as a matter of course; undefined for all others. */
export function usualSealOf(kind: DocumentKindName): SealName | undefined {
  return usualSeals[kind];
}

/** An entry of the register, as far as it says which copies bear a seal. */
type Sealed = {
  readonly seal: SealName;
  readonly firstCopy: number;
  readonly copies: number;
  readonly voidReason: string;
};

/** Of the copies that are on paper and good, those that do not bear a seal yet; entries that were taken back do not count. */
export function copiesToSeal(there: readonly number[], seal: SealName, uses: readonly Sealed[]): number[] {
  const counted = uses.filter((use) => use.seal === seal && use.voidReason === '');
  return there.filter((copy) => !counted.some((use) => copy >= use.firstCopy && copy < use.firstCopy + use.copies));
}
