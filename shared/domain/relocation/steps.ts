import { z } from 'zod';

/** What is done while an office is copied to another place, in its order. */
export const relocationSteps = ['papers', 'database', 'chain', 'files', 'seal'] as const;

/** How far the copy of an office is: what is done now, and how much of that. */
export const relocationProgressSchema = z.strictObject({
  step: z.enum(relocationSteps),
  percent: z.int().min(0).max(100),
});
/** See {@link relocationProgressSchema}. */
export type RelocationProgress = z.output<typeof relocationProgressSchema>;

/** What an office and its verified copy both hold. */
export const relocationTotalsSchema = z.strictObject({
  events: z.int(),
  /** Hash of the last entry of the log. */
  head: z.string(),
  tables: z.int(),
  rows: z.int(),
  files: z.int(),
  sizeBytes: z.int(),
});
/** See {@link relocationTotalsSchema}. */
export type RelocationTotals = z.output<typeof relocationTotalsSchema>;
