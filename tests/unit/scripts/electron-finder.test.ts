import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronEnvironment, firstFound, placesOf, programName } from '#scripts/bootstrap/electron.mjs';
import { cacheOf } from '#scripts/bootstrap/paths.mjs';

const env = { ELECTRON_OVERRIDE_DIST_PATH: '/given', XDG_CACHE_HOME: '/cache' };
const holding =
  (...folders: string[]) =>
  (file: unknown) =>
    folders.includes(path.dirname(String(file)));
const [given, own, cached] = placesOf(env).map(({ folder }) => folder) as [string, string, string];

describe('the Electron that the project runs on', () => {
  it('is looked for in the given folder, then in its own package, then in the cache', () => {
    expect(given).toBe('/given');
    expect(own).toMatch(/node_modules[/\\]electron[/\\]dist$/);
    expect(cached).toBe(path.join('/cache', 'zhiye-desk-electron', '33.2.1'));
  });

  it('is the first that is there', () => {
    const places = placesOf(env);
    expect(firstFound(places, holding(given, own, cached))?.folder).toBe(given);
    expect(firstFound(places, holding(own, cached))?.folder).toBe(own);
    expect(firstFound(places, holding(cached))?.folder).toBe(cached);
    expect(firstFound(places, holding())).toBeUndefined();
  });

  it('is not looked for in an override that is empty', () => {
    expect(placesOf({ ...env, ELECTRON_OVERRIDE_DIST_PATH: '' }).map(({ folder }) => folder)).toEqual([own, cached]);
  });

  it('keeps its cache in the home folder unless XDG_CACHE_HOME names another', () => {
    expect(cacheOf({ XDG_CACHE_HOME: '/elsewhere' })).toBe(path.join('/elsewhere', 'zhiye-desk-electron'));
    expect(cacheOf({})).toMatch(/\.cache[/\\]zhiye-desk-electron$/);
  });

  it('has the program name of its platform', () => {
    expect(programName('linux')).toBe('electron');
    expect(programName('win32')).toBe('electron.exe');
    expect(programName('darwin')).toBe('Electron.app/Contents/MacOS/Electron');
  });

  it('tells build, tools and program which one it is', () => {
    const electron = { folder: '/e', source: 'a test', program: '/e/electron', version: '33.2.1', binding: '/b.node' };
    expect(electronEnvironment(electron)).toEqual({
      ELECTRON_OVERRIDE_DIST_PATH: '/e',
      ELECTRON_EXEC_PATH: '/e/electron',
      ELECTRON_MAJOR_VER: '33',
      ZHIYE_ELECTRON: '33.2.1, from a test',
      APP_SQLITE_BINDING: '/b.node',
    });
    const newer = electronEnvironment({ ...electron, version: '45.4.1', binding: undefined });
    expect(newer).not.toHaveProperty('APP_SQLITE_BINDING');
    expect(newer.ELECTRON_MAJOR_VER).toBe('45');
  });
});
