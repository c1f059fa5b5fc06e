import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import { approvalKinds } from '#shared/domain/approvals/kinds.ts';
import { channels, customerRatings } from '#shared/domain/customers/states.ts';
import { figureMeasures } from '#shared/domain/tasks/figures.ts';
import { unitNewsKinds } from '#shared/domain/tasks/news.ts';
import { reminderKinds } from '#shared/domain/tasks/reminders.ts';
import { taskKinds, taskNouns } from '#shared/domain/tasks/task.ts';
import { visitKinds } from '#shared/domain/visits/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema } from './common.ts';
import { nothing, query } from './procedure.ts';

/** What a sentence mentions: names, rooms, amounts in fen, days. */
const paramsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

const task = z.strictObject({
  kind: z.enum(taskKinds),
  noun: z.enum(taskNouns),
  subjectId: idSchema,
  /** The day by whose end it is due; null where `dueAt` is a moment. */
  dueOn: localDateSchema.nullable(),
  dueAt: z.int(),
  overdue: z.boolean(),
  params: paramsSchema,
});

const figureRow = z.strictObject({
  measure: z.enum(figureMeasures),
  today: z.int(),
  week: z.int(),
  month: z.int(),
});

/** What each person must do now: always derived, never stored. */
export const tasks = {
  today: query({
    permission: 'signedIn',
    input: nothing,
    output: z.strictObject({
      day: localDateSchema,
      tasks: z.array(task),
      /** Own requests that somebody else has to decide, the oldest first. */
      waiting: z.array(
        z.strictObject({
          approvalId: idSchema,
          kind: z.enum(approvalKinds),
          unit: z.string(),
          person: z.string().nullable(),
          requiredPost: z.enum(posts),
          requestedAt: z.int(),
        }),
      ),
      /** Own figures of a consultant, the office's for everybody else; lines that the post may not read are left out. */
      figures: z.strictObject({
        scope: z.enum(['own', 'office']),
        rows: z.array(figureRow),
        available: z.int(),
      }),
      reminders: z.array(
        z.strictObject({
          kind: z.enum(reminderKinds),
          subscriptionId: idSchema.nullable(),
          contractId: idSchema.nullable(),
          dueOn: localDateSchema,
          params: paramsSchema,
        }),
      ),
      /** Who came last, newest first; a consultant's own. */
      visitors: z.array(
        z.strictObject({
          visitId: idSchema,
          customerId: idSchema,
          name: z.string(),
          rating: z.enum(customerRatings),
          kind: z.enum(visitKinds),
          channel: z.enum(channels),
          receivedBy: z.string(),
          at: z.int(),
          /** Null while they are in the hall. */
          leftAt: z.int().nullable(),
        }),
      ),
      /** What happened last today at the sales control. */
      news: z.array(
        z.strictObject({
          seq: z.int(),
          at: z.int(),
          kind: z.enum(unitNewsKinds),
          unit: z.string(),
          /** Who did it; null for the office itself. */
          actor: z.string().nullable(),
        }),
      ),
    }),
  }),
};
