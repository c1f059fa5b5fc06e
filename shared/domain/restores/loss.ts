import { z } from 'zod';

/** An act of the log, as far as it is named before an office is open: never whom it was about. */
export const namedActSchema = z.strictObject({
  seq: z.int(),
  /** UTC ms. */
  at: z.int(),
  kind: z.string(),
  /** Who did it; null: the office itself. */
  by: z.string().nullable(),
});
/** See {@link namedActSchema}. */
export type NamedAct = z.output<typeof namedActSchema>;

/** What the office that is here would lose to a backup that takes its place. */
export const restoreLossSchema = z.discriminatedUnion('kind', [
  /** There is none here. */
  z.strictObject({ kind: z.literal('noOffice') }),
  /** Its file can't be read any more: what it had after the backup is gone with it. */
  z.strictObject({ kind: z.literal('unreadable') }),
  z.strictObject({
    kind: z.literal('counted'),
    acts: z.int(),
    /** From the last act that both have to the last that is here: so much work. */
    minutes: z.int(),
    /** Of each kind how many, the most frequent first. */
    kinds: z.array(z.strictObject({ kind: z.string(), count: z.int() })),
    people: z.array(z.string()),
    last: namedActSchema.nullable(),
    /** Acts that the backup has and the office here has not: it was restored before, or is another copy. */
    gained: z.int(),
  }),
]);
/** See {@link restoreLossSchema}. */
export type RestoreLoss = z.output<typeof restoreLossSchema>;

const MINUTE_MS = 60_000;

/** Counts what would be lost: the acts that only the office here has, and since when (UTC ms). */
export function lossOf(lost: readonly NamedAct[], since: number | null, gained: number): RestoreLoss {
  const counts = new Map<string, number>();
  for (const { kind } of lost) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const last = lost.at(-1) ?? null;
  const from = since ?? lost[0]?.at ?? 0;
  return {
    kind: 'counted',
    acts: lost.length,
    // A clock that was set back makes no work undone.
    minutes: last === null ? 0 : Math.max(0, Math.ceil((last.at - from) / MINUTE_MS)),
    kinds: [...counts].map(([kind, count]) => ({ kind, count })).toSorted((one, other) => other.count - one.count),
    people: [...new Set(lost.flatMap(({ by }) => (by === null ? [] : [by])))],
    last,
    gained,
  };
}

/** A backup that was made ready beside the office, and what is known of it. */
export const restorableSchema = z.strictObject({
  stamp: z.string(),
  /** When it was made, UTC ms. */
  at: z.int(),
  events: z.int(),
  head: z.string(),
  last: namedActSchema.nullable(),
  sizeBytes: z.int(),
  /** Papers and scans that it names, and how many of them were found nowhere. */
  files: z.strictObject({ count: z.int(), missing: z.int() }),
  loss: restoreLossSchema,
  /** The epoch of the office that is here; the restored one gets a higher one. */
  epoch: z.int(),
});
/** See {@link restorableSchema}. */
export type Restorable = z.output<typeof restorableSchema>;
