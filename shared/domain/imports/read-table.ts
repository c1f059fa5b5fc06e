import type { ErrorCode, ErrorParams } from '#shared/kernel/errors.ts';
import type { ListColumn, ListHeader } from './recognise-header.ts';
import type { TableDefinition } from './table.ts';

/** Something that is wrong or doubtful; an `error` keeps its row out of the import. Rows as a spreadsheet counts them. */
export type TableProblem<F extends string> = {
  readonly row: number | null;
  readonly column: string | null;
  readonly field: F | null;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly severity: 'error' | 'warning';
};

/** A row below the headings. */
export type DataRow = { readonly row: number; readonly cells: string[] };

/** Rows below the records: 合计, 备注. */
const closing = /^(?:合\s*计|总\s*计|小\s*计|累\s*计|平\s*均|均\s*价|total|sum|subtotal)(?:[:：(（\s]|$)/iu;
const remark = /^(?:备\s*注|说\s*明|注|制表|填表|审核|附注)\s*[:：]/u;

/** Share of blank cells from which a column counts as merged over several rows and is filled from above. */
const MERGED_SHARE = 0.3;

/** Says which of the needed columns are not there. */
export function missingColumns<F extends string>(
  { required }: TableDefinition<F>,
  { columns }: ListHeader<F>,
): TableProblem<F>[] {
  const known = new Set(columns.map(({ field }) => field));
  return required
    .filter((field) => !known.has(field))
    .map((field) => ({
      row: null,
      column: null,
      field,
      code: 'IMPORT_COLUMN_MISSING',
      params: {},
      severity: 'error',
    }));
}

/** The rows of records, without sums, remarks and repeated headings, the cells of merged places filled from above. */
export function dataRows<F extends string>(
  { merged }: TableDefinition<F>,
  rows: readonly (readonly string[])[],
  header: ListHeader<F>,
): DataRow[] {
  const data: DataRow[] = [];
  for (let at = header.firstDataRow; at < rows.length; at += 1) {
    const cells = [...(rows[at] ?? [])];
    const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (said.length === 0 || said.some((cell) => closing.test(cell)) || remark.test(said[0] ?? '')) continue;
    if (repeatsHeader(cells, header)) continue;
    data.push({ row: at + 1, cells });
  }
  for (const { index, field } of header.columns) {
    if (field === null || !merged.includes(field)) continue;
    const blank = data.filter(({ cells }) => (cells[index] ?? '').trim() === '').length;
    if (blank === 0 || blank === data.length || blank < data.length * MERGED_SHARE) continue;
    let above = '';
    for (const { cells } of data) {
      if ((cells[index] ?? '').trim() === '') cells[index] = above;
      else above = cells[index] ?? '';
    }
  }
  return data;
}

/** True for a row of headings in the middle, as lists of several printed pages have them, or in a second language. */
function repeatsHeader(cells: readonly string[], { columns }: ListHeader): boolean {
  const named = columns.filter(({ field }) => field !== null);
  const same = named.filter(({ index, heading }) => (cells[index] ?? '').trim() === heading.trim()).length;
  return same >= 2 && same >= named.length / 2;
}

/** One row by its fields, and a word about what is wrong with it. */
export type RowReader<F extends string> = {
  readonly row: number;
  text(field: F): string;
  has(field: F): boolean;
  column(field: F): ListColumn<F> | undefined;
  tell(field: F, severity: 'error' | 'warning', code: ErrorCode, params?: ErrorParams): void;
};

/** Reads the cells of a row by what their columns are; what is told of them goes to `problems`. */
export function rowReader<F extends string>(
  header: ListHeader<F>,
  { row, cells }: DataRow,
  problems: TableProblem<F>[],
): RowReader<F> {
  const column = (field: F) => header.columns.find((one) => one.field === field);
  return {
    row,
    column,
    has: (field) => column(field) !== undefined,
    text: (field) => {
      const found = column(field);
      return found === undefined ? '' : (cells[found.index] ?? '');
    },
    tell: (field, severity, code, params = {}) =>
      problems.push({ row, column: column(field)?.heading ?? null, field, code, params, severity }),
  };
}
