import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const name = z.string().trim().min(1).max(120);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a draw result (摇号结果公示) is built from. No name is on it. */
export const drawResultDataSchema = z.strictObject({
  company: z.strictObject({ name: name.max(100), project: name.max(100) }),
  launch: z.strictObject({ number: name, name }),
  drawn: z.strictObject({ on: localDateSchema, at: z.string().regex(/^\d{2}:\d{2}$/), by: name }),
  witness: name,
  seed: z.string().min(1).max(200),
  seedSource: name,
  listHash: digest,
  /** One digest with what it was taken of, for whoever repeats it. */
  example: z.strictObject({ queueNo: z.int().positive(), digest }),
  /** Queue numbers in the order of their places. */
  result: z.array(z.int().positive()).min(1).max(20_000),
});

/** What a draw result is built from. */
export type DrawResultData = z.output<typeof drawResultDataSchema>;
