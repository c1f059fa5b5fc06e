import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import { nameSchema, phoneSchema } from '../customers/shapes.ts';
import { channels } from '../customers/states.ts';
import type { VisitKind } from './states.ts';
import { visitKinds } from './states.ts';

/** Why no number was left (未留号码). Such a call or visit is counted and owns nothing. */
export const noPhoneReasons = ['withheld', 'refused', 'switchboard'] as const;

/** How a guest came to the office (交通). */
export const transports = ['car', 'metro', 'bus', 'taxi', 'onFoot', 'shuttle', 'other'] as const;

/** How a guest came to the office. */
export type Transport = (typeof transports)[number];

/** What a guest looks for (意向). */
export const interests = ['twoBedroom', 'threeBedroom', 'fourBedroom', 'shop', 'parking'] as const;
/** What a guest looks for. */
export type Interest = (typeof interests)[number];

/** The reception form (来电来访登记): phone, name and channel are what keeps it quick; the rest may follow. */
export const registerInputSchema = z.strictObject({
  kind: z.enum(visitKinds),
  phone: phoneSchema.nullable(),
  noPhoneReason: z.enum(noPhoneReasons).nullable(),
  name: nameSchema,
  channel: z.enum(channels),
  partySize: z.int().min(1).max(99),
  transport: z.enum(transports).nullable(),
  interests: z.array(z.enum(interests)).max(interests.length),
  referrer: z.string().trim().max(60),
  receivedBy: z.int().min(1),
  notes: z.string().trim().max(500),
});
/** The reception form. */
export type RegisterInput = z.output<typeof registerInputSchema>;

/** What the office knows of the household before this call or visit. */
export type VisitHistory = { readonly visits: number; readonly calls: number };

/** What somebody's coming is: a first visit is the first time anybody of the household stands in the office. */
export function visitKindOf(by: 'call' | 'visit', history: VisitHistory): VisitKind {
  if (by === 'call') return 'call';
  return history.visits === 0 ? 'firstVisit' : 'returnVisit';
}

/** Why a registration cannot be taken, or undefined: no number and no reason, or a first visit of somebody who came before. */
export function registerRefusal(
  input: Pick<RegisterInput, 'kind' | 'phone' | 'noPhoneReason'>,
  history: VisitHistory,
): Refusal | undefined {
  if (input.phone === null && input.noPhoneReason === null) return { code: 'VISIT_PHONE_MISSING' };
  if (input.kind === 'firstVisit' && history.visits > 0) return { code: 'VISIT_NOT_FIRST' };
  return undefined;
}

/** So many days are looked at on one page of the register, and printed as one. */
export const MOST_REGISTER_DAYS = 93;
