import { z } from 'zod';
import { localDateSchema } from '#shared/kernel/local-date.ts';

const line = z.string().trim().min(1).max(300);
const blank = z.string().trim().max(600);

/** What a decision slip (判客单) is built from: the parties, the timeline, what the rules propose and what was decided. */
export const rulingSlipDataSchema = z.strictObject({
  company: z.strictObject({ name: line, project: line }),
  number: line,
  /** Surname only: the slip goes to the parties. */
  customer: line,
  reason: line,
  note: blank,
  openedBy: line,
  openedAt: line,
  parties: z
    .array(
      z.strictObject({
        name: line,
        post: line,
        claim: line,
        registeredOn: localDateSchema.nullable(),
        protectedUntil: localDateSchema.nullable(),
      }),
    )
    .min(2)
    .max(6),
  timeline: z.array(z.strictObject({ at: line, kind: line, by: line, counted: z.boolean() })).max(400),
  rule: line,
  proposal: line,
  ruling: line,
  departed: z.boolean(),
  grounds: blank,
  effect: line,
  /** Until when a party may appeal; empty once somebody has. */
  appealUntil: blank.default(''),
  /** The appeal, with the ruling that it is about once it has its outcome; null without one. */
  appeal: z.strictObject({ by: line, at: line, text: blank, first: blank }).nullable().default(null),
  decidedBy: line,
  decidedAt: line,
});

/** What a decision slip is built from. */
export type RulingSlipData = z.output<typeof rulingSlipDataSchema>;
