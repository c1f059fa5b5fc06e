import path from 'node:path';
import { bundledWorker, type ThreadName } from '#scripts/office/threads.ts';

/** The variable that tells test processes where the bundled threads lie. */
export const workersFolderVariable = 'ZHIYE_TEST_WORKERS';

/** The module of one of the program's threads: bundled in the suites that have it so, the source elsewhere. */
export function workerModule(name: ThreadName): string {
  const bundled = process.env[workersFolderVariable];
  if (bundled !== undefined) return bundledWorker(bundled, name);
  return path.resolve(import.meta.dirname, '../../electron/workers', `${name}.ts`);
}
