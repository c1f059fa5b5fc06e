import { z } from 'zod';
import { longActSchema } from '#shared/kernel/long-act.ts';

const bytes = z.int().nonnegative();
const milliseconds = z.number().nonnegative();

/** How long a procedure takes, since the office was opened. */
export const procedureTimeSchema = z.strictObject({
  path: z.string(),
  calls: z.int().positive(),
  /** Of all calls. */
  meanMs: milliseconds,
  /** Of the last calls, 19 in 20 took no longer. */
  p95Ms: milliseconds,
  longestMs: milliseconds,
  /** When the longest one ended, UTC ms. */
  longestAt: z.int(),
  /** It keeps the office's own thread for as long as it runs; others wait for files, passwords or the second thread. */
  direct: z.boolean(),
});

/** A terminal that is connected, and what it has not taken in yet. */
export const presentTerminalSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  address: z.string(),
  program: z.string(),
  /** Windows it has open. */
  windows: z.int(),
  since: z.int(),
  unsentBytes: bytes,
});

/** What an office knows of its own health. Nothing of its business: a supporter may read it. */
export const healthFiguresSchema = z.strictObject({
  at: z.int(),
  openedAt: z.int(),
  /** The disk of the office's folder; null where the system does not tell. */
  disk: z.strictObject({ freeBytes: bytes, sizeBytes: bytes }).nullable(),
  database: z.strictObject({ sizeBytes: bytes, walBytes: bytes, events: z.int().nonnegative() }),
  blobs: z.strictObject({ count: z.int().nonnegative(), sizeBytes: bytes }),
  /** The newest good backup at the second place, and what is wrong with the backups. */
  backup: z.strictObject({ at: z.int(), sizeBytes: bytes }).nullable(),
  /** Since when the office has its key, UTC ms; null before its setup. */
  keySince: z.int().nullable(),
  backupAlarm: z
    .strictObject({ kind: z.enum(['noPlace', 'failed', 'old']), level: z.enum(['act', 'watch']) })
    .nullable(),
  procedures: z.array(procedureTimeSchema),
  /** How late the office's own thread comes to what waits for it, in the last minutes. */
  loop: z.strictObject({ meanMs: milliseconds, p99Ms: milliseconds, longestMs: milliseconds }),
  terminals: z.array(presentTerminalSchema),
  /** Papers that are being made, and those that took their number and are not made. */
  papers: z.strictObject({ making: z.int().nonnegative(), left: z.int().nonnegative() }),
  /** PCs that remember another log than the office has, which nobody has settled; the newest first. */
  logAlarms: z.array(z.strictObject({ place: z.string(), seq: z.int(), at: z.int() })),
  longAct: longActSchema.omit({ actorId: true, by: true }).nullable(),
  memory: z.strictObject({ usedBytes: bytes, freeBytes: bytes, sizeBytes: bytes }),
  versions: z.strictObject({
    program: z.string().nullable(),
    schema: z.int(),
    sqlite: z.string(),
    node: z.string(),
    /** Null for a host without windows. */
    electron: z.string().nullable(),
    system: z.string(),
  }),
});

/** See {@link healthFiguresSchema}. */
export type HealthFigures = z.output<typeof healthFiguresSchema>;
/** See {@link procedureTimeSchema}. */
export type ProcedureTime = z.output<typeof procedureTimeSchema>;
/** See {@link presentTerminalSchema}. */
export type PresentTerminal = z.output<typeof presentTerminalSchema>;
