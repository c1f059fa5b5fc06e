import { z } from 'zod';

/** What is done while the keys of an office are changed, in its order; the first and the last at the place of the backups. */
export const keyChangeSteps = ['backup', 'close', 'copy', 'database', 'files', 'check', 'swap', 'backupAfter'] as const;

/** How far it is: what is done now, and how much of that. */
export const keyChangeProgressSchema = z.strictObject({
  step: z.enum(keyChangeSteps),
  percent: z.int().min(0).max(100),
});
/** See {@link keyChangeProgressSchema}. */
export type KeyChangeProgress = z.output<typeof keyChangeProgressSchema>;

/** What an office came to under its new key. */
export const keyChangeFiguresSchema = z.strictObject({
  events: z.int(),
  files: z.int(),
  /** Papers and scans that could not be opened before either, and were taken over as they are. */
  damaged: z.int(),
});
/** See {@link keyChangeFiguresSchema}. */
export type KeyChangeFigures = z.output<typeof keyChangeFiguresSchema>;
