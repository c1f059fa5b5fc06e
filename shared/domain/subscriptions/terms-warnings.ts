import type { Refusal } from '#shared/kernel/errors.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { lenderConsents, type SaleFacts } from '../units/sale-conditions.ts';

/** The agreed day to sign, and how many days the office usually gives. */
export type SigningTerms = { readonly signBy: LocalDate; readonly signingDays: number };

/**
 * What is worth a word before a subscription is sent and forbids nothing: a lender's consent that signing will ask for,
 * a permit that ends before the day to sign, and a longer time to sign than the office usually gives.
 */
export function termsWarnings(sale: SaleFacts, { signBy, signingDays }: SigningTerms): Refusal[] {
  const usualUntil = addDays(sale.today, signingDays);
  const permitEnds = sale.permit?.validUntilOn ?? null;
  const warnings: (Refusal | undefined)[] = [
    lenderConsents(sale),
    permitEnds !== null && permitEnds >= sale.today && permitEnds < signBy
      ? { code: 'PERMIT_ENDS_BEFORE_SIGNING', params: { expiredOn: permitEnds, dueOn: signBy } }
      : undefined,
    signBy > usualUntil ? { code: 'SIGNING_LATER_THAN_USUAL', params: { usualOn: usualUntil } } : undefined,
  ];
  return warnings.filter((one) => one !== undefined);
}
