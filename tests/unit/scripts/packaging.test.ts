import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { configurationOf, isForRelease, unpackedFolder } from '#scripts/packaging/configuration.ts';
import { isMended } from '#scripts/packaging/newest-electron.ts';

const shipped = { folder: '/e', version: '45.4.1', shipped: '45.4.1' };
const trial = { ...shipped, version: '33.2.1', sqliteBinding: '/b.node' };
const nothing = async () => {};

describe('the package', () => {
  it('is for release only on the Electron that ships, with its own binding', () => {
    expect(isForRelease(shipped)).toBe(true);
    expect(isForRelease(trial)).toBe(false);
    expect(isForRelease({ ...shipped, sqliteBinding: '/b.node' })).toBe(false);
  });

  it('carries in its version that it is not for release', () => {
    expect(configurationOf(trial, '1.2.0', nothing).extraMetadata).toEqual({ version: '1.2.0-not-for-release' });
    expect(configurationOf(shipped, '1.2.0', nothing)).not.toHaveProperty('extraMetadata');
  });

  it('holds the build and no runtime, source or database of the development', () => {
    const { files } = configurationOf(shipped, '1.2.0', nothing);
    expect(files).toEqual(expect.arrayContaining(['out/**', '!**/node_modules/node-{linux,win}-x64/**']));
    expect(files).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(electron|renderer|tests|scripts)/)]));
  });

  it('brings what prints on Windows along there, outside of the archive, and nowhere else', () => {
    const { win, extraResources, ...elsewhere } = configurationOf(shipped, '1.2.0', nothing);
    expect(extraResources).toBeUndefined();
    expect(JSON.stringify(elsewhere)).not.toContain('Sumatra');
    const [program] = [win?.extraResources ?? []].flat();
    if (typeof program !== 'object') throw new Error('Nothing is brought along.');
    expect(existsSync(path.join(import.meta.dirname, '../../..', String(program.from)))).toBe(true);
    expect(program.to).toMatch(/^[^/]+\.exe$/);
  });

  it('closes every door that Electron leaves open for developers', () => {
    expect(configurationOf(shipped, '1.2.0', nothing).electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      onlyLoadAppFromAsar: true,
    });
  });

  it('knows an Electron that does not get mended any more', () => {
    expect(['45.4.1', '44.0.0', '43.9.9'].map((version) => isMended(version, '45.5.0'))).toEqual([true, true, true]);
    expect(['42.9.9', '33.2.1'].map((version) => isMended(version, '45.5.0'))).toEqual([false, false]);
  });

  it('lies in a folder named after its platform', () => {
    expect(unpackedFolder('linux', 'x64')).toBe('linux-unpacked');
    expect(unpackedFolder('win32', 'x64')).toBe('win-unpacked');
    expect(unpackedFolder('darwin', 'arm64')).toBe('mac-arm64');
  });
});
