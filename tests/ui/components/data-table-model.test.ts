import { describe, expect, it } from 'vitest';
import { type Column, compareValues, exportTable, moveCursor } from '#renderer/components/data-table-model.ts';

type Row = { name: string; due: number | null };
const columns: Column<Row>[] = [
  { id: 'name', header: '客户', value: (row) => row.name },
  { id: 'due', header: '未收 元', kind: 'money', value: (row) => row.due },
  { id: 'act', header: '', cell: () => null },
];

describe('The one table of the program', () => {
  it('exports plain values of the columns that have them', () => {
    expect(
      exportTable(
        columns,
        [
          { name: '王海涛', due: 571_131_22 },
          { name: '李雪', due: null },
        ],
        ({ due }) => (due === null ? 'none' : 7),
      ),
    ).toEqual({
      columns: [
        { id: 'name', header: '客户', kind: 'text' },
        { id: 'due', header: '未收 元', kind: 'money' },
      ],
      rows: [
        ['王海涛', 571_131_22],
        ['李雪', null],
      ],
      ids: [7],
    });
  });

  it('orders figures by size and names by pinyin', () => {
    expect(compareValues(9, 10, 'zh-CN')).toBeLessThan(0);
    expect(compareValues('王', '张', 'zh-CN')).toBeLessThan(0);
    expect(compareValues('曾小琴', '张伟', 'zh-CN', 'person')).toBeLessThan(0);
    expect(compareValues('曾小琴', '王海涛', 'zh-CN', 'person')).toBeGreaterThan(0);
    expect(compareValues('3-1-202', '3-1-1802', 'en')).toBeLessThan(0);
  });

  it('moves the cursor within the rows only', () => {
    expect(moveCursor('ArrowDown', 4, 5, 20)).toBe(4);
    expect(moveCursor('ArrowUp', 0, 5, 20)).toBe(0);
    expect(moveCursor('PageDown', 3, 100, 20)).toBe(23);
    expect(moveCursor('End', 3, 100, 20)).toBe(99);
    expect(moveCursor('x', 3, 100, 20)).toBeUndefined();
    expect(moveCursor('End', 0, 0, 20)).toBeUndefined();
  });
});
