import { homedir } from 'node:os';
import path from 'node:path';

/** The project. */
export const root = path.resolve(import.meta.dirname, '../..');

/** Where what is made once for this machine lies, kept between clones: the development Electron and its SQLite binding. */
export function cacheOf(env = process.env) {
  return path.join(env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'zhiye-desk-electron');
}

/** A file of the installed packages. */
export function inModules(...parts) {
  return path.join(root, 'node_modules', ...parts);
}
