import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toldFilter } from '#renderer/components/recorded-file.ts';

const renderer = path.resolve(import.meta.dirname, '../../../renderer');

/** The sources of the window that say something, in the order of their names. */
function filesWith(text: RegExp): string[] {
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .filter((file) => text.test(readFileSync(path.join(renderer, file), 'utf8')))
    .map((file) => file.replaceAll(path.sep, '/'))
    .toSorted();
}

describe('A file that leaves the office', () => {
  it('is saved in one place only, which has it on record first; the empty template holds no records', () => {
    expect(filesWith(/\bfiles\s*\.save\b|createObjectURL/)).toEqual([
      'components/recorded-file.ts',
      'features/imports/project-template.ts',
    ]);
  });

  it('is printed by the window itself nowhere but for lists and the board, which are on record, and a recovery code', () => {
    expect(filesWith(/window\.print\(/)).toEqual([
      'app/entrance/recovery.tsx',
      'components/print-papers.ts',
      'features/accounts/components/office-keys.tsx',
      'features/backups/components/key-change-drawer.tsx',
    ]);
    expect(filesWith(/\bprintPapers\(/)).toEqual([
      'components/print-papers.ts',
      'components/table-print.ts',
      'features/units/board/print.ts',
    ]);
    const list = readFileSync(path.join(renderer, 'components/table-print.ts'), 'utf8');
    expect(list).toMatch(/leave\(leaving, [^;]*=> \{[\s\S]*printPapers\(/);
    const board = readFileSync(path.join(renderer, 'features/units/hooks/use-print-board.ts'), 'utf8');
    expect(board).toContain("list: 'board'");
  });

  it('tells of its filter the fields that say something', () => {
    expect(
      toldFilter({ view: 'toSign', state: null, text: undefined, building: 3, states: [], loans: ['paid'] }),
    ).toEqual({ view: 'toSign', building: 3, loans: ['paid'] });
  });
});
