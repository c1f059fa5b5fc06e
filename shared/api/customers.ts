import { z } from 'zod';
import { channels, customerRatings, customerStates } from '#shared/domain/customers/states.ts';
import { receptionAnswers, verdictCodes } from '#shared/domain/customers/verdict.ts';
import { consentStandings } from '#shared/domain/privacy/consents.ts';
import { restrictionReasons, revealReasons } from '#shared/domain/privacy/states.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { followUpMethods, visitKinds } from '#shared/domain/visits/states.ts';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, lineSchema, listPart, noteSchema, personSchema, versionSchema } from './common.ts';
import { customerFile, customerRowSchema } from './customer-file.ts';
import { command, nothing, query } from './procedure.ts';

/** A phone as typed: checked and brought to its normal form by the office. */
export const phoneInputSchema = z.string().trim().min(3).max(40);

const identityInput = z.strictObject({ kind: z.enum(identityKinds), number: z.string().trim().min(2).max(60) });

/** Columns that the list of customers can be ordered by. */
export const customerColumns = ['name', 'rating', 'state', 'channel', 'owner', 'next', 'protected', 'last'] as const;

/** People who may buy, and what was said with them. */
export const customers = {
  list: query({
    permission: 'customers.read',
    input: z.strictObject({
      scope: z.enum(['mine', 'all', 'due']),
      text: z.string().trim().max(60),
      rating: z.enum(customerRatings).nullable(),
      state: z.enum(customerStates).nullable(),
      /** Only those who agreed to marketing messages. */
      marketing: z.boolean().default(false),
      ...listPart(customerColumns),
    }),
    output: z.strictObject({
      total: z.int(),
      /** How many there are of each rating and in each state under the rest of the filter; what nobody has is left out. */
      ratings: z.partialRecord(z.enum(customerRatings), z.int()),
      states: z.partialRecord(z.enum(customerStates), z.int()),
      rows: z.array(customerRowSchema.extend({ marketing: z.enum(consentStandings) })),
    }),
  }),
  /**
   * Who has this phone, whole or its first digits, and whose customer he is: asked while it is being typed. At most five,
   * and of a colleague's customer no more than who serves him (management 1.11).
   */
  matchPhone: query({
    permission: 'visits.write',
    input: z.strictObject({ phone: z.string().trim().max(40) }),
    output: z.strictObject({
      normal: z.string().nullable(),
      problem: z.enum(['incomplete', 'unusual']).nullable(),
      /** The ownership rule for a whole number, known or new; null while it is incomplete. */
      verdict: z
        .strictObject({
          code: z.enum(verdictCodes),
          rule: z.int(),
          answer: z.enum(receptionAnswers),
          owner: personSchema.nullable(),
          protectedUntil: localDateSchema.nullable(),
          served: z.enum(['owner', 'rota', 'agencyRota', 'supervisor']),
        })
        .nullable(),
      matches: z.array(
        z.strictObject({
          customer: customerRowSchema.extend({ rating: z.enum(customerRatings).nullable() }),
          exact: z.boolean(),
          mine: z.boolean(),
          /** The caller may open the file. */
          open: z.boolean(),
          protection: z.enum(['protected', 'lapsed', 'none']),
          lastVisitAt: z.int().nullable(),
          visits: z.int(),
          household: z.array(z.string()),
          deal: z
            .strictObject({ unit: z.string(), state: z.enum(subscriptionStates), signBy: localDateSchema })
            .nullable(),
          recent: z.array(
            z.strictObject({
              at: z.int(),
              what: z.enum([...visitKinds, 'followUp', 'subscribed']),
              text: z.string(),
              by: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),
  detail: query({
    permission: 'customers.read',
    input: z.strictObject({ customerId: idSchema }),
    output: customerFile,
  }),
  update: command({
    permission: 'customers.write',
    input: z.strictObject({
      customerId: idSchema,
      version: versionSchema,
      name: lineSchema,
      /** Both are left alone when undefined: a masked number is never sent back. */
      secondPhone: phoneInputSchema.nullable().optional(),
      identity: identityInput.nullable().optional(),
      address: z.string().trim().max(200),
      intent: noteSchema,
      rating: z.enum(customerRatings),
      nextFollowUpOn: localDateSchema.nullable(),
    }),
    output: nothing,
  }),
  /**
   * Opens the file of somebody who buys together with a known customer: no visit is counted, and the file belongs to the
   * caller. Refused as PHONE_TAKEN or IDENTITY_TAKEN when the person is known already.
   */
  openFile: command({
    permission: 'customers.write',
    input: z.strictObject({
      name: lineSchema,
      phone: phoneInputSchema,
      channel: z.enum(channels),
      identity: identityInput.nullable(),
      address: z.string().trim().max(200),
    }),
    output: z.strictObject({ customerId: idSchema }),
  }),
  /** Enters the identity document and the address that papers need; each is left alone when undefined. */
  identify: command({
    permission: 'customers.write',
    input: z.strictObject({
      customerId: idSchema,
      version: versionSchema,
      identity: identityInput.optional(),
      address: z.string().trim().max(200).optional(),
    }),
    output: nothing,
  }),
  /** Writes down a contact and when the next one is due. */
  followUp: command({
    permission: 'customers.write',
    input: z.strictObject({
      customerId: idSchema,
      method: z.enum(followUpMethods),
      content: z.string().trim().min(2).max(2000),
      rating: z.enum(customerRatings),
      nextOn: localDateSchema.nullable(),
    }),
    output: z.strictObject({ followUpId: idSchema }),
  }),
  /** Makes somebody a member of the customer's household (家庭): spouses, parents and children own as one. */
  joinHousehold: command({
    permission: 'customers.write',
    input: z.strictObject({ customerId: idSchema, memberId: idSchema }),
    output: nothing,
  }),
  /** Takes a member out of the household again. */
  leaveHousehold: command({
    permission: 'customers.write',
    input: z.strictObject({ customerId: idSchema, memberId: idSchema }),
    output: nothing,
  }),
  /**
   * Asks to see phone and identity number in full: a logged act with a reason of the list, good for some minutes. Another
   * reason is said in words; REASON_MISSING without them.
   */
  reveal: command({
    permission: 'customers.reveal',
    input: z.strictObject({
      customerId: idSchema,
      reason: z.enum(revealReasons),
      words: z.string().trim().max(200).default(''),
    }),
    output: z.strictObject({ until: z.int() }),
  }),
  /** Phone and identity number in full; refused without a reveal of this person's own a moment ago. */
  revealed: query({
    permission: 'customers.reveal',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({
      phone: z.string(),
      secondPhone: z.string().nullable(),
      identityNumber: z.string().nullable(),
    }),
  }),
  /**
   * Keeps a person's data and uses them no more (限制处理): no list, search, paper or follow-up has them. CUSTOMER_DEAL_LIVE
   * while a deal needs them.
   */
  restrict: command({
    permission: 'privacy.manage',
    input: z.strictObject({ customerId: idSchema, reason: z.enum(restrictionReasons) }),
    output: nothing,
  }),
  /** Uses them again. PHONE_TAKEN where the person came anew meanwhile. */
  liftRestriction: command({
    permission: 'privacy.manage',
    input: z.strictObject({ customerId: idSchema }),
    output: nothing,
  }),
  /** Nothing of the person is deleted while there is a reason, whatever the terms say; an empty one lifts the hold. */
  hold: command({
    permission: 'privacy.manage',
    input: z.strictObject({ customerId: idSchema, reason: z.string().trim().max(200) }),
    output: nothing,
  }),
  /**
   * Destroys what names the person, for good: CUSTOMER_KEPT_BY_LAW, CUSTOMER_DEAL_LIVE or CUSTOMER_HELD where that can't
   * be. Amounts, days and numbers of papers stay.
   */
  anonymise: command({
    permission: 'privacy.manage',
    input: z.strictObject({ customerId: idSchema }),
    output: nothing,
  }),
  /** Everything the office holds of a person, part by part; refused without a reveal of this person's own a moment ago. */
  personalReport: query({
    permission: 'privacy.manage',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({
      parts: z.array(
        z.strictObject({ title: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
      ),
    }),
  }),
};
