import { z } from 'zod';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import type { ContractDraft } from './draft.ts';
import { contractFields, fieldNames } from './fields/catalogue.ts';
import type { AnnexKey, ArticleKey } from './text/keys.ts';

/** Proof that the maintenance fund (专项维修资金) was paid. */
export const fundPaymentSchema = z.strictObject({
  paidOn: localDateSchema,
  voucher: z.string().trim().min(1).max(60),
});

/** What is confirmed beside the paper of a contract: nothing of it is printed, so that no review is lost over it. */
export type Confirmations = {
  /** When the buyers were told of the terms that weigh on them, by whom, and a hash of these terms as they were then. */
  readonly weightyTerms: { readonly on: LocalDate; readonly by: string; readonly hash: string } | null;
  readonly maintenanceFund: z.output<typeof fundPaymentSchema> | null;
};

/** A contract of which nothing is confirmed. */
export const nothingConfirmed: Confirmations = { weightyTerms: null, maintenanceFund: null };

/**
 * Articles that weigh on the buyer and are printed bold: a lease, price, payment, delays, delivery, areas, changes, quality,
 * warranty, certificates, service, disputes (Interpretation on the Civil Code's contract part, art. 10).
 */
export const weightyArticles = [
  'lease',
  'price',
  'payment',
  'latePayment',
  'delivery',
  'lateDelivery',
  'areaDifference',
  'planningChange',
  'designChange',
  'quality',
  'warranty',
  'registration',
  'service',
  'disputes',
] as const satisfies readonly ArticleKey[];

/** Annexes that are explained with them: payments, warranty, burdens, own terms. */
export const weightyAnnexes = ['payments', 'warranty', 'burdens', 'supplement'] as const satisfies readonly AnnexKey[];

/** What of a contract weighs on its buyers: when any of it changes, they have to be told again. */
export function weightyTermsOf({ edition, fields, annexes, buyers }: ContractDraft) {
  const weighty: readonly ArticleKey[] = weightyArticles;
  return {
    edition,
    buyers: buyers.map(({ customerId, name }) => customerId ?? name),
    fields: Object.fromEntries(
      fieldNames.filter((name) => weighty.includes(contractFields[name].article)).map((name) => [name, fields[name]]),
    ),
    payments: annexes.payments,
    warranty: annexes.warranty,
    warrantyTerms: annexes.warrantyTerms,
    burdens: annexes.burdens,
    ownTerms: annexes.ownTerms,
  };
}
