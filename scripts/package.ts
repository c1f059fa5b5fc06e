import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AfterPackContext, build } from 'electron-builder';
import { configurationOf, isForRelease, type Runtime, unpackedFolder } from './packaging/configuration.ts';
import { firstPage } from './packaging/first-page.ts';

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
const text = await firstPage(program);
console.log(`It starts, and its first page says: ${text.split('\n')[0]}`);
console.log(`Packed: ${path.relative(root, folder)}`);
