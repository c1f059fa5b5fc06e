import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inModules, root } from './paths.mjs';
import { runNode } from './run-node.mjs';
import { Stop, say } from './say.mjs';

const sources = [
  'electron',
  'renderer',
  'shared',
  'db',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** Says for which Electron `out/` was built; its time is the time of the build. */
const stamp = path.join(root, 'out/.built-for');

function newest(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

function isFresh(major) {
  const stat = statSync(stamp, { throwIfNoEntry: false });
  if (stat === undefined || readFileSync(stamp, 'utf8') !== major) return false;
  return stat.mtimeMs > Math.max(...sources.map((name) => newest(path.join(root, name))));
}

/** Forgets the last build, because something else is about to write into `out/`. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** Builds the program when a source is newer than the last build, or when it was built for another Electron. */
export async function build(env) {
  const major = env.ELECTRON_MAJOR_VER;
  if (isFresh(major)) return;
  say('Building …');
  forgetBuild();
  const began = new Date();
  const code = await runNode([inModules('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'], env);
  if (code !== 0) throw new Stop('The program could not be built; the lines above say why.');
  writeFileSync(stamp, major);
  // What was saved during the build may not be in it.
  utimesSync(stamp, began, began);
}
