import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BackupDone, type BackupOrder, backUpOffice } from '#db/back-up-office.ts';
import { serveOrders } from '#electron/workers/serve-orders.ts';
import type { BackupProgress } from '#shared/domain/backups/steps.ts';

// The thread that copies an office, to which something happens in the middle of its next order: a program that is run at a
// step (pulling out the stick, say), or its own end. What and when stands in a file beside the office.

/** What happens to the next order. */
type Interruption = { readonly step: BackupProgress['step']; readonly run: readonly string[] };

const fileOf = (folder: string) => path.join(folder, 'interruption.json');

/** Has a program run when the next order of an office's backup thread comes to a step; none: the thread ends there. */
export function interruptNext(folder: string, interruption: Interruption): void {
  writeFileSync(fileOf(folder), JSON.stringify(interruption));
}

function happen(folder: string, { step }: BackupProgress): void {
  const file = fileOf(folder);
  if (!existsSync(file)) return;
  const wanted: Interruption = JSON.parse(readFileSync(file, 'utf8'));
  if (wanted.step !== step) return;
  rmSync(file);
  const [program, ...args] = wanted.run;
  // In a thread this ends the thread where it stands.
  if (program === undefined) process.exit(1);
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

serveOrders<BackupOrder, BackupDone, BackupProgress>({
  carryOut: (order, tell) =>
    backUpOffice(order, (progress) => {
      tell(progress);
      happen(order.folder, progress);
    }),
  codeOf: () => 'BACKUP_FAILED',
});
