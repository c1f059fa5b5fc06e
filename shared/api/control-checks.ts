import { z } from 'zod';
import { controlFiguresSchema } from '#shared/domain/control/figures.ts';
import { controlCheckStates, controlDifferenceKinds } from '#shared/domain/control/states.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { canSchema, idSchema, reasonSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const signature = z.strictObject({ by: z.string(), at: z.int() }).nullable();

const summary = {
  id: idSchema,
  number: z.string(),
  day: localDateSchema,
  state: z.enum(controlCheckStates),
  runAt: z.int(),
  runBy: z.string(),
  units: z.int(),
  differences: z.int(),
  /** Differences that nobody has explained. */
  open: z.int(),
  supervisor: signature,
  manager: signature,
};

/** The daily check of the sales control (销控核对): board, deals and event log say the same, or what differs. */
export const controlChecks = {
  /** The newest checks, at most 400. */
  list: query({
    permission: 'controlChecks.read',
    input: nothing,
    output: z.strictObject({
      checks: z.array(z.strictObject(summary)),
      /** Number of today's check; null before it was run. */
      today: z.string().nullable(),
      /** `run`. */
      can: canSchema,
    }),
  }),
  /** One check with its differences and their records. */
  detail: query({
    permission: 'controlChecks.read',
    input: z.strictObject({ checkId: idSchema }),
    output: z.strictObject({
      ...summary,
      figures: controlFiguresSchema,
      seq: z.int(),
      head: z.string(),
      found: z.array(
        z.strictObject({
          id: idSchema,
          kind: z.enum(controlDifferenceKinds),
          unitId: idSchema.nullable(),
          unit: z.string(),
          /** Records that the person may open; null for those that are another's. */
          subscription: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
          contract: z.strictObject({ id: idSchema, number: z.string() }).nullable(),
          field: z.string(),
          expected: z.string(),
          found: z.string(),
          explanation: z.string(),
          explained: signature,
        }),
      ),
      /** `explain`, `sign`, and `issue` of its paper. */
      can: canSchema,
      version: versionSchema,
    }),
  }),
  /** Compares everything now. An open check of the same day gives way to it; a signed one is CHECK_SIGNED. */
  run: command({
    permission: 'controlChecks.run',
    input: nothing,
    output: z.strictObject({ checkId: idSchema, number: z.string(), differences: z.int() }),
  }),
  /** Says where a difference comes from and what is done about it. */
  explain: command({
    permission: 'controlChecks.run',
    input: z.strictObject({ differenceId: idSchema, explanation: reasonSchema }),
    output: nothing,
  }),
  /** Signs as supervisor or as manager. Throws CHECK_DIFFERENCES_OPEN while a difference is not explained. */
  sign: command({
    permission: 'controlChecks.run',
    input: z.strictObject({ checkId: idSchema, version: versionSchema }),
    output: z.strictObject({ state: z.enum(controlCheckStates) }),
  }),
};
