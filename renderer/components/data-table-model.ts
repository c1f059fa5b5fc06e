import { columnVisibilityFeature, createSortedRowModel, rowSortingFeature, tableFeatures } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Language } from '#shared/i18n/index.ts';
import { sortKeyOf } from '#shared/kernel/pinyin.ts';
import { collator } from '../lib/format.ts';

/** What a column holds; decides alignment, the default cell, the order and the exported format. */
export type ColumnKind = 'text' | 'person' | 'number' | 'money' | 'area' | 'percent' | 'date' | 'datetime';

/** The plain value behind a cell: Fen, Area and ppm as whole numbers, days as text, instants as UTC ms. */
export type CellValue = string | number | null | undefined;

/** A column of a table. `value` makes it sortable and exportable; `cell` is only needed where the kind's own look is not. */
export type Column<Row> = {
  id: string;
  /** Head in words, with the unit: `总价 元`. Empty for a column of buttons. */
  header: string;
  kind?: ColumnKind;
  value?: (row: Row) => CellValue;
  cell?: (row: Row) => ReactNode;
  /** What stands on paper instead of the value, such as a masked number. */
  onPaper?: (row: Row) => CellValue;
  /** Width in px; columns without one share what is left. */
  width?: number;
  /** Hidden until chosen. */
  hidden?: boolean;
  /** Cannot be hidden, such as the name. */
  fixed?: boolean;
  sortable?: boolean;
  /** Sum or note in the foot. */
  foot?: ReactNode;
};

/** Key of a row. */
export type RowKey = string | number;

/** A table as it is seen: visible columns in order, rows in order, plain values. Handed to the Excel export. */
export type ExportedTable = {
  columns: { id: string; header: string; kind: ColumnKind }[];
  rows: (string | number | null)[][];
  /** The records of the office that the rows are, where they are such. */
  ids: number[];
};

/**
 * A long list that the office counts and orders: a table asks for the rows in view and knows how many there are. Its
 * order is the person's own layout of the table, which the question to the office reads too.
 */
export type LongRows<Row> = {
  total: number;
  /** The row at a place; undefined until it has come. */
  at: (index: number) => Row | undefined;
  /** Told which rows are drawn, so that they are asked for. */
  onDrawn: (first: number, last: number) => void;
  /** Every row in its order, for the export; undefined after saying why it could not be read. */
  all: () => Promise<readonly Row[] | undefined>;
};

/** The features of the table library that are used. */
export const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});

const nameKeys = new Map<string, string>();

function nameKey(name: string): string {
  let key = nameKeys.get(name);
  if (key === undefined) {
    if (nameKeys.size > 20_000) nameKeys.clear();
    key = sortKeyOf(name);
    nameKeys.set(name, key);
  }
  return key;
}

/**
 * Order of two values: numbers by size, words by pinyin, people as a register has them (曾 is read zeng as a surname).
 * Empty ones are kept last by the table.
 */
export function compareValues(a: CellValue, b: CellValue, language: Language, kind?: ColumnKind): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (kind === 'person') return comparePlain(nameKey(String(a ?? '')), nameKey(String(b ?? '')));
  return collator(language).compare(String(a ?? ''), String(b ?? ''));
}

function comparePlain(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True where figures stand right-aligned. */
export function isNumeric(kind: ColumnKind | undefined): boolean {
  return kind === 'number' || kind === 'money' || kind === 'area' || kind === 'percent';
}

/** How a list leaves: as a file, or printed. */
export type LeavingForm = 'file' | 'paper';

/** The table as plain values, in the order given. Columns without a value are left out. */
export function exportTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  rowKey: (row: Row) => RowKey,
  form: LeavingForm = 'file',
): ExportedTable {
  const exported = columns.flatMap((column) => {
    const value = form === 'paper' ? (column.onPaper ?? column.value) : column.value;
    return value === undefined ? [] : [{ ...column, value }];
  });
  return {
    columns: exported.map((column) => ({ id: column.id, header: column.header, kind: column.kind ?? 'text' })),
    rows: rows.map((row) => exported.map((column) => column.value(row) ?? null)),
    ids: rows.map(rowKey).flatMap((key) => (typeof key === 'number' && key > 0 ? [key] : [])),
  };
}

/** Where the cursor goes from row `at` of `count` by a key; undefined for other keys. `page` is rows in view. */
export function moveCursor(key: string, at: number, count: number, page: number): number | undefined {
  const target = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key];
  return target === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, target));
}
