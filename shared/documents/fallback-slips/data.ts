import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const line = z.string().trim().max(120);

/** What numbered blank slips (手工选房单) are built from: one printing for a launch. */
export const fallbackSlipsDataSchema = z.strictObject({
  company: z.strictObject({ name: line, project: line }),
  launch: line,
  printedOn: localDateSchema,
  by: line,
  numbers: z.array(line).min(1).max(300),
});

/** What numbered blank slips are built from. */
export type FallbackSlipsData = z.output<typeof fallbackSlipsDataSchema>;
