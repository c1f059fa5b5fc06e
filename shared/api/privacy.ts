import { z } from 'zod';
import { readingWindows } from '#shared/domain/privacy/reading.ts';
import { readingMeasures } from '#shared/domain/privacy/states.ts';
import { nothing, query } from './procedure.ts';

const count = z.strictObject({
  measure: z.enum(readingMeasures),
  window: z.enum(readingWindows),
  count: z.int(),
  limit: z.int(),
});

/** Personal data: what is read of them, what people agreed to, what they ask, and when it is deleted. */
export const privacy = {
  /** What the person who asks has read today, against the office’s limits; `above` are those that were passed. */
  mine: query({
    permission: 'signedIn',
    input: nothing,
    output: z.strictObject({ counts: z.array(count), above: z.array(count) }),
  }),
};
