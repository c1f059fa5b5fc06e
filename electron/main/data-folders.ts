import { existsSync } from 'node:fs';
import path from 'node:path';
import { officePaths } from '#electron/device/office-folder.ts';
import type { CommandLine } from './command-line.ts';

export type DataFolders = {
  /** Settings of the PC and Chromium's own files. One running program for each. */
  readonly pc: string;
  /** Where the office is, unless the PC's settings name another folder. */
  readonly office: string;
  /** Folder that goes when the program ends. */
  readonly throwAway?: string;
};

/**
 * Where a run keeps its files. Usually the user's folder of the program with the office in it; `--data` moves both; a
 * demonstration that names no folder has one of its own that is thrown away, so that it never touches the real office.
 */
export function dataFolders(
  line: CommandLine,
  usual: string,
  workingFolder: string,
  newTemporary: () => string,
): DataFolders {
  const chosen = line.data ?? line.demo?.folder;
  if (chosen !== undefined) return under(path.resolve(workingFolder, chosen));
  if (line.demo !== undefined) {
    const throwAway = newTemporary();
    return { ...under(throwAway), throwAway };
  }
  return { pc: usual, office: path.join(usual, 'office') };
}

function under(root: string): DataFolders {
  return { pc: path.join(root, 'pc'), office: path.join(root, 'office') };
}

/** The folder this PC remembers, as long as an office is in it; else the usual one, and what is missing. */
export function officePlace(remembered: string | undefined, usual: string): { folder: string; missing?: string } {
  if (remembered === undefined) return { folder: usual };
  const { header, database } = officePaths(remembered);
  // A damaged office is refused in words where it lies, not passed over.
  return existsSync(header) || existsSync(database) ? { folder: remembered } : { folder: usual, missing: remembered };
}
