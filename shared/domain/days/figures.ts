import { z } from 'zod';
import { paymentMethods } from '#shared/domain/payments/states.ts';
import { fen, totalAmountSchema } from '#shared/kernel/money.ts';

const count = z.int().nonnegative();

/** A count of pieces with what they come to. */
const pieces = z.strictObject({ count, amount: totalAmountSchema });

/** Days that were closed before these were counted had none of them. */
const noneYet = pieces.default({ count: 0, amount: fen(0) });

/**
 * What a day came to: everything the log holds between the close before and this one, so that each entry counts on
 * exactly one day. What was entered after the close of a day counts on the next one, as `late`.
 */
export const dayFiguresSchema = z.strictObject({
  calls: count,
  firstVisits: count,
  returnVisits: count,
  locks: count,
  subscriptions: pieces,
  cancelled: count,
  contracts: pieces,
  receipts: pieces,
  /** Receipts that were voided, whenever they were taken. */
  voided: pieces,
  /** Receipts that were given for another one, for which no money came in. */
  exchanged: noneYet,
  /** Money that was paid back with its interest, how much of it was that, and refunds that were voided, whenever paid. */
  refunds: noneYet,
  refundInterest: noneYet,
  refundsVoided: noneYet,
  /** The receipts by the way they were paid; ways that nobody used are left out. */
  byMethod: z.array(z.strictObject({ method: z.enum(paymentMethods), count, amount: totalAmountSchema })),
  papers: count,
  prints: count,
  reveals: count,
  exports: count,
  failedLogins: count,
  /** Entries of the log. */
  entries: count,
  /** Of them, those of another calendar day. */
  late: count,
});

/** See {@link dayFiguresSchema}. */
export type DayFigures = z.output<typeof dayFiguresSchema>;
