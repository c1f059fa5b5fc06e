import { z } from 'zod';
import { exportLists, exportScopes } from '#shared/domain/exports/lists.ts';
import { wordSchema } from './common.ts';
import { command } from './procedure.ts';

/** What leaves the office as a file. */
export const exports = {
  /**
   * Writes down that records leave the office, before they do: who, which list and filter, which columns, how many. The
   * number stands in the file too. What was searched for is not told, because it is usually a person.
   */
  record: command({
    permission: 'signedIn',
    input: z.strictObject({
      list: z.enum(exportLists),
      /** `mine`: nothing but the caller's own records. */
      scope: z.enum(exportScopes),
      filter: z
        .record(wordSchema, z.union([wordSchema, z.int(), z.boolean(), z.array(wordSchema).max(50)]))
        .refine((filter) => Object.keys(filter).length <= 20),
      searched: z.boolean(),
      columns: z.array(wordSchema).max(60),
      rows: z.int().min(0).max(1_000_000),
    }),
    output: z.strictObject({ number: z.string(), at: z.int() }),
  }),
};
