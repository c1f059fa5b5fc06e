import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Leak, leaksIn, type Markers } from '#tests/support/markers.ts';

/** Where a run of the program and of Chromium in it may write anything at all. */
export type OwnPlaces = {
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  /** What of some markers lies there in the clear, and how many files were looked at. */
  readonly leaks: (markers: Markers) => { readonly leaks: Leak[]; readonly files: number };
  readonly close: () => void;
};

/**
 * Gives a run its own data folder, temporary folder and folders of the user (settings, cache, crash reports), so that all
 * that it leaves anywhere can be searched, and nothing of others is.
 */
export function ownPlaces(): OwnPlaces {
  const root = mkdtempSync(path.join(tmpdir(), 'zhiye-places-'));
  const place = (name: string): string => {
    const folder = path.join(root, name);
    mkdirSync(folder, { mode: 0o700 });
    return folder;
  };
  const data = place('data');
  const env = {
    TMPDIR: place('tmp'),
    XDG_CONFIG_HOME: place('config'),
    XDG_CACHE_HOME: place('cache'),
    XDG_DATA_HOME: place('share'),
    XDG_STATE_HOME: place('state'),
  };
  return {
    data,
    env,
    leaks: (markers) => {
      // Without Chromium's own files the search has looked in the wrong place.
      if (!existsSync(path.join(data, 'pc')) || readdirSync(path.join(data, 'pc')).length < 5)
        throw new Error(`The profile of the window is not below ${data}`);
      return leaksIn([root], [], markers, 0);
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}
