import type * as FileSystem from 'node:fs';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type OfficeHeader, officePaths, readOfficeHeader, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { finishSwap, isSwapCut, sideFolder, swapOffice } from '#electron/device/office-swap.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Renames that are still done before the PC falls. */
const left = vi.hoisted(() => ({ renames: Number.POSITIVE_INFINITY }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  return {
    ...fs,
    renameSync: (from: string, to: string) => {
      if (left.renames <= 0) throw new Error('The PC has fallen');
      left.renames -= 1;
      fs.renameSync(from, to);
    },
  };
});

const header = (createdAt: number): OfficeHeader => ({
  format: 'zhiye-office',
  version: 1,
  officeId: '0190a2f0-0000-7000-8000-000000000001',
  createdAt,
  demo: false,
  keys: [{ kind: 'recovery', salt: 'AAAA', sealed: 'AAAA' }],
});

/** An office with its file, its log beside it and a paper; and another one that lies ready. */
function office({ here = true } = {}) {
  const paths = officePaths(path.join(temporaryFolder(), 'office'));
  const side = sideFolder(paths);
  for (const folder of here ? [paths.folder, side] : [side])
    for (const [name, text] of [
      ['office.db', 'the file'],
      ...(folder === side ? [] : [['office.db-wal', 'its log']]),
      ['blobs/ab/abc', 'a paper'],
    ] as const) {
      mkdirSync(path.dirname(path.join(folder, String(name))), { recursive: true });
      writeFileSync(path.join(folder, String(name)), folder === side ? `${text}, restored` : `${text}, before`);
    }
  if (here) writeOfficeHeader(paths, header(1));
  return paths;
}

const text = (folder: string, name: string) => readFileSync(path.join(folder, name), 'utf8');

function expectSwapped(paths: ReturnType<typeof office>, aside: string) {
  for (const name of ['office.db', 'blobs/ab/abc']) {
    expect(text(paths.folder, name)).toMatch(/restored$/);
    expect(text(aside, name)).toMatch(/before$/);
  }
  expect(readOfficeHeader(paths)?.createdAt).toBe(2);
  expect(readOfficeHeader(officePaths(aside))?.createdAt).toBe(1);
  expect(text(aside, 'office.db-wal')).toBe('its log, before');
  // The log of the old file beside the new one would damage it.
  expect(readdirSync(paths.folder).toSorted()).toEqual(
    [path.basename(aside), 'blobs', 'office.db', 'office.json'].toSorted(),
  );
}

describe('An office that takes the place of another', () => {
  it('is whole, and so is the one that was there, under a dated name', () => {
    const paths = office();
    const aside = swapOffice(paths, () => header(2), 'replaced 2026-11-26 13.18');
    expect(aside).toBe(path.join(paths.folder, 'replaced 2026-11-26 13.18'));
    expectSwapped(paths, String(aside));
    expect(isSwapCut(paths)).toBe(false);
  });

  it('is whole too where none was', () => {
    const paths = office({ here: false });
    expect(swapOffice(paths, () => header(2), 'replaced')).toBeNull();
    expect(readdirSync(paths.folder).toSorted()).toEqual(['blobs', 'office.db', 'office.json']);
  });

  it('has taken it wholly or not at all, wherever the PC fell', () => {
    let untouched = 0;
    let finished = 0;
    for (let renames = 0; ; renames += 1) {
      const paths = office();
      left.renames = Number.POSITIVE_INFINITY;
      const before = readOfficeHeader(paths);
      left.renames = renames;
      let fell = false;
      try {
        swapOffice(paths, () => header(2), 'replaced');
      } catch {
        fell = true;
      }
      left.renames = Number.POSITIVE_INFINITY;
      if (!fell) break;
      const decided = isSwapCut(paths);
      finishSwap(paths);
      finishSwap(paths);
      if (decided) {
        expectSwapped(paths, path.join(paths.folder, 'replaced'));
        finished += 1;
      } else {
        expect(readOfficeHeader(paths)).toEqual(before);
        expect(text(paths.folder, 'office.db')).toBe('the file, before');
        expect(existsSync(path.join(paths.folder, 'replaced'))).toBe(false);
        untouched += 1;
      }
    }
    expect([untouched, finished]).toEqual([2, 7]);
  });

  it('is refused where nobody can read what was decided', () => {
    const paths = office();
    writeFileSync(path.join(paths.folder, 'swap.json'), '{');
    expect(() => finishSwap(paths)).toThrow(expect.objectContaining({ code: 'OFFICE_FOLDER_INVALID' }));
  });
});
