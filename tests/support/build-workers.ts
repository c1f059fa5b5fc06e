import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkers } from '#scripts/office/bundle-workers.ts';
import { workersFolderVariable } from './workers.ts';

/**
 * Bundles the program's threads for the suites that start them and hands the folder to the test processes: a test office
 * starts its own threads, and ends them.
 */
export async function setup(): Promise<() => void> {
  // Beside the packages, so that the native ones are found from there.
  const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'zhiye-test-workers-'));
  await bundleWorkers(folder);
  process.env[workersFolderVariable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
