import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';

/** What an approval is tied to (附带条件): the deal carries it and everybody who opens the deal sees it. */
export const approvalConditionsSchema = z.strictObject({
  /** To be signed by this day; the deal's own day to sign moves up to it. */
  signBy: localDateSchema.nullable(),
  /** The way of payment stays as it was asked for. */
  planKept: z.boolean(),
  /** No further discount comes on top. */
  noFurtherDiscount: z.boolean(),
  text: z.string().trim().max(200),
});
/** What an approval is tied to. */
export type ApprovalConditions = z.output<typeof approvalConditionsSchema>;

/** An approval without conditions. */
export const noConditions: ApprovalConditions = { signBy: null, planKept: false, noFurtherDiscount: false, text: '' };

/** True when somebody has tied an approval to anything. */
export function isConditional({ signBy, planKept, noFurtherDiscount, text }: ApprovalConditions): boolean {
  return signBy !== null || planKept || noFurtherDiscount || text !== '';
}

/** Why an approval cannot be tied to this, or undefined: a day to sign lies between today and the deal's own. */
export function conditionsRefusal(
  { signBy }: ApprovalConditions,
  deal: { readonly signBy: LocalDate } | null,
  today: LocalDate,
): Refusal | undefined {
  if (signBy === null) return undefined;
  if (deal === null) return { code: 'CONDITION_WITHOUT_DEAL' };
  return signBy < today || signBy > deal.signBy
    ? { code: 'CONDITION_DAY_WRONG', params: { todayOn: today, signByOn: deal.signBy } }
    : undefined;
}
