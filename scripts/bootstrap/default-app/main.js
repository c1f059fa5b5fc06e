// Stand-in for the application that Electron runs when it is given a folder: the development runtime has none of its own.
// The await at the top holds `ready` back until the program's entry has been evaluated, as the real one does.
import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import url from 'node:url';
import { app } from 'electron/main';

const preload = [];
let target;
const given = process.argv.slice(1);
for (let index = 0; index < given.length && target === undefined; index += 1) {
  if (given[index] === '-r' || given[index] === '--require') {
    index += 1;
    preload.push(given[index]);
  } else if (!given[index].startsWith('-')) target = given[index];
}
if (preload.length > 0) Module._preloadModules(preload);
if (target === undefined) {
  console.error('No program was given.');
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const folder = path.resolve(target);
  const description = path.join(folder, 'package.json');
  let appPath;
  if (fs.existsSync(description)) {
    const { version, productName, name } = JSON.parse(fs.readFileSync(description, 'utf8'));
    if (version) app.setVersion(version);
    app.name = productName ?? name ?? app.name;
    appPath = folder;
  }
  const entry = Module._resolveFilename(folder, null, true);
  app.setAppPath(appPath ?? path.dirname(entry));
  try {
    await import(url.pathToFileURL(entry).href);
  } catch (error) {
    console.error('The program threw an error while it was loaded.', error);
    app.exit(1);
  }
}
