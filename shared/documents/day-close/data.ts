import { z } from 'zod';
import { dayFiguresSchema } from '#shared/domain/days/figures.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { sumFen } from '#shared/kernel/money.ts';

const name = z.string().trim().min(1).max(100);

/** What a daily close (日结单) is built from: what the office closed its day with, and the head of its log. */
export const dayCloseDataSchema = z
  .strictObject({
    day: localDateSchema,
    company: z.strictObject({ name, project: name }),
    /** When it was closed, by the office's own clock. */
    closed: z.strictObject({ on: localDateSchema, at: z.string().regex(/^\d{2}:\d{2}$/), by: name }),
    /** How often it was closed, this time included. */
    closings: z.int().positive(),
    figures: dayFiguresSchema,
    head: z.strictObject({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  })
  .refine(
    ({ figures: { byMethod, receipts } }) => sumFen(byMethod.map(({ amount }) => amount)) === receipts.amount,
    'the ways of paying do not sum to the receipts',
  );

/** What a daily close is built from. */
export type DayCloseData = z.output<typeof dayCloseDataSchema>;
