import { z } from 'zod';
import { channels, customerRatings } from '#shared/domain/customers/states.ts';
import { visitKinds } from '#shared/domain/visits/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, lineSchema, noteSchema, personSchema } from './common.ts';
import { phoneInputSchema } from './customers.ts';
import { command, query } from './procedure.ts';

/** Calls and visits at the front desk. */
export const visits = {
  /** Registers a call or visit: of a known customer, or of a new one whose file it opens. */
  register: command({
    permission: 'visits.write',
    input: z.strictObject({
      kind: z.enum(['call', 'visit']),
      customerId: idSchema.nullable(),
      name: lineSchema,
      phone: phoneInputSchema,
      channel: z.enum(channels),
      rating: z.enum(customerRatings),
      partySize: z.int().min(1).max(30),
      intent: noteSchema,
      notes: noteSchema,
      nextFollowUpOn: localDateSchema.nullable(),
      /** The consultant who receives; the caller when null. */
      receivedBy: idSchema.nullable(),
    }),
    output: z.strictObject({
      visitId: idSchema,
      customerId: idSchema,
      created: z.boolean(),
      owner: z.enum(['receiver', 'kept', 'other']),
    }),
  }),
  /** The register of a day, newest first. */
  day: query({
    permission: 'visits.read',
    input: z.strictObject({ day: localDateSchema }),
    output: z.strictObject({
      counts: z.strictObject({ call: z.int(), firstVisit: z.int(), returnVisit: z.int() }),
      rows: z.array(
        z.strictObject({
          id: idSchema,
          kind: z.enum(visitKinds),
          at: z.int(),
          customerId: idSchema,
          name: z.string(),
          phone: z.string(),
          channel: z.enum(channels),
          rating: z.enum(customerRatings),
          receivedBy: z.string(),
          notes: z.string(),
          /** The caller may open the customer's file. */
          open: z.boolean(),
        }),
      ),
    }),
  }),
  /** Who receives next, in the order of the rota, with how many each has received today. */
  rota: query({
    permission: 'visits.read',
    input: z.strictObject({ day: localDateSchema }),
    output: z.array(
      z.strictObject({
        person: personSchema,
        received: z.int(),
        calls: z.int(),
        next: z.boolean(),
        lastAt: z.int().nullable(),
      }),
    ),
  }),
};
