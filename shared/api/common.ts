import { z } from 'zod';
import { approvalConditionsSchema } from '#shared/domain/approvals/conditions.ts';
import { eventKinds } from '#shared/domain/events/kinds.ts';
import { planKinds } from '#shared/domain/plans/states.ts';
import { type ErrorCode, errorCodes } from '#shared/kernel/errors.ts';

function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCodes, text);
}

/** A refusal as data: the code and what its sentence mentions. */
export const refusalSchema = z.strictObject({
  code: z.string().refine(isErrorCode).pipe(z.custom<ErrorCode>()),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).exactOptional(),
});

/** What may be done with a record: true, or why not. A screen shows these buttons and decides nothing itself. */
export const canSchema = z.record(z.string(), z.union([z.literal(true), refusalSchema]));

/** A payment plan that the office offers today. */
export const offeredPlan = z.strictObject({ code: z.string(), kind: z.enum(planKinds), label: z.string() });

/** A person of the office, as a name beside a record. */
export const personSchema = z.strictObject({ id: z.int(), name: z.string() });

/** What somebody tied an approval to. */
export const tiedSchema = approvalConditionsSchema.extend({ by: z.string() });

/** What happened to a record, as its history tells it: when (UTC ms), by whom, and what the event carried. */
export const historyEventSchema = z.strictObject({
  seq: z.int(),
  at: z.int(),
  kind: z.enum(eventKinds),
  actor: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

/** Number of a row. */
export const idSchema = z.int().positive();

/** The version that the screen saw. */
export const versionSchema = z.int().positive();

/** A word of the program itself, such as the name of a column, a state or a day: never what somebody has typed. */
export const wordSchema = z.string().regex(/^[A-Za-z0-9][\w.-]{0,39}$/);

/** Free text of one line. */
export const lineSchema = z.string().trim().min(1).max(120);

/** Free text of several lines, may be empty. */
export const noteSchema = z.string().trim().max(2000);

/** Why something is done: asked for wherever somebody will later ask. */
export const reasonSchema = z.string().trim().min(2).max(500);

/** The most rows of a long list that are answered at once. */
export const LIST_ROWS = 500;

/**
 * Which part of a long list, and in which order: the office sorts and counts, a screen asks for what is in view. Without
 * an order the newest come first; empty values come last in any order.
 */
export function listPart<const Column extends string>(columns: readonly [Column, ...Column[]]) {
  return {
    sort: z
      .array(z.strictObject({ by: z.enum(columns), desc: z.boolean() }))
      .max(3)
      .default([]),
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(LIST_ROWS).default(200),
  };
}
