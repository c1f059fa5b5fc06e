import { z } from 'zod';
import { bookingStates } from '#shared/domain/bookings/states.ts';
import { paymentMethods, receiptStates } from '#shared/domain/payments/states.ts';
import { planFields } from '#shared/domain/plans/naming.ts';
import { planCodeSchema } from '#shared/domain/plans/template.ts';
import { amountSchema, ONE_PPM } from '#shared/kernel/money.ts';
import { canSchema, idSchema, personSchema, reasonSchema, versionSchema } from './common.ts';
import { command, query } from './procedure.ts';

const row = z.strictObject({
  id: idSchema,
  number: z.string(),
  unitId: idSchema,
  unit: z.string(),
  state: z.enum(bookingStates),
  customer: z.string(),
  customerId: idSchema,
  consultant: personSchema,
  /** The price that the booking keeps. */
  listPrice: amountSchema,
  money: amountSchema,
  /** How the customer means to pay; null where nobody said. */
  planKind: planFields.planKind.nullable(),
  planName: planFields.planName,
  /** What the customer asks to be taken off the list price, ppm: it is decided when the home is subscribed. */
  askedPpm: z.int(),
  /** Booking money that is still with the office: neither paid back nor taken over into a deal. */
  held: amountSchema,
  createdAt: z.int(),
  /** Until when the request or the payment is waited for; once the money is in, until when the home is kept. UTC ms. */
  expiresAt: z.int(),
  /** The home is frozen: the term runs on, and the home is free of the booking once it is thawed after its end. */
  frozen: z.boolean(),
  extensions: z.int(),
  approvalId: idSchema.nullable(),
  /** `receive`, `extend`, `refund`, `drop`. */
  can: canSchema,
  version: versionSchema,
});

/** Small bookings (小订): a home kept for days against money that is paid back when nothing comes of it. */
export const bookings = {
  list: query({
    permission: 'subscriptions.read',
    input: z.strictObject({
      scope: z.enum(['mine', 'all']),
      /** Only those that keep a home, or of which money is still here. */
      open: z.boolean(),
    }),
    output: z.array(row),
  }),
  detail: query({
    permission: 'subscriptions.read',
    input: z.strictObject({ bookingId: idSchema }),
    output: z.strictObject({
      row,
      /** Why it is booked, and why something shall be taken off. */
      reason: z.string(),
      endReason: z.string(),
      /** Ways to pay that the office takes. */
      methods: z.array(z.enum(paymentMethods)),
      openedAt: z.int().nullable(),
      endedAt: z.int().nullable(),
      /** Empty for whoever may not read payments. */
      receipts: z.array(
        z.strictObject({
          id: idSchema,
          number: z.string(),
          method: z.enum(paymentMethods),
          amount: amountSchema,
          payer: z.string(),
          receivedAt: z.int(),
          cashier: z.string(),
          state: z.enum(receiptStates),
        }),
      ),
    }),
  }),
  /**
   * Asks for a small booking of a home that the caller has locked or held for the customer. A consultant's waits for a
   * supervisor; a supervisor's waits for the money at once. The home is kept meanwhile. A wish for a discount says why.
   */
  create: command({
    permission: 'bookings.write',
    input: z.strictObject({
      unitId: idSchema,
      customerId: idSchema,
      planCode: planCodeSchema.nullable().default(null),
      askedPpm: z.int().min(0).max(ONE_PPM).default(0),
      reason: z.string().trim().max(500),
    }),
    output: z.strictObject({
      bookingId: idSchema,
      number: z.string(),
      state: z.enum(bookingStates),
      approvalId: idSchema.nullable(),
    }),
  }),
  /** Takes the booking money (小订金) with its receipt: the booking begins. */
  receive: command({
    permission: 'payments.receive',
    input: z.strictObject({
      bookingId: idSchema,
      version: versionSchema,
      method: z.enum(paymentMethods),
      reference: z.string().trim().max(80),
    }),
    output: z.strictObject({ receiptId: idSchema, number: z.string(), expiresAt: z.int() }),
  }),
  /** Keeps the home for another term of days, as often as the office allows. */
  extend: command({
    permission: 'bookings.write',
    input: z.strictObject({ bookingId: idSchema, version: versionSchema }),
    output: z.strictObject({ expiresAt: z.int() }),
  }),
  /** Gives up a booking that was agreed to before its money came. */
  drop: command({
    permission: 'bookings.write',
    input: z.strictObject({ bookingId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(bookingStates) }),
  }),
  /** Ends a booking whose money was paid back and whose papers are back (退小订): the home is free. */
  refund: command({
    permission: 'bookings.write',
    input: z.strictObject({ bookingId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(bookingStates) }),
  }),
};
