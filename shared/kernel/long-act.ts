import { z } from 'zod';

/** What is being written while a long act runs, in its order. */
export const longActSteps = ['checking', 'customers', 'deals', 'units', 'prices', 'takingBack', 'history'] as const;

/** See {@link longActSteps}. */
export type LongActStep = (typeof longActSteps)[number];

/** How far a long act is: what it writes now, and how much of the whole is done. */
export type ActProgress = { readonly step: LongActStep; readonly percent: number };

/** A long act as every window hears of it: which one, of whom, and how far it is. */
export const longActSchema = z.strictObject({
  procedure: z.string(),
  /** Null, as the name is, for what the office does by itself. */
  actorId: z.int().nullable(),
  by: z.string().nullable(),
  step: z.enum(longActSteps),
  percent: z.int().min(0).max(100),
  /** It was told to stop and takes back what it has written. */
  stopping: z.boolean(),
});

/** See {@link longActSchema}. */
export type LongAct = z.output<typeof longActSchema>;
