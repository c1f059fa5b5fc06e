import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** The office's settings with their effective dates and the note of where each value comes from. */
export const settings = {
  list: query({
    permission: 'settings.read',
    input: nothing,
    output: z.array(
      z.strictObject({
        key: z.string(),
        value: z.json(),
        defaultValue: z.json(),
        effectiveFrom: localDateSchema.nullable(),
        /** The office's own note, as typed; null for what ships with the program, whose note each language has. */
        sourceNote: z.string().nullable(),
        coming: z.array(
          z.strictObject({ value: z.json(), effectiveFrom: localDateSchema, sourceNote: z.string(), by: z.string() }),
        ),
        past: z.array(
          z.strictObject({ value: z.json(), effectiveFrom: localDateSchema, sourceNote: z.string(), by: z.string() }),
        ),
      }),
    ),
  }),
  /** Gives a setting a value from a day on, today or later; earlier days keep theirs. */
  set: command({
    permission: 'settings.write',
    input: z.strictObject({
      key: z.string().min(1).max(60),
      value: z.json(),
      effectiveFrom: localDateSchema,
      sourceNote: z.string().trim().min(2).max(300),
    }),
    output: z.strictObject({ settingId: idSchema }),
  }),
};
