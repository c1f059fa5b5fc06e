import { z } from 'zod';
import { channels, customerRatings, customerStates } from '#shared/domain/customers/states.ts';
import { followUpMethods, visitKinds } from '#shared/domain/visits/states.ts';
import { identityKinds } from '#shared/kernel/identity-number.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, lineSchema, noteSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** A phone as typed: checked and brought to its normal form by the office. */
export const phoneInputSchema = z.string().trim().min(3).max(40);

/** A customer in a list: phone masked. */
export const customerRowSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  phone: z.string(),
  rating: z.enum(customerRatings),
  channel: z.enum(channels),
  state: z.enum(customerStates),
  owner: personSchema.nullable(),
  protectedUntil: localDateSchema.nullable(),
  nextFollowUpOn: localDateSchema.nullable(),
  lastContactAt: z.int(),
});

const identityInput = z.strictObject({ kind: z.enum(identityKinds), number: z.string().trim().min(2).max(60) });

/** People who may buy, and what was said with them. */
export const customers = {
  list: query({
    permission: 'customers.read',
    input: z.strictObject({
      scope: z.enum(['mine', 'all', 'due']),
      text: z.string().trim().max(60),
      rating: z.enum(customerRatings).nullable(),
      state: z.enum(customerStates).nullable(),
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(customerRowSchema) }),
  }),
  /** Who has this phone, whole or its first digits: asked while it is being typed. At most five. */
  matchPhone: query({
    permission: 'visits.write',
    input: z.strictObject({ phone: z.string().trim().max(40) }),
    output: z.strictObject({
      normal: z.string().nullable(),
      problem: z.enum(['incomplete', 'unusual']).nullable(),
      matches: z.array(
        z.strictObject({
          customer: customerRowSchema,
          exact: z.boolean(),
          mine: z.boolean(),
          protection: z.enum(['protected', 'lapsed', 'none']),
          lastVisitAt: z.int().nullable(),
          visits: z.int(),
        }),
      ),
    }),
  }),
  detail: query({
    permission: 'customers.read',
    input: z.strictObject({ customerId: idSchema }),
    output: z.strictObject({
      customer: customerRowSchema,
      secondPhone: z.string().nullable(),
      identity: z.strictObject({ kind: z.enum(identityKinds), number: z.string() }).nullable(),
      address: z.string(),
      intent: z.string(),
      createdAt: z.int(),
      household: z.array(customerRowSchema),
      visits: z.array(
        z.strictObject({
          id: idSchema,
          kind: z.enum(visitKinds),
          at: z.int(),
          receivedBy: z.string(),
          notes: z.string(),
        }),
      ),
      followUps: z.array(
        z.strictObject({
          id: idSchema,
          at: z.int(),
          by: z.string(),
          method: z.enum(followUpMethods),
          content: z.string(),
          nextOn: localDateSchema.nullable(),
        }),
      ),
      subscriptions: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          unit: z.string(),
          state: z.string(),
          subscribedOn: localDateSchema,
        }),
      ),
      can: canSchema,
      version: versionSchema,
    }),
  }),
  update: command({
    permission: 'customers.write',
    input: z.strictObject({
      customerId: idSchema,
      version: versionSchema,
      name: lineSchema,
      secondPhone: phoneInputSchema.nullable(),
      /** Left alone when undefined: a masked number is never sent back. */
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
  /** Asks to see phone and identity number in full: a logged act with a reason, good for some minutes. */
  reveal: command({
    permission: 'customers.reveal',
    input: z.strictObject({ customerId: idSchema, reason: reasonSchema }),
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
};
