import { z } from 'zod';
import { dayFiguresSchema } from '#shared/domain/days/figures.ts';
import { dayStates } from '#shared/domain/days/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const closedDay = z.strictObject({
  id: idSchema,
  day: localDateSchema,
  number: z.string(),
  state: z.enum(dayStates),
  closings: z.int(),
  closedAt: z.int(),
  closedBy: z.string(),
  /** The head of the log as it stands on the paper. */
  seq: z.int(),
  head: z.string(),
  figures: dayFiguresSchema,
  /** Number of the signed check of the sales control on that day; null where there is none. */
  check: z.string().nullable(),
  reopened: z.strictObject({ at: z.int(), by: z.string(), reason: z.string() }).nullable(),
  /** `reopen`, and `issue` of its paper. */
  can: canSchema,
  version: versionSchema,
});

/** Days are closed by an act (日结): what they came to, and the head of the event log, which leaves the office on paper. */
export const days = {
  /** The day that waits to be closed, the days behind it, and the newest closed ones, at most 400. */
  list: query({
    permission: 'days.read',
    input: nothing,
    output: z.strictObject({
      next: z
        .strictObject({
          day: localDateSchema,
          /** What it comes to up to now. */
          figures: dayFiguresSchema,
          /** Further days that wait. */
          behind: z.int().nonnegative(),
          can: canSchema,
        })
        .nullable(),
      days: z.array(closedDay),
    }),
  }),
  /** Closes a day. Throws DAY_NOT_OVER, DAY_CLOSED, DAY_OUT_OF_ORDER. */
  close: command({
    permission: 'days.close',
    input: z.strictObject({ day: localDateSchema }),
    output: z.strictObject({ dayId: idSchema, number: z.string() }),
  }),
  /** Takes the newest closed day up again; its paper is voided. Throws DAY_REOPENED, DAY_NOT_NEWEST. */
  reopen: command({
    permission: 'days.reopen',
    input: z.strictObject({ dayId: idSchema, version: versionSchema, reason: reasonSchema }),
    output: z.strictObject({ state: z.enum(dayStates) }),
  }),
  /** Compares the log with a head as it stands on a paper: its number and how its hash begins, 8 signs or more. */
  checkHead: query({
    permission: 'events.read',
    input: z.strictObject({ seq: z.int().min(1), hash: z.string().trim().min(8).max(100) }),
    output: z.strictObject({
      verdict: z.enum(['fits', 'cut', 'changed']),
      /** Entries that the log has. */
      events: z.int(),
      /** When the entry was written, where it is there. */
      at: z.int().nullable(),
    }),
  }),
};
