import { z } from 'zod';
import { custodyActs } from '#shared/domain/custody/moves.ts';
import { custodyPlaces, originalPapers } from '#shared/domain/custody/places.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const name = z.string().trim().min(1).max(100);
const text = z.string().max(200);

/** What the receipt for originals (原件移交签收单) is built from: one act with its copies and both hands. */
export const handoverSlipDataSchema = z.strictObject({
  company: z.strictObject({ name, project: name }),
  contract: z.strictObject({ number: name, unit: name, buyers: name }),
  act: z.enum(custodyActs),
  on: localDateSchema,
  at: z.string().regex(/^\d{2}:\d{2}$/),
  giver: text,
  taker: text,
  /** The buyer for whom an agent took it; empty otherwise. */
  principal: text,
  reason: text,
  recordedBy: name,
  copies: z
    .array(
      z.strictObject({
        paper: z.enum(originalPapers),
        number: name,
        copyNo: z.int().positive(),
        copyOf: z.int().positive(),
        from: z.enum(custodyPlaces),
        to: z.enum(custodyPlaces),
      }),
    )
    .min(1)
    .max(40),
});

/** What the receipt for originals is built from. */
export type HandoverSlipData = z.output<typeof handoverSlipDataSchema>;
