import { z } from 'zod';
import { listNames, VIEW_NAME } from '#shared/domain/views/lists.ts';
import { idSchema, wordSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

/** Which list, and what of it a view keeps: filter and order, in words of the program. */
const kept = {
  list: z.enum(listNames),
  name: z.string().trim().min(1).max(VIEW_NAME),
  /** The filter as the address has it; what was searched for is not kept, because it is usually a person. */
  filter: z.record(wordSchema, wordSchema).refine((filter) => Object.keys(filter).length <= 20),
  sorting: z.array(z.strictObject({ id: wordSchema, desc: z.boolean() })).max(3),
};

/** Views of the lists that people have named: filter and order, one click away at every PC. */
export const views = {
  /** One's own views of a list and those that are for everybody, by name. */
  list: query({
    permission: 'signedIn',
    input: z.strictObject({ list: z.enum(listNames) }),
    output: z.array(
      z.strictObject({
        id: idSchema,
        name: kept.name,
        filter: z.record(z.string(), z.string()),
        sorting: kept.sorting,
        /** Everybody of the office has it. */
        shared: z.boolean(),
        /** Whose it is; null for one's own. */
        by: z.string().nullable(),
        mayRemove: z.boolean(),
      }),
    ),
  }),
  /** Keeps a view; one's own of the same name is replaced. `shared` asks for `views.share`. */
  save: command({
    permission: 'signedIn',
    input: z.strictObject({ ...kept, shared: z.boolean() }),
    output: z.strictObject({ viewId: idSchema }),
  }),
  /** Takes away a view of one's own; one that is for everybody also by whoever may share. */
  remove: command({
    permission: 'signedIn',
    input: z.strictObject({ viewId: idSchema }),
    output: nothing,
  }),
};
