import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkers } from '../office/bundle-workers.ts';
import { fontsInto } from '../office/fonts-into.ts';

// Beside the packages, so that the native ones are found from there.
const cache = path.resolve(import.meta.dirname, '../../node_modules/.cache');

const ours = /^zhiye-host-(\d+)-/;

/** The program's threads and typefaces in a folder of this process; `remove` when it ends. */
export async function layThreads(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const pid = Number(ours.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) rmSync(path.join(cache, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(path.join(cache, `zhiye-host-${process.pid}-`));
  await bundleWorkers(folder);
  return { folder: fontsInto(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What a host that was killed left behind is known by its number. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
