import { createHash } from 'node:crypto';
import { type ListProblem, type PriceList, readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { MOST_PROBLEMS, type ReadList, type ReadOrder } from '#shared/domain/imports/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { readSheets, type Sheet } from './read-sheets.ts';

const SAMPLES = 3;
/** Longest cell that a sample shows. */
const SAMPLE_LENGTH = 60;

/** A reader that keeps the sheets of its last file: a person who assigns columns asks for the same one again. */
export function listReading(): (order: ReadOrder, tell?: (progress: ThreadProgress) => void) => Promise<ReadList> {
  let last: { readonly key: string; readonly sheets: readonly Sheet[] } | undefined;
  return async (order, tell) => {
    const key = createHash('sha256').update(order.bytes).digest('hex');
    const sheets = last?.key === key ? last.sheets : await readSheets(order.name, order.bytes);
    last = { key, sheets };
    return readList(sheets, order, tell);
  };
}

function readList(
  sheets: readonly Sheet[],
  { sheet, mapping }: ReadOrder,
  tell: (progress: ThreadProgress) => void = () => undefined,
): ReadList {
  const rowsRead = rowCounter(sheet === null ? sheets : sheets.slice(sheet, sheet + 1), tell);
  const { chosen, list } =
    sheet === null ? fullest(sheets, mapping, rowsRead) : oneOf(sheets, sheet, mapping, rowsRead);
  const errors = list.problems.filter(({ severity }) => severity === 'error');
  const rows = sheets[chosen]?.rows ?? [];
  const { header } = list;
  const below = rows.slice(header.firstDataRow, header.firstDataRow + SAMPLES);
  return {
    sheets: sheets.map(({ name }) => name),
    sheet: chosen,
    list: withoutProblems(list),
    problems: firstOf(list.problems, errors),
    errors: errors.length,
    warnings: list.problems.length - errors.length,
    samples: header.columns.map(({ index }) =>
      below.map((cells) => (cells[index] ?? '').trim().slice(0, SAMPLE_LENGTH)),
    ),
  };
}

/** Tells as rows are read, of all sheets that are to be. */
function rowCounter(sheets: readonly Sheet[], tell: (progress: ThreadProgress) => void): (rows: number) => void {
  const of = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  tell({ done, of });
  return (rows) => {
    done = Math.min(of, done + rows);
    tell({ done, of });
  };
}

/** The sheet with most units, else the one whose headings name most. */
function fullest(sheets: readonly Sheet[], mapping: ReadOrder['mapping'], rowsRead: (rows: number) => void) {
  const lists = sheets.map(({ rows }) => readPriceList(rows, mapping, rowsRead));
  const named = ({ header }: PriceList) => header.columns.filter(({ field }) => field !== null).length;
  const better = (one: PriceList, other: PriceList) =>
    one.units.length - other.units.length || named(one) - named(other);
  let chosen = 0;
  for (const [index, list] of lists.entries()) {
    const best = lists[chosen];
    if (best !== undefined && better(list, best) > 0) chosen = index;
  }
  return listed(chosen, lists[chosen]);
}

function oneOf(
  sheets: readonly Sheet[],
  chosen: number,
  mapping: ReadOrder['mapping'],
  rowsRead: (rows: number) => void,
) {
  const rows = sheets[chosen]?.rows;
  return listed(chosen, rows === undefined ? undefined : readPriceList(rows, mapping, rowsRead));
}

function listed(chosen: number, list: PriceList | undefined): { chosen: number; list: PriceList } {
  if (list === undefined) throw new DomainError('IMPORT_NO_ROWS');
  return { chosen, list };
}

/** All problems in the order of the rows; where they are too many to travel, the errors before the warnings. */
function firstOf(all: readonly ListProblem[], errors: readonly ListProblem[]): readonly ListProblem[] {
  if (all.length <= MOST_PROBLEMS) return all;
  return [...errors, ...all.filter(({ severity }) => severity !== 'error')].slice(0, MOST_PROBLEMS);
}

function withoutProblems({ problems: _problems, ...list }: PriceList): ReadList['list'] {
  return list;
}
