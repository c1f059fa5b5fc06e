import { z } from 'zod';
import { backupReasons, snapshotPageSchema } from '#shared/domain/backups/snapshot-page.ts';
import { backupProgressSchema } from '#shared/domain/backups/steps.ts';
import { refusalSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const stamp = z.string().regex(/^\d{8}-\d{6}$/);
const snapshotSchema = snapshotPageSchema
  .pick({ at: true, reason: true, sizeBytes: true, events: true, verifiedAt: true, tookMs: true, files: true })
  .extend({ stamp });

/** What managers and administrators are told of the backups. */
const alarmSchema = z.strictObject({
  kind: z.enum(['noPlace', 'failed', 'old']),
  level: z.enum(['act', 'watch']),
  /** Why the last attempt failed. */
  code: refusalSchema.shape.code.nullable(),
  /** Where the backups lie; empty where no place is chosen. */
  folder: z.string(),
  newestAt: z.int().nullable(),
});

/** The copies of the office at a second place. */
export const backups = {
  /** Everything about them, the place looked at anew. */
  state: query({
    permission: 'backups.manage',
    input: nothing,
    output: z.strictObject({
      /** False where the office was opened by something that makes none. */
      able: z.boolean(),
      place: z.strictObject({ folder: z.string() }).nullable(),
      /** What is there; null while nobody could look. */
      found: z
        .strictObject({
          sameDisk: z.boolean(),
          freeBytes: z.number().nonnegative(),
          sizeBytes: z.int().nonnegative(),
          snapshots: z.array(snapshotSchema),
          /** Put aside, because they were not good any more. */
          broken: z.array(snapshotSchema),
          pruned: z.array(
            z.strictObject({ stamp: z.string(), at: z.int(), reason: z.enum(backupReasons), prunedAt: z.int() }),
          ),
        })
        .nullable(),
      /** The newest good one. */
      newest: snapshotSchema.nullable(),
      /** Acts since the newest one. */
      actsSince: z.int().nonnegative(),
      nextAt: z.int().nullable(),
      /** The next one is due already. */
      due: z.boolean(),
      alarm: alarmSchema.nullable(),
      failure: refusalSchema.extend({ at: z.int() }).nullable(),
      running: backupProgressSchema
        .extend({
          kind: z.enum(['make', 'check']),
          reason: z.enum(backupReasons).nullable(),
          stamp: z.string().nullable(),
          since: z.int(),
          stopping: z.boolean(),
        })
        .nullable(),
      /** Copies in the office's own folder, made before an update of its database. */
      migrations: z.array(
        z.strictObject({ name: z.string(), at: z.int(), version: z.int(), sizeBytes: z.int().nonnegative() }),
      ),
    }),
  }),
  /** What managers and administrators have to be told; cheap, for every window. */
  alarm: query({
    permission: 'backups.manage',
    input: nothing,
    output: z.strictObject({ alarm: alarmSchema.nullable() }),
  }),
  /** Begins to make one now; answers at once. Refused as BACKUP_NO_PLACE, BACKUP_RUNNING. */
  begin: command({ permission: 'backups.manage', input: nothing, output: nothing }),
  /** Stops what is being made or looked at again; nothing of it is left. */
  stop: command({ permission: 'backups.manage', input: nothing, output: nothing }),
  /** Looks at one again; answers when it is good. Refused as BACKUP_BROKEN, BACKUP_RUNNING, NOT_FOUND. */
  check: command({
    permission: 'backups.manage',
    input: z.strictObject({ stamp }),
    output: z.strictObject({ verifiedAt: z.int() }),
  }),
};
