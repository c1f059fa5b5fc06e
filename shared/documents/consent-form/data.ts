import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const line = z.string().trim().min(1).max(200);

/** What a notice and consent form (告知与同意书) is built from: the text as it was in force, and each purpose apart. */
export const consentFormDataSchema = z.strictObject({
  printedOn: localDateSchema,
  project: line,
  seller: z.strictObject({ name: line, phone: z.string().trim().max(200) }),
  /** The person and the number of the file. */
  person: z.strictObject({ name: line, file: line }),
  /** Edition of the text; 0 is the program's own. */
  edition: z.int().min(0),
  paragraphs: z.array(z.string().trim().min(1).max(8000)).min(1).max(200),
  /** Each is agreed to or not by itself; `separate` are those for which the law asks that. */
  purposes: z
    .array(z.strictObject({ title: line, text: z.string().trim().min(1).max(500), separate: z.boolean() }))
    .min(1)
    .max(12),
  consultant: line,
});

/** What a notice and consent form is built from. */
export type ConsentFormData = z.output<typeof consentFormDataSchema>;
