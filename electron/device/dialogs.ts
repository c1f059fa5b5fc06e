import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '#shared/kernel/errors.ts';
import { officePaths } from './office-folder.ts';

type Filter = { name: string; extensions: string[] };

/** Electron's `dialog`, already bound to the window that asks. */
export type DialogPorts = {
  readonly showOpen: (options: {
    filters?: Filter[];
    properties: ('openFile' | 'openDirectory' | 'createDirectory')[];
  }) => Promise<{ filePaths: string[] }>;
  readonly showSave: (options: {
    defaultPath: string;
    filters: Filter[];
  }) => Promise<{ filePath?: string | undefined }>;
  readonly words: { readonly spreadsheets: string; readonly pdfFiles: string };
};

export type FileKind = 'pdf' | 'xlsx';

export type Dialogs = {
  /** The folder of an office that the person chose; undefined when they closed the dialog. */
  readonly chooseOfficeFolder: () => Promise<string | undefined>;
  /** Any folder; undefined when they closed the dialog. */
  readonly chooseFolder: () => Promise<string | undefined>;
  /** The folder the person chose for a copy of the office; one of its own in it where it is not empty. */
  readonly chooseEmptyFolder: (name: string) => Promise<string | undefined>;
  /** The spreadsheet the person chose, with its bytes; undefined when they closed the dialog. */
  readonly openSpreadsheet: () => Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> } | undefined>;
  /** Saves bytes where the person says; the name of the file, or undefined when they closed the dialog. */
  readonly save: (kind: FileKind, suggestedName: string, bytes: Uint8Array) => Promise<string | undefined>;
};

/** Largest spreadsheet that is read (bytes); a price list of 100,000 rows is a tenth of it. */
export const largestSpreadsheet = 50 * 1024 * 1024;

/**
 * Files in and out of the program, always through the system's own dialog: a page never names a path. Throws
 * `FILE_TOO_LARGE`, and `DEVICE` when the disk refuses.
 */
export function dialogsOf(ports: DialogPorts): Dialogs {
  const chooseFolder = async (): Promise<string | undefined> =>
    (await ports.showOpen({ properties: ['openDirectory', 'createDirectory'] })).filePaths[0];
  return {
    chooseOfficeFolder: async () => {
      const [folder] = (await ports.showOpen({ properties: ['openDirectory'] })).filePaths;
      if (folder === undefined) return undefined;
      // Who was told `--data DIR` looks for DIR; the office lies in it.
      const inside = path.join(folder, 'office');
      return existsSync(officePaths(folder).header) || !existsSync(officePaths(inside).header) ? folder : inside;
    },
    chooseFolder,
    chooseEmptyFolder: async (name) => {
      const folder = await chooseFolder();
      if (folder === undefined) return undefined;
      const empty = await onDisk(async () => (await readdir(folder)).length === 0);
      return empty ? folder : path.join(folder, safeFileName(name));
    },
    openSpreadsheet: async () => {
      const filters = [{ name: ports.words.spreadsheets, extensions: ['xlsx', 'xls', 'csv'] }];
      const [file] = (await ports.showOpen({ filters, properties: ['openFile'] })).filePaths;
      if (file === undefined) return undefined;
      return await onDisk(async () => {
        const { size } = await stat(file);
        if (size > largestSpreadsheet)
          throw new DomainError('FILE_TOO_LARGE', { largestMib: largestSpreadsheet / 1024 / 1024 });
        return { name: path.basename(file), bytes: new Uint8Array(await readFile(file)) };
      });
    },
    save: async (kind, suggestedName, bytes) => {
      const name = kind === 'pdf' ? ports.words.pdfFiles : ports.words.spreadsheets;
      const { filePath } = await ports.showSave({
        defaultPath: `${safeFileName(suggestedName)}.${kind}`,
        filters: [{ name, extensions: [kind] }],
      });
      if (filePath === undefined || filePath === '') return undefined;
      const target = filePath.toLowerCase().endsWith(`.${kind}`) ? filePath : `${filePath}.${kind}`;
      await onDisk(() => writeFile(target, bytes));
      return path.basename(target);
    },
  };
}

/** A name every file system takes: no separators, no control characters, no trailing dot, at most 100 characters. */
export function safeFileName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = [...cleaned].slice(0, 100).join('').trimEnd();
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `_${short}` : short;
}

async function onDisk<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw new DomainError('DEVICE');
  }
}
