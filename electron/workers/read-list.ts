import { createHash } from 'node:crypto';
import { type InventoryList, readInventory } from '#shared/domain/imports/inventory-list.ts';
import { type ListProblem, type PriceList, readPriceList } from '#shared/domain/imports/read-price-list.ts';
import {
  MOST_PROBLEMS,
  type ReadInventoryOrder,
  type ReadList,
  type ReadOrder,
  type ReadProjectFiles,
  type ReadProjectOrder,
} from '#shared/domain/imports/reading.ts';
import type { ListHeader } from '#shared/domain/imports/recognise-header.ts';
import { readProject } from '#shared/domain/imports/running-project/read-project.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { readSheets, type Sheet } from './read-sheets.ts';

const SAMPLES = 3;
/** Longest cell that a sample shows. */
const SAMPLE_LENGTH = 60;

type Tell = (progress: ThreadProgress) => void;

/** A reader that keeps the sheets of its last files: a person who assigns columns asks for the same ones again. */
export function listReading(): (
  order: ReadOrder | ReadProjectOrder | ReadInventoryOrder,
  tell?: Tell,
) => Promise<ReadList | ReadProjectFiles | InventoryList> {
  let last: { readonly key: string; readonly sheets: readonly FileSheet[] } | undefined;
  return async (order, tell = () => undefined) => {
    const files = 'files' in order ? order.files : [order];
    const key = files
      .map(({ name, bytes }) => `${name} ${createHash('sha256').update(bytes).digest('hex')}`)
      .join('\n');
    const sheets = last?.key === key ? last.sheets : await sheetsOf(files);
    last = { key, sheets };
    if ('inventory' in order) return readCorrections(sheets, tell);
    return 'files' in order ? readLists(sheets, order, tell) : readList(sheets, order, tell);
  };
}

/** The sheet that names most homes. */
function readCorrections(sheets: readonly Sheet[], tell: Tell): InventoryList {
  rowCounter(sheets, tell);
  const lists = sheets.map(({ rows }) => readInventory(rows));
  const [fullest] = lists.toSorted((a, b) => b.rows.length - a.rows.length);
  if (fullest === undefined) throw new DomainError('IMPORT_NO_ROWS');
  return fullest;
}

type FileSheet = Sheet & { readonly file: string };

async function sheetsOf(files: ReadProjectOrder['files']): Promise<FileSheet[]> {
  const sheets: FileSheet[] = [];
  for (const { name, bytes } of files)
    for (const sheet of await readSheets(name, bytes)) sheets.push({ ...sheet, file: name });
  return sheets;
}

function samplesOf(rows: Sheet['rows'], { firstDataRow, columns }: ListHeader): string[][] {
  const below = rows.slice(firstDataRow, firstDataRow + SAMPLES);
  return columns.map(({ index }) => below.map((cells) => (cells[index] ?? '').trim().slice(0, SAMPLE_LENGTH)));
}

function readLists(sheets: readonly FileSheet[], { files, choices }: ReadProjectOrder, tell: Tell): ReadProjectFiles {
  const named = sheets.map(({ name, file, rows }) => ({
    name,
    label: files.length > 1 && name !== file ? `${file} · ${name}` : name,
    rows,
  }));
  const read = readProject(named, choices, rowCounter(sheets, tell));
  return {
    ...read,
    samples: read.sheets.map(({ header }, at) => (header === null ? [] : samplesOf(sheets[at]?.rows ?? [], header))),
  };
}

function readList(sheets: readonly Sheet[], { sheet, mapping }: ReadOrder, tell: Tell): ReadList {
  const rowsRead = rowCounter(sheet === null ? sheets : sheets.slice(sheet, sheet + 1), tell);
  const { chosen, list } =
    sheet === null ? fullest(sheets, mapping, rowsRead) : oneOf(sheets, sheet, mapping, rowsRead);
  const errors = list.problems.filter(({ severity }) => severity === 'error');
  const rows = sheets[chosen]?.rows ?? [];
  return {
    sheets: sheets.map(({ name }) => name),
    sheet: chosen,
    list: withoutProblems(list),
    problems: firstOf(list.problems, errors),
    errors: errors.length,
    warnings: list.problems.length - errors.length,
    samples: samplesOf(rows, list.header),
  };
}

/** Tells as rows are read, of all sheets that are to be. */
function rowCounter(sheets: readonly Sheet[], tell: Tell): (rows: number) => void {
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
