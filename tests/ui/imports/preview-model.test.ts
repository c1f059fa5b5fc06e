import { describe, expect, it } from 'vitest';
import {
  assign,
  columnLetter,
  filterRows,
  missingFields,
  nextTroubled,
  type Preview,
  type PreviewColumn,
  type Problem,
  problemsByRow,
} from '#renderer/features/imports/preview-model.ts';

const column = (index: number, field: PreviewColumn['field']): PreviewColumn => ({
  index,
  heading: `${index}`,
  field,
  inTenThousands: false,
  sample: [],
});
const problem = (row: number | null, severity: Problem['severity']): Problem => ({
  row,
  column: null,
  field: 'total',
  code: 'IMPORT_VALUE_MISSING',
  severity,
});

describe('Checking a price list on the screen', () => {
  it('goes from problem to problem, and round the end', () => {
    const troubled = [7, 10, 40];
    expect(nextTroubled(troubled, undefined, 1)).toBe(7);
    expect(nextTroubled(troubled, 8, 1)).toBe(10);
    expect(nextTroubled(troubled, 40, 1)).toBe(7);
    expect(nextTroubled(troubled, 10, -1)).toBe(7);
    expect(nextTroubled(troubled, 7, -1)).toBe(40);
    expect(nextTroubled([], 7, 1)).toBeUndefined();
  });

  it('shows the errors of a row before its warnings', () => {
    const rows = problemsByRow([problem(3, 'warning'), problem(3, 'error'), problem(null, 'error')]);
    expect(rows.get(3)?.map(({ severity }) => severity)).toEqual(['error', 'warning']);
    expect(rows.get(null)).toHaveLength(1);
  });

  it('filters by what becomes of a row, or by whether it has a problem', () => {
    const row = (at: number, outcome: Preview['rows'][number]['outcome']) =>
      ({ row: at, outcome }) as Preview['rows'][number];
    const rows = [row(2, 'new'), row(3, 'leftOut'), row(4, 'new')];
    const shown = (filter: Parameters<typeof filterRows>[1]) =>
      filterRows(rows, filter, new Set([3, 4])).map((one) => one.row);
    expect([shown(undefined), shown('new'), shown('troubled'), shown('changed')]).toEqual([
      [2, 3, 4],
      [2, 4],
      [3, 4],
      [],
    ]);
  });

  it('gives a field to one column only, and can give it to none', () => {
    const columns = [column(0, 'building'), column(1, 'roomNo'), column(2, null)];
    expect(assign(columns, null, 2, 'roomNo')).toEqual({ '1': null, '2': 'roomNo' });
    expect(assign(columns, { '2': 'roomNo' }, 0, null)).toEqual({ '0': null, '2': 'roomNo' });
  });

  it('names the needed columns that are missing', () => {
    const fields: Preview['fields'] = [
      { field: 'building', required: true },
      { field: 'roomNo', required: true },
      { field: 'total', required: false },
    ];
    expect(missingFields({ fields, columns: [column(0, 'building')] } as Preview)).toEqual(['roomNo']);
  });

  it('names columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
  });
});
