import { z } from 'zod';
import { exportLists, exportScopes, MOST_EXPORTED } from '#shared/domain/exports/lists.ts';
import { idSchema, reasonSchema, wordSchema } from './common.ts';
import { command } from './procedure.ts';

/** What is told of a list that leaves. */
const leaving = {
  list: z.enum(exportLists),
  /** `mine`: nothing but the caller's own records. */
  scope: z.enum(exportScopes),
  filter: z
    .record(wordSchema, z.union([wordSchema, z.int(), z.boolean(), z.array(wordSchema).max(50)]))
    .refine((filter) => Object.keys(filter).length <= 20),
  searched: z.boolean(),
  columns: z.array(wordSchema).max(60),
  rows: z.int().min(0).max(1_000_000),
  /**
   * The records in it, one for each row, by which the office counts for itself; none for a list that holds no records of
   * the office, such as the problems of a file. The log keeps how many they are, not which.
   */
  ids: z.array(idSchema).max(MOST_EXPORTED).default([]),
} as const;

/** What leaves the office as a file or on paper. */
export const exports = {
  /**
   * Writes down that records leave the office, before they do: who, which list and filter, which columns, how many. The
   * number stands in the file too. What was searched for is not told, because it is usually a person. More rows of people
   * than the office's limit need a registered report or what {@link ask} asks for: EXPORT_NEEDS_APPROVAL. EXPORT_ROWS_WRONG where the
   * records are not those that the caller may read, or not as many as told.
   */
  record: command({
    permission: 'signedIn',
    input: z.strictObject({
      ...leaving,
      /** A file, or a list that this PC prints. */
      form: z.enum(['file', 'paper']).default('file'),
      /** A registered report: its recipient stands in the file, and no second person is asked. */
      reportId: idSchema.nullable().default(null),
    }),
    output: z.strictObject({ number: z.string(), at: z.int(), recipient: z.string().nullable() }),
  }),
  /**
   * Asks a second person to agree that a list longer than the office's limit leaves. What was agreed to serves once, for
   * the same list and filter, until it runs out. EXPORT_ASKED while one waits.
   */
  ask: command({
    permission: 'signedIn',
    input: z.strictObject({ ...leaving, reason: reasonSchema }),
    output: z.strictObject({ approvalId: idSchema }),
  }),
};
