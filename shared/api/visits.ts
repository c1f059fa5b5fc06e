import { z } from 'zod';
import { channels, customerRatings } from '#shared/domain/customers/states.ts';
import { interests, transports } from '#shared/domain/visits/register.ts';
import { pressedStatuses } from '#shared/domain/visits/rota-day.ts';
import { rotaStatuses } from '#shared/domain/visits/rota-state.ts';
import { visitEndings, visitKinds, visitTurns } from '#shared/domain/visits/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, lineSchema, noteSchema, personSchema, reasonSchema } from './common.ts';
import { phoneInputSchema } from './customers.ts';
import { command, nothing, query } from './procedure.ts';

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
      transport: z.enum(transports).nullable().default(null),
      /** Who sent them: a file of the office, or a name; a number that the office knows is linked to its file. */
      referrer: z
        .strictObject({
          customerId: idSchema.nullable(),
          name: z.string().trim().max(60),
          phone: phoneInputSchema.nullable(),
        })
        .nullable()
        .default(null),
      intent: noteSchema,
      notes: noteSchema,
      nextFollowUpOn: localDateSchema.nullable(),
      /** The consultant who receives; the caller when null. */
      receivedBy: idSchema.nullable(),
      /** The guest who entered themselves and is received with this. */
      arrivalId: idSchema.nullable().default(null),
    }),
    output: z.strictObject({
      visitId: idSchema,
      customerId: idSchema,
      created: z.boolean(),
      owner: z.enum(['receiver', 'kept', 'other']),
    }),
  }),
  /** Guests who entered themselves at the customers' screen and wait, the longest first. */
  waiting: query({
    permission: 'visits.write',
    input: nothing,
    output: z.array(
      z.strictObject({
        id: idSchema,
        name: z.string(),
        phone: z.string(),
        interests: z.array(z.enum(interests)),
        arrivedAt: z.int(),
      }),
    ),
  }),
  /** One of them is received: who opens what they typed is in the log. */
  openArrival: command({
    permission: 'visits.write',
    input: z.strictObject({ arrivalId: idSchema }),
    output: nothing,
  }),
  /** What one of them typed, for the form of whoever receives them and opened it a moment ago. */
  arrival: query({
    permission: 'visits.write',
    input: z.strictObject({ arrivalId: idSchema }),
    output: z.strictObject({ name: z.string(), phone: z.string(), interests: z.array(z.enum(interests)) }),
  }),
  /** One of them left before they were received, or never was a guest: what was typed is forgotten. */
  arrivalLeft: command({
    permission: 'visits.write',
    input: z.strictObject({ arrivalId: idSchema }),
    output: nothing,
  }),
  /** The register of a day, newest first. */
  day: query({
    permission: 'visits.read',
    input: z.strictObject({ day: localDateSchema }),
    output: z.strictObject({
      /** `here`: groups in the hall now. */
      counts: z.strictObject({ call: z.int(), firstVisit: z.int(), returnVisit: z.int(), here: z.int() }),
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
          partySize: z.int(),
          transport: z.enum(transports).nullable(),
          referrer: z.string().nullable(),
          turn: z.enum(visitTurns).nullable(),
          leftAt: z.int().nullable(),
          ending: z.enum(visitEndings).nullable(),
          notes: z.string(),
          /** The caller may open the customer's file. */
          open: z.boolean(),
        }),
      ),
    }),
  }),
  /** The register of some days, oldest first, with what it comes to; whoever sees only their own gets their own. */
  between: query({
    permission: 'visits.read',
    input: z.strictObject({ from: localDateSchema, to: localDateSchema }),
    output: z.strictObject({
      /** `fresh`: entries by which somebody became known; `classA`: people of the highest rating. */
      totals: z.strictObject({
        call: z.int(),
        firstVisit: z.int(),
        returnVisit: z.int(),
        fresh: z.int(),
        classA: z.int(),
      }),
      rows: z.array(
        z.strictObject({
          id: idSchema,
          kind: z.enum(visitKinds),
          at: z.int(),
          leftAt: z.int().nullable(),
          customerId: idSchema,
          name: z.string(),
          phone: z.string(),
          partySize: z.int(),
          channel: z.enum(channels),
          transport: z.enum(transports).nullable(),
          referrer: z.string().nullable(),
          rating: z.enum(customerRatings),
          intent: z.string(),
          nextFollowUpOn: localDateSchema.nullable(),
          receivedBy: z.string(),
          notes: z.string(),
          fresh: z.boolean(),
          /** The caller may open the customer's file. */
          open: z.boolean(),
        }),
      ),
    }),
  }),
  /** A group has left the hall; its receiver is ready again when it was the last one. */
  leave: command({ permission: 'visits.write', input: z.strictObject({ visitId: idSchema }), output: nothing }),
  /** It had not left after all; only today. */
  stillHere: command({ permission: 'visits.write', input: z.strictObject({ visitId: idSchema }), output: nothing }),
  /** The hall is empty: closes every visit of which nobody has written the end. */
  closeDay: command({
    permission: 'visits.write',
    input: z.strictObject({}),
    output: z.strictObject({ closed: z.int() }),
  }),
  /** The rota of a day in the order of its queue, with how many each has received. */
  rota: query({
    permission: 'visits.read',
    input: z.strictObject({ day: localDateSchema }),
    output: z.array(
      z.strictObject({
        person: personSchema,
        status: z.enum([...rotaStatuses, 'off']),
        /** Place among those who are ready, from 1; null for everybody else. */
        turn: z.int().nullable(),
        makeUps: z.int(),
        forfeits: z.int(),
        received: z.int(),
        calls: z.int(),
        next: z.boolean(),
        lastAt: z.int().nullable(),
      }),
    ),
  }),
  /** Presses what a consultant of the rota is doing now; `off` leaves the rota of today. */
  press: command({
    permission: 'visits.write',
    input: z.strictObject({ accountId: idSchema, status: z.enum(pressedStatuses) }),
    output: nothing,
  }),
  /** Takes one turn away from whoever broke the rule of the desk. */
  forfeit: command({
    permission: 'rota.rule',
    input: z.strictObject({ accountId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
  /** Gives the turn of a visit back: it was nobody new after all. */
  giveBack: command({
    permission: 'rota.rule',
    input: z.strictObject({ visitId: idSchema, reason: reasonSchema }),
    output: nothing,
  }),
};
