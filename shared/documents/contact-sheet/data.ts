import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const blank = z.string().trim().max(200);
const name = z.string().trim().min(1).max(100);

/** What a contact sheet (客户联系单) is built from: how the buyers of a deal are reached, and what they were promised when. */
export const contactSheetDataSchema = z.strictObject({
  subscription: name,
  subscribedOn: localDateSchema,
  project: name,
  seller: z.strictObject({ name, phone: blank }),
  consultant: name,
  unit: name,
  buyers: z
    .array(z.strictObject({ name, phone: blank, secondPhone: blank, address: blank, agent: blank }))
    .min(1)
    .max(10),
  /** What is to happen by which day, in its order. */
  promises: z
    .array(z.strictObject({ what: name, dueOn: localDateSchema }))
    .min(1)
    .max(140),
});

/** What a contact sheet is built from. */
export type ContactSheetData = z.output<typeof contactSheetDataSchema>;
