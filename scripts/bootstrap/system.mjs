import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { say } from './say.mjs';

/** Libraries that a window needs on a bare Debian, and their packages; the second name is the one up to Debian 12. */
const libraries = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnss3.so': ['libnss3'],
  'libgbm.so.1': ['libgbm1'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libsecret-1.so.0': ['libsecret-1-0'],
};

/** Programs and their packages. */
const programs = {
  Xvfb: 'xvfb',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  cupsd: 'cups',
  lp: 'cups-client',
  strace: 'strace',
  sslscan: 'sslscan',
  ip: 'iproute2',
  tc: 'iproute2',
  cupsfilter: 'cups-filters',
  gcc: 'gcc',
  'g++': 'g++',
};

/** True when a program is on the path, or where system programs lie. */
export function hasProgram(name, env = process.env) {
  const folders = [...(env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];
  return folders.some((folder) => existsSync(`${folder}/${name}`));
}

/** Debian's packages for the libraries and programs that are missing, each once. `old` is Debian 12 or before. */
export function packagesFor(missing, old) {
  const names = missing.map((name) => {
    const known = libraries[name];
    return known === undefined ? programs[name] : (old && known[1]) || known[0];
  });
  return [...new Set(names)];
}

function missingLibraries() {
  const env = { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` };
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env }).stdout ?? '';
  return Object.keys(libraries).filter((library) => !known.includes(library));
}

function isOld(release) {
  return /VERSION_ID="?(1[0-2]|2[0-3]\.)/.test(release);
}

/**
 * Installs what is missing of `wanted` programs (and with `windows` of the libraries of a window): on Debian as root by
 * apt; for others it prints the command and goes on, and what can't run says so itself.
 */
export function installSystem(wanted, { windows = false } = {}) {
  if (process.platform !== 'linux') return;
  const missing = [...wanted.filter((name) => !hasProgram(name)), ...(windows ? missingLibraries() : [])];
  if (missing.length === 0) return;
  if (!existsSync('/etc/debian_version'))
    return say(`Missing on this system: ${missing.join(', ')}. Please install them.`);
  const packages = packagesFor(missing, isOld(readFileSync('/etc/os-release', 'utf8')));
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid() !== 0) return say(`System packages are missing. Please run:  sudo ${command}`);
  say(`Installing system packages: ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (line) => spawnSync('sh', ['-c', line], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (!run(command) && !(run('apt-get update -qq') && run(command)))
    say(`apt could not install the packages. Please run it by hand:  ${command}`);
}
