import { z } from 'zod';
import { query } from './procedure.ts';

/** Ctrl+K: customers, units and papers by whatever one remembers of them. */
export const search = {
  /** Matches by name, pinyin, initials, phone, room and number; at most eight of each noun, best first. */
  find: query({
    permission: 'signedIn',
    input: z.strictObject({ text: z.string().trim().max(60) }),
    output: z.array(
      z.strictObject({
        noun: z.enum(['customers', 'units', 'subscriptions']),
        id: z.int(),
        title: z.string(),
        detail: z.string(),
      }),
    ),
  }),
};
