import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AfterPackContext, build } from 'electron-builder';
import { configurationOf, isForRelease, type Runtime, unpackedFolder } from './packaging/configuration.ts';
import { firstPage } from './packaging/first-page.ts';
import { electronFuses, wrongFuses } from './packaging/fuses.ts';
import { isMended, newestElectron } from './packaging/newest-electron.ts';

const root = path.resolve(import.meta.dirname, '..');

type Description = { readonly version: string };

function description(file: string): Description {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

function runtimeOf(env: NodeJS.ProcessEnv): Runtime {
  const folder = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (folder === undefined) throw new Error('Run it as npm run package: that finds an Electron first.');
  return {
    folder,
    version: readFileSync(path.join(folder, 'version'), 'utf8').trim().replace(/^v/, ''),
    shipped: description('node_modules/electron/package.json').version,
    sqliteBinding: env.APP_SQLITE_BINDING,
  };
}

const runtime = runtimeOf(process.env);
const { version } = description('package.json');
const warning = `NOT FOR RELEASE. A trial package of Zhiye Desk ${version} on Electron ${runtime.version}; the product ships on Electron ${runtime.shipped}.`;

/** Puts into the packed folder what this Electron needs, and takes out what it does not. */
async function finish({ appOutDir, packager }: AfterPackContext): Promise<void> {
  const resources = packager.getResourcesDir(appOutDir);
  rmSync(path.join(resources, 'default_app.asar'), { force: true });
  if (isForRelease(runtime)) return;
  writeFileSync(path.join(appOutDir, 'NOT FOR RELEASE.txt'), `${warning}\n`);
  if (runtime.sqliteBinding === undefined) return;
  const packed = globSync('app.asar.unpacked/node_modules/better-sqlite3/prebuilds/*.node', { cwd: resources });
  for (const file of packed) copyFileSync(runtime.sqliteBinding, path.join(resources, file));
}

const folder = path.join(root, 'release', unpackedFolder(process.platform, process.arch));
rmSync(folder, { recursive: true, force: true });
await build({ projectDir: root, dir: true, publish: 'never', config: configurationOf(runtime, version, finish) });
if (!isForRelease(runtime)) console.log(warning);
const names = { linux: 'zhiye-desk', win32: 'Zhiye Desk.exe', darwin: 'Zhiye Desk.app/Contents/MacOS/Zhiye Desk' };
const program = path.join(
  folder,
  process.platform in names ? names[process.platform as keyof typeof names] : names.linux,
);
const wrong = await wrongFuses(program);
if (wrong.length > 0) throw new Error(`The program was packed with open doors: ${wrong.join(', ')}`);
console.log(`Its ${Object.keys(electronFuses).length} fuses stand as they should, read back from it.`);
const newest = newestElectron();
if (newest === undefined)
  console.log('Whether its Electron still gets mended was not checked: the registry does not answer.');
else if (isMended(runtime.shipped, newest))
  console.log(`Electron ${runtime.shipped}, for which it is made, still gets mended (newest: ${newest}).`);
else if (isForRelease(runtime))
  throw new Error(`Electron ${runtime.shipped} does not get mended any more: the newest is ${newest}.`);
else console.log(`For a release it takes a newer Electron than ${runtime.shipped}: the newest is ${newest}.`);
const text = await firstPage(program);
console.log(`It starts, and its first page says: ${text.split('\n')[0]}`);
console.log(`Packed: ${path.relative(root, folder)}`);
