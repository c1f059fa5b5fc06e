import { z } from 'zod';
import { customerRatings } from '#shared/domain/customers/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { amountSchema } from '#shared/kernel/money.ts';
import { nothing, query } from './procedure.ts';

const task = z.strictObject({
  kind: z.string(),
  noun: z.string(),
  subjectId: z.int(),
  dueAt: z.int(),
  overdue: z.boolean(),
  /** What the sentence of the task mentions: names, rooms, amounts in fen, days. */
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** What each person must do now: always derived, never stored. */
export const tasks = {
  today: query({
    permission: 'signedIn',
    input: nothing,
    output: z.strictObject({
      day: localDateSchema,
      tasks: z.array(task),
      figures: z.strictObject({
        calls: z.int(),
        visits: z.int(),
        subscriptions: z.int(),
        subscribedAmount: amountSchema,
        receivedAmount: amountSchema,
        available: z.int(),
        waitingApprovals: z.int(),
      }),
      recentCustomers: z.array(
        z.strictObject({
          id: z.int(),
          name: z.string(),
          phone: z.string(),
          rating: z.enum(customerRatings),
          at: z.int(),
        }),
      ),
    }),
  }),
};
