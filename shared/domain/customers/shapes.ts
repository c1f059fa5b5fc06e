import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import { checkDocumentNumber, identityKindSchema } from '#shared/kernel/identity-number.ts';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { checkPhone } from '#shared/kernel/phone.ts';
import { channels, customerRatings } from './states.ts';

/** A person's name as typed: blanks at the ends removed. */
export const nameSchema = z.string().trim().min(1).max(60);

/** A phone number at a border of the program, brought to its stored form. */
export const phoneSchema = z
  .string()
  .max(40)
  .transform((text, context) => {
    const phone = checkPhone(text);
    if (!phone.ok)
      context.addIssue({ code: 'custom', message: 'not a phone number', params: { code: 'PHONE_NOT_VALID' } });
    return phone.normal;
  });

/** Refuses a text that cannot be a phone number. */
export function phoneRefusal(text: string): Refusal | undefined {
  return checkPhone(text).ok ? undefined : { code: 'PHONE_NOT_VALID' };
}

/** An identity paper of a buyer (证件), as entered. */
export const identitySchema = z.strictObject({ kind: identityKindSchema, number: z.string().trim().min(1).max(60) });
/** An identity paper of a buyer. */
export type Identity = z.output<typeof identitySchema>;

/** Refuses an identity number that is not in order on the day. */
export function identityRefusal(identity: Identity, today: LocalDate): Refusal | undefined {
  return checkDocumentNumber(identity.kind, identity.number, today).ok
    ? undefined
    : { code: 'IDENTITY_NUMBER_NOT_VALID' };
}

/**
 * A customer file as entered (客户档案). No identity number: it is not asked for before a deal (form 1.1), buyers give it
 * with the subscription.
 */
export const customerInputSchema = z.strictObject({
  name: nameSchema,
  phone: phoneSchema.nullable(),
  secondPhone: phoneSchema.nullable(),
  householdId: z.int().min(1).nullable(),
  address: z.string().trim().max(200),
  intent: z.string().trim().max(500),
  rating: z.enum(customerRatings),
  channel: z.enum(channels),
});

/** Parts of a registration that are complete or missing (登记完整). */
export const registrationParts = ['name', 'phone', 'channel', 'intent', 'rating', 'nextFollowUp'] as const;
/** A part of a registration. */
export type RegistrationPart = (typeof registrationParts)[number];

/** What a registration is checked on; the consultant completes it within 24 hours (management 1.2). */
export const registrationSchema = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  channel: z.string(),
  intent: z.string(),
  rating: z.string(),
  nextFollowUpOn: localDateSchema.nullable(),
});
/** What a registration is checked on. */
export type Registration = z.output<typeof registrationSchema>;

/** The parts still missing; an incomplete registration loses a dispute. */
export function missingParts(registration: Registration): RegistrationPart[] {
  const filled: Record<RegistrationPart, boolean> = {
    name: registration.name !== '',
    phone: registration.phone !== null,
    channel: registration.channel !== '',
    intent: registration.intent !== '',
    rating: registration.rating !== '',
    nextFollowUp: registration.nextFollowUpOn !== null,
  };
  return registrationParts.filter((part) => !filled[part]);
}
