import { z } from 'zod';

/** What is done while a backup is made ready to take the place of an office, in its order. */
export const restoreSteps = ['copy', 'check', 'chain', 'files', 'compare'] as const;

/** How far it is: what is done now, and how much of that. */
export const restoreProgressSchema = z.strictObject({
  step: z.enum(restoreSteps),
  percent: z.int().min(0).max(100),
});
/** See {@link restoreProgressSchema}. */
export type RestoreProgress = z.output<typeof restoreProgressSchema>;
