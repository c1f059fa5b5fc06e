import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { toldFilter } from '#renderer/components/recorded-file.ts';

const renderer = path.resolve(import.meta.dirname, '../../../renderer');

describe('A file that leaves the office', () => {
  it('is saved in one place only, which has it on record first; the empty template holds no records', () => {
    const saving = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /\bfiles\s*\.save\b|createObjectURL/.test(readFileSync(path.join(renderer, file), 'utf8')))
      .map((file) => file.replaceAll(path.sep, '/'));
    expect(saving.toSorted()).toEqual(['components/recorded-file.ts', 'features/imports/project-template.ts']);
  });

  it('is printed by the window itself nowhere but for the board, which is on record, and a recovery code', () => {
    const printing = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /window\.print\(/.test(readFileSync(path.join(renderer, file), 'utf8')))
      .map((file) => file.replaceAll(path.sep, '/'));
    expect(printing.toSorted()).toEqual([
      'app/entrance/recovery.tsx',
      'features/accounts/components/office-keys.tsx',
      'features/backups/components/key-change-drawer.tsx',
      'features/units/board/print.ts',
    ]);
    const board = readFileSync(path.join(renderer, 'features/units/hooks/use-print-board.ts'), 'utf8');
    expect(board).toContain("list: 'board'");
  });

  it('tells of its filter the fields that say something', () => {
    expect(
      toldFilter({ view: 'toSign', state: null, text: undefined, building: 3, states: [], loans: ['paid'] }),
    ).toEqual({ view: 'toSign', building: 3, loans: ['paid'] });
  });
});
