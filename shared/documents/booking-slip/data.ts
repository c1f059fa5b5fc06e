import { z } from 'zod';
import { paymentMethods } from '#shared/domain/payments/states.ts';
import { planKinds } from '#shared/domain/plans/states.ts';
import { decorations } from '#shared/domain/projects/house-types.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';

const line = z.string().trim().min(1).max(200);
const blank = z.string().trim().max(200);

/** What a booking slip (小订单) is built from. */
export const bookingSlipDataSchema = z.strictObject({
  bookedOn: localDateSchema,
  project: line,
  seller: z.strictObject({ name: line, phone: blank }),
  customer: z.strictObject({ name: line, phone: blank }),
  consultant: line,
  unit: z.strictObject({
    label: line,
    houseType: blank,
    orientation: blank,
    builtArea: areaSchema,
    innerArea: areaSchema.nullable(),
    /** How it is fitted out; slips of before say nothing of it. */
    decoration: z.enum(decorations).nullable().default(null),
    permit: line,
  }),
  listPrice: amountSchema,
  money: amountSchema,
  /** How the customer means to pay, and what they ask to be taken off the list price (ppm) and why: wishes, not terms. */
  planKind: z.enum(planKinds).nullable().default(null),
  planName: z.string().max(60).default(''),
  askedPpm: z.int().min(0).default(0),
  askedWhy: blank.default(''),
  method: z.enum(paymentMethods),
  /** Number of the receipt of the booking money. */
  receipt: line,
  /** The last day on which the home is kept. */
  untilOn: localDateSchema,
  /** Within so many days the money goes back when nothing comes of it. */
  refundDays: z.int().min(1).max(90),
});

/** What a booking slip is built from. */
export type BookingSlipData = z.output<typeof bookingSlipDataSchema>;
