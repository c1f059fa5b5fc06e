import { z } from 'zod';
import type { Refusal } from '../../kernel/errors.ts';
import { addDays, dayOf, instantOf, type LocalDate } from '../../kernel/local-date.ts';

const MINUTE_MS = 60_000;

/** How long units may be kept, and how many (custom: settings). */
export const claimPolicySchema = z.strictObject({
  lockMinutes: z.int().min(1).max(240),
  locksPerPerson: z.int().min(1).max(50),
  lockRenewals: z.int().min(0).max(20),
  holdDays: z.int().min(1).max(90),
  bookingDays: z.int().min(1).max(60),
});
/** How long units may be kept, and how many. */
export type ClaimPolicy = z.infer<typeof claimPolicySchema>;

/** Values by custom of the trade until the office sets its own. */
export const defaultClaimPolicy: ClaimPolicy = {
  lockMinutes: 15,
  locksPerPerson: 2,
  lockRenewals: 2,
  holdDays: 7,
  bookingDays: 3,
};

/** When a lock taken or renewed now ends, in UTC ms. */
export function lockEnd(now: number, policy: ClaimPolicy): number {
  return now + policy.lockMinutes * MINUTE_MS;
}

/** When a booking made now lapses: at the end of its last day, in UTC ms. */
export function bookingEnd(now: number, policy: ClaimPolicy): number {
  return endOfDay(addDays(dayOf(now), policy.bookingDays));
}

/** The last instant of a day in the office, in UTC ms. */
export function endOfDay(day: LocalDate): number {
  return instantOf(addDays(day, 1)) - 1;
}

/** Refuses another renewal of a hold that was renewed as often as the office allows (setting `holdRenewals`). */
export function holdRenewalRefusal(renewals: number, limit: number): Refusal | undefined {
  return renewals >= limit ? { code: 'HOLD_RENEWALS_USED', params: { limit } } : undefined;
}

/** Refuses a new end of a hold that is no later than the one it has: to end it sooner is to withdraw it. UTC ms. */
export function holdLongerRefusal(expiresAt: number, until: number): Refusal | undefined {
  return until <= expiresAt ? { code: 'HOLD_NOT_LONGER', params: { untilOn: dayOf(expiresAt) } } : undefined;
}

/** Refuses a hold that would run longer than the policy allows, or that has ended before it begins. */
export function holdTermRefusal(now: number, expiresAt: number, policy: ClaimPolicy): Refusal | undefined {
  if (expiresAt <= now) return { code: 'HOLD_EXPIRED', params: { expiredOn: dayOf(expiresAt) } };
  return expiresAt > endOfDay(addDays(dayOf(now), policy.holdDays))
    ? { code: 'HOLD_TOO_LONG', params: { days: policy.holdDays } }
    : undefined;
}
