import { z } from 'zod';
import { slipOutcomes, slipStates } from '#shared/domain/launches/states.ts';
import { idSchema, reasonSchema } from './common.ts';
import { command, query } from './procedure.ts';

const refusalSchema = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

const outcomeSchema = z.strictObject({
  slipId: idSchema,
  number: z.string(),
  outcome: z.enum(slipOutcomes),
  unit: z.string(),
  queueNo: z.int(),
  /** Who has the home, or why it could not be picked: a refusal as the desks know it; null for what was picked. */
  refusal: refusalSchema.nullable(),
});

/** Numbered blank slips (手工选房单) for the hours without the program, and their entry afterwards. */
export const launchSlips = {
  /** The slips of a launch, the newest printing first, with what became of them. */
  slips: query({
    permission: 'launches.read',
    input: z.strictObject({ launchId: idSchema }),
    output: z.array(
      z.strictObject({
        id: idSchema,
        number: z.string(),
        series: z.int(),
        state: z.enum(slipStates),
        printedAt: z.int(),
        unit: z.string(),
        queueNo: z.int().nullable(),
        writtenAt: z.int().nullable(),
        outcome: z.enum(slipOutcomes).nullable(),
        /** Who has the home, or why the slip was voided. */
        remark: z.string(),
        /** Why the home could not be picked. */
        refusal: refusalSchema.nullable(),
      }),
    ),
  }),
  /** Numbers so many blank slips; they are printed as a paper of the launch. */
  printSlips: command({
    permission: 'launches.write',
    input: z.strictObject({ launchId: idSchema, count: z.int().min(1).max(300) }),
    output: z.strictObject({ series: z.int(), from: z.string(), to: z.string() }),
  }),
  /**
   * Enters what was written by hand, in the order of the written times: whoever wrote first has the home. What somebody has
   * already is listed with who and since when, and never passed over.
   */
  enterSlips: command({
    permission: 'launches.pick',
    input: z.strictObject({
      launchId: idSchema,
      slips: z
        .array(
          z.strictObject({
            slipId: idSchema,
            queueNo: z.int().min(1),
            unitId: idSchema,
            /** The time that stands on the slip, UTC ms. */
            writtenAt: z.int().min(0),
          }),
        )
        .min(1)
        .max(100),
    }),
    output: z.strictObject({ outcomes: z.array(outcomeSchema) }),
  }),
  /** A slip that was spoilt or not used. */
  voidSlip: command({
    permission: 'launches.pick',
    input: z.strictObject({ slipId: idSchema, reason: reasonSchema }),
    output: z.strictObject({ number: z.string() }),
  }),
};
