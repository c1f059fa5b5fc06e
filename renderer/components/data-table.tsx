import { Checkbox } from '@mantine/core';
import { type SortingState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../lib/i18n.ts';
import { EmptyState, ErrorState, RowsSkeleton } from './data-states.tsx';
import styles from './data-table.module.css';
import { HeadCell } from './data-table-head.tsx';
import {
  type Column,
  compareValues,
  type ExportedTable,
  exportTable,
  features,
  isNumeric,
  type LeavingForm,
  type LongRows,
  moveCursor,
  type RowKey,
} from './data-table-model.ts';
import { PendingRow, Space, TableRow } from './data-table-row.tsx';
import { DataTableTools } from './data-table-tools.tsx';
import type { Leaving } from './recorded-file.ts';
import { useTableLayout } from './use-table-layout.ts';

export type DataTableProps<Row extends object> = {
  /** Names the table for assistive technology. */
  label: string;
  columns: readonly Column<Row>[];
  /** undefined while they are being read. */
  rows: readonly Row[] | undefined;
  /** A list too long to be read whole: `rows` are then its first ones. */
  long?: LongRows<Row> | undefined;
  rowKey: (row: Row) => RowKey;
  /** Remembers columns, order and density of the person under this name. */
  id?: string;
  /** Enter and double-click. */
  onOpen?: (row: Row) => void;
  /** The row that is shown beside the table; a click and the arrow keys move it. */
  selectedKey?: RowKey | undefined;
  onSelect?: (row: Row) => void;
  /** Ticked rows, for acts on several; space ticks. */
  checkedKeys?: readonly RowKey[];
  onCheck?: (keys: RowKey[]) => void;
  error?: unknown;
  onRetry?: () => void;
  empty?: ReactNode;
  /** Filters at the left of the tools; with `tools` the line appears even without them. */
  filters?: ReactNode;
  tools?: boolean;
  /** Count and sums, such as those of the ticked rows. */
  summary?: ReactNode;
  /** What the list is as a file, and whose; a button for it stands where the person may take it along. */
  exports?: Leaving | undefined;
  initialSorting?: SortingState;
  dense?: boolean;
  /** Takes the height that is left, scrolls by itself, and draws only the rows in view. */
  fill?: boolean;
};

const noRows: readonly never[] = [];

/** The one table of the program: 32 px rows, hairlines, sticky head, sums in the foot, everything by keyboard. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, long, rowKey, onOpen, onSelect, checkedKeys, onCheck, fill } = props;
  const { t } = useTranslation('parts');
  const language = useLanguage();
  const { layout, change } = useTableLayout(props.id, {
    hidden: columns.flatMap((column) => (column.hidden ? [column.id] : [])),
    sorting: props.initialSorting ?? [],
    dense: props.dense ?? false,
  });
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => column.value?.(row) ?? undefined,
        enableSorting: (column.sortable ?? true) && column.value !== undefined,
        sortUndefined: 'last' as const,
        sortDescFirst: false,
        sortFn: (a: { original: Row }, b: { original: Row }) =>
          compareValues(column.value?.(a.original), column.value?.(b.original), language, column.kind),
      })),
    [columns, language],
  );
  const table = useTable({
    features,
    columns: definitions,
    // What the office has ordered stays in its order.
    manualSorting: long !== undefined,
    data: rows ?? noRows,
    state: {
      sorting: layout.sorting,
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
    },
    onSortingChange: (updater) =>
      change({ sorting: typeof updater === 'function' ? updater(layout.sorting) : updater }),
  });
  const visible = columns.filter((column) => !layout.hidden.includes(column.id));
  const sorted = table.getRowModel().rows.map((row) => row.original);
  const length = long?.total ?? sorted.length;
  const rowAt = (index: number): Row | undefined => (long === undefined ? sorted[index] : long.at(index));

  const scroll = useRef<HTMLDivElement>(null);
  const rowHeight = layout.dense ? 28 : 32;
  const virtualizer = useVirtualizer({
    count: fill ? length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 28,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const drawn = virtualizer.getVirtualItems();
  const first = fill ? (drawn[0]?.index ?? 0) : 0;
  const last = fill ? (drawn.at(-1)?.index ?? -1) : length - 1;
  const tellDrawn = useRef(long?.onDrawn);
  useEffect(() => {
    tellDrawn.current = long?.onDrawn;
  });
  useEffect(() => tellDrawn.current?.(first, last), [first, last]);

  const [cursor, setCursor] = useState(0);
  const wantsFocus = useRef(false);
  const interactive = onOpen !== undefined || onSelect !== undefined || onCheck !== undefined;
  const at = Math.min(cursor, Math.max(0, length - 1));
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroll.current?.querySelector<HTMLElement>(`tr[data-index="${at}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: fill === true });
  });

  // A row that is selected from outside, as by a jump to the next problem, comes into view.
  const selectedAt =
    props.selectedKey === undefined ? -1 : sorted.findIndex((row) => rowKey(row) === props.selectedKey);
  const [shownKey, setShownKey] = useState(props.selectedKey);
  if (shownKey !== props.selectedKey) {
    setShownKey(props.selectedKey);
    if (selectedAt >= 0) setCursor(selectedAt);
  }
  useEffect(() => {
    if (fill && selectedAt >= 0) virtualizer.scrollToIndex(selectedAt);
  }, [fill, selectedAt, virtualizer]);

  const toggle = (row: Row): void => {
    const key = rowKey(row);
    const old = checkedKeys ?? [];
    onCheck?.(old.includes(key) ? old.filter((one) => one !== key) : [...old, key]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const row = rowAt(at);
    if (!(event.target instanceof HTMLTableRowElement) || event.ctrlKey || event.altKey || row === undefined) return;
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 320) / rowHeight) - 2);
    const next = moveCursor(event.key, at, length, page);
    if (next !== undefined) {
      event.preventDefault();
      wantsFocus.current = true;
      setCursor(next);
      if (fill) virtualizer.scrollToIndex(next);
      const target = rowAt(next);
      if (target !== undefined) onSelect?.(target);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      (onOpen ?? onSelect)?.(row);
    } else if (event.key === ' ' && onCheck) {
      event.preventDefault();
      toggle(row);
    }
  };

  const asSeen = async (form: LeavingForm): Promise<ExportedTable | undefined> => {
    const every = long === undefined ? sorted : await long.all();
    return every === undefined ? undefined : exportTable(visible, every, rowKey, form);
  };
  const width = visible.length + (onCheck ? 1 : 0);
  const total = virtualizer.getTotalSize();
  const spaceBefore = fill ? (drawn[0]?.start ?? 0) : 0;
  const spaceAfter = fill ? total - (drawn.at(-1)?.end ?? total) : 0;
  const hasTools = props.tools || props.filters !== undefined || props.exports !== undefined;
  const allChecked = sorted.length > 0 && sorted.every((row) => checkedKeys?.includes(rowKey(row)));
  const hasFoot = length > 0 && visible.some((column) => column.foot !== undefined);

  return (
    <div className={styles.frame} data-fill={fill || undefined}>
      {hasTools && (
        <DataTableTools
          filters={props.filters}
          summary={props.summary}
          columns={columns
            .filter((column) => !column.fixed && column.header !== '')
            .map(({ id, header }) => ({
              id,
              header,
              visible: !layout.hidden.includes(id),
              toggle: () =>
                change({
                  hidden: layout.hidden.includes(id)
                    ? layout.hidden.filter((one) => one !== id)
                    : [...layout.hidden, id],
                }),
            }))}
          dense={layout.dense}
          onDense={(dense) => change({ dense })}
          exports={props.exports}
          table={asSeen}
        />
      )}
      <div className={styles.scroll} ref={scroll}>
        <table
          className={styles.table}
          data-dense={layout.dense || undefined}
          aria-label={label}
          aria-rowcount={fill ? length + 1 : undefined}
          role={interactive ? 'grid' : undefined}
          aria-multiselectable={onCheck ? true : undefined}
        >
          <colgroup>
            {onCheck && <col className={styles.check} />}
            {visible.map((column) => (
              <col key={column.id} style={column.width === undefined ? undefined : { width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {onCheck && length > sorted.length && <td className={styles.blank} />}
              {onCheck && length <= sorted.length && (
                <th scope="col">
                  <Checkbox
                    aria-label={t('table.selectAll')}
                    checked={allChecked}
                    indeterminate={!allChecked && (checkedKeys?.length ?? 0) > 0}
                    onChange={() => onCheck(allChecked ? [] : sorted.map(rowKey))}
                  />
                </th>
              )}
              {visible.map((column) => (
                <HeadCell key={column.id} column={column} model={table.getColumn(column.id)} />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={interactive ? onKeyDown : undefined}>
            {spaceBefore > 0 && <Space height={spaceBefore} width={width} />}
            {Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => {
              const index = first + offset;
              const row = rowAt(index);
              if (row === undefined) return <PendingRow key={`pending ${index}`} width={width} />;
              const key = rowKey(row);
              const checked = checkedKeys?.includes(key) ?? false;
              return (
                <TableRow
                  key={key}
                  row={row}
                  columns={visible}
                  index={index}
                  opens={onOpen !== undefined}
                  {...(fill ? { rowIndex: index + 2 } : {})}
                  {...(interactive
                    ? { selected: checked || key === props.selectedKey, tabIndex: index === at ? 0 : -1 }
                    : {})}
                  onClick={() => {
                    setCursor(index);
                    onSelect?.(row);
                  }}
                  onOpen={() => onOpen?.(row)}
                  {...(onCheck ? { checked, onToggle: () => toggle(row) } : {})}
                />
              );
            })}
            {spaceAfter > 0 && <Space height={spaceAfter} width={width} />}
          </tbody>
          {hasFoot && (
            <tfoot>
              <tr>
                {onCheck && <td />}
                {visible.map((column) => (
                  <td key={column.id} data-num={isNumeric(column.kind) || undefined}>
                    {column.foot}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
        <TableNotice {...props} />
      </div>
    </div>
  );
}

/** What stands in the place of rows: an error, lines while reading, or what belongs here. */
function TableNotice<Row extends object>({ error, onRetry, rows, empty }: DataTableProps<Row>) {
  if (error !== undefined && error !== null) return <ErrorState error={error} onRetry={onRetry} />;
  if (rows === undefined) return <RowsSkeleton />;
  return rows.length === 0 ? (empty ?? <EmptyState />) : null;
}
