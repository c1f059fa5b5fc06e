import type { z } from 'zod';
import type { imports } from '#shared/api/imports.ts';
import type { PriceListField } from '#shared/domain/imports/fields.ts';

/** What the office says of a file. */
export type Preview = z.output<typeof imports.preview.output>;
/** A row of the file and what becomes of it. */
export type PreviewRow = Preview['rows'][number];
/** Something wrong or doubtful. */
export type Problem = Preview['problems'][number];
/** A column of the file. */
export type PreviewColumn = Preview['columns'][number];
/** What a person assigned: column → field, or null for none. */
export type Mapping = Readonly<Record<string, PriceListField | null>>;

/** Which rows are shown: those with problems, or those of an outcome. */
export type RowFilter = 'troubled' | PreviewRow['outcome'];

/** The problems of each row, errors first; those of the whole table are under null. */
export function problemsByRow(problems: readonly Problem[]): ReadonlyMap<number | null, readonly Problem[]> {
  const rows = new Map<number | null, Problem[]>();
  for (const problem of problems) {
    const known = rows.get(problem.row);
    if (known === undefined) rows.set(problem.row, [problem]);
    else if (problem.severity === 'error') known.unshift(problem);
    else known.push(problem);
  }
  return rows;
}

/** Rows of a filter; all of them without one. */
export function filterRows(
  rows: readonly PreviewRow[],
  filter: RowFilter | undefined,
  troubled: ReadonlySet<number>,
): readonly PreviewRow[] {
  if (filter === undefined) return rows;
  return rows.filter((row) => (filter === 'troubled' ? troubled.has(row.row) : row.outcome === filter));
}

/** The next row with a problem after one, or before it; round the end to the other. Undefined where none has any. */
export function nextTroubled(
  troubled: readonly number[],
  from: number | undefined,
  direction: 1 | -1,
): number | undefined {
  const ordered = direction === 1 ? troubled : troubled.toReversed();
  const beyond = ordered.find((row) => from === undefined || (row - from) * direction > 0);
  return beyond ?? ordered[0];
}

/** Assigns a field to a column; a field is one column's only, so that another that had it loses it. */
export function assign<F extends string>(
  columns: readonly { readonly index: number; readonly field: F | null }[],
  mapping: Readonly<Record<string, F | null>> | null,
  index: number,
  field: F | null,
): Record<string, F | null> {
  const others = columns
    .filter((column) => field !== null && column.index !== index && column.field === field)
    .map((column) => [String(column.index), null] as const);
  return { ...mapping, ...Object.fromEntries(others), [String(index)]: field };
}

/** Needed fields that no column has. */
export function missingFields({ fields, columns }: Preview): PriceListField[] {
  const known = new Set(columns.map(({ field }) => field));
  return fields.filter(({ field, required }) => required && !known.has(field)).map(({ field }) => field);
}

/** The letter of a column as spreadsheets name it: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  let name = '';
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}
