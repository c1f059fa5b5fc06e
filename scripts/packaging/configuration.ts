import type { AfterPackContext, Configuration } from 'electron-builder';
import { sumatra } from '#electron/device/print-windows.ts';
import { electronFuses } from './fuses.ts';

/** The Electron that is packed, and what the package says about itself. */
export type Runtime = {
  /** Folder of the Electron that is packed. */
  readonly folder: string;
  readonly version: string;
  /** The version that the product is made for. */
  readonly shipped: string;
  /** A binding of SQLite that this Electron needs instead of the one in the package. */
  readonly sqliteBinding?: string | undefined;
};

/** True for the Electron that customers get; any other makes a trial package. */
export function isForRelease(runtime: Runtime): boolean {
  return runtime.version === runtime.shipped && runtime.sqliteBinding === undefined;
}

/** Folder of the unpacked program below `release/`. */
export function unpackedFolder(platform: NodeJS.Platform, arch: string): string {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'win32') return `win${suffix}-unpacked`;
  return platform === 'darwin' ? `mac${suffix}` : `linux${suffix}-unpacked`;
}

/**
 * How electron-builder packs the program: `out/` and the native modules of production, nothing of the development. A
 * package on another Electron than the shipped one carries it in its version.
 */
export function configurationOf(
  runtime: Runtime,
  version: string,
  afterPack: (context: AfterPackContext) => Promise<void>,
): Configuration {
  return {
    appId: 'desk.zhiye',
    productName: 'Zhiye Desk',
    directories: { output: 'release' },
    ...(isForRelease(runtime) ? {} : { extraMetadata: { version: `${version}-not-for-release` } }),
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    electronLanguages: ['zh-CN', 'en-US'],
    npmRebuild: false,
    asar: true,
    asarUnpack: ['**/*.node'],
    files: [
      'out/**',
      'package.json',
      'LICENSE',
      '!out/.built-for*',
      '!**/node_modules/node-{linux,win}-x64/**',
      '!**/node_modules/node-addon-api/**',
      '!**/node_modules/better-sqlite3/{deps,src,binding.gyp}/**',
      '!**/node_modules/better-sqlite3/prebuilds/*',
      '**/node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
      '!**/*.{d.ts,d.mts,map,md}',
    ],
    linux: { target: 'dir', executableName: 'zhiye-desk', category: 'Office' },
    win: {
      ...{ target: 'dir', executableName: 'Zhiye Desk' },
      // What prints there (pdf-to-printer): a program of its own, which can't be run from inside the archive.
      extraResources: [{ from: `node_modules/pdf-to-printer/dist/${sumatra}`, to: sumatra }],
    },
    mac: { target: 'dir', category: 'public.app-category.business' },
    electronFuses,
    publish: null,
    afterPack,
  };
}
