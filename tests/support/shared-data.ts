import { existsSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared/data');

/** Absolute path of a file of the shared data folder beside the project, or undefined when it is not there. */
export function sharedDataFile(name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? file : undefined;
}
