import { z } from 'zod';

/** What is done while a snapshot is made or looked at again, in its order. */
export const backupSteps = ['database', 'chain', 'files', 'seal'] as const;

/** How far it is: what is done now, and how much of that. */
export const backupProgressSchema = z.strictObject({
  step: z.enum(backupSteps),
  percent: z.int().min(0).max(100),
});
/** See {@link backupProgressSchema}. */
export type BackupProgress = z.output<typeof backupProgressSchema>;
