import { z } from 'zod';
import { type Draft, useDraft } from '#renderer/lib/drafts.ts';
import { channels, customerRatings } from '#shared/domain/customers/states.ts';
import { interests, transports } from '#shared/domain/visits/register.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const draftSchema = z.strictObject({
  kind: z.enum(['visit', 'call']),
  phone: z.string().nullable(),
  name: z.string(),
  /** Null until chosen: a known customer's own stands in. The rating likewise. */
  channel: z.enum(channels).nullable(),
  interests: z.array(z.enum(interests)),
  rating: z.enum(customerRatings).nullable(),
  partySize: z.int().nullable(),
  transport: z.enum(transports).nullable(),
  /** A file of the office by its number, or what was typed. */
  referrerId: z.int().nullable(),
  referrerName: z.string(),
  referrerPhone: z.string().nullable(),
  nextOn: localDateSchema.nullable(),
  /** Chosen by hand; else the office's answer. */
  receivedBy: z.int().nullable(),
  notes: z.string(),
  /** The guest who entered themselves, whose form this is. */
  arrivalId: z.int().nullable().default(null),
  /** When the first thing was typed, UTC ms. */
  startedAt: z.int().nullable(),
});

/** The form of the desk as it is being filled in. */
export type RegisterFields = z.output<typeof draftSchema>;

const empty: RegisterFields = {
  kind: 'visit',
  phone: null,
  name: '',
  channel: null,
  interests: [],
  rating: null,
  partySize: 1,
  transport: null,
  referrerId: null,
  referrerName: '',
  referrerPhone: null,
  nextOn: null,
  receivedBy: null,
  notes: '',
  arrivalId: null,
  startedAt: null,
};

/** The desk's form: it outlives leaving the screen, a lock and a crash. */
export function useRegisterDraft(): Draft<RegisterFields> {
  return useDraft('register', draftSchema, empty);
}
