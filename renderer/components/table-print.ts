import { useTranslation } from 'react-i18next';
import { area } from '#shared/kernel/area.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { formatArea, formatCount, formatDate, formatDateTime, formatMoney, formatPercent } from '../lib/format.ts';
import { usePerson } from '../lib/person.ts';
import { type ColumnKind, type ExportedTable, isNumeric } from './data-table-model.ts';
import { printPapers } from './print-papers.ts';
import { type Leaving, useRecordedLeave } from './recorded-file.ts';
import styles from './table-print.module.css';

/** What stands around a printed list. */
export type PrintedFrame = {
  readonly title: string;
  /** That it is not for anybody outside. */
  readonly mark: string;
  /** Number of the export, who printed it, when, and to whom it goes. */
  readonly record: string;
  /** Who printed it and when, across every page. */
  readonly watermark: string;
  /** Where whoever made it signs. */
  readonly maker: string;
  /** What the rows come to. */
  readonly totals: readonly string[];
};

/** How often the watermark stands on a page. */
const WATERMARKS = 12;

/** A value as it is read on paper. */
export function paperText(kind: ColumnKind, value: string | number | null): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'string') return kind === 'date' && isLocalDate(value) ? formatDate(value) : value;
  if (kind === 'money') return formatMoney(fen(value));
  if (kind === 'area') return formatArea(area(value));
  if (kind === 'percent') return formatPercent(value);
  return kind === 'datetime' ? formatDateTime(value) : formatCount(value);
}

/** How many rows say what in a column, each as `name count`, in the order of the names. */
export function countsOf({ columns, rows }: ExportedTable, columnId: string): string[] {
  const at = columns.findIndex(({ id }) => id === columnId);
  if (at < 0) return [];
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = String(row[at] ?? '–');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => `${name} ${formatCount(count)}`)
    .toSorted((one, other) => one.localeCompare(other));
}

function element(parent: HTMLElement, tag: string, text: string, className?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  made.textContent = text;
  parent.append(made);
  return made;
}

/** Lays a list on sheets of A4 lying down. Lives in the page while it is printed. */
function layOutList(frame: PrintedFrame, { columns, rows }: ExportedTable): HTMLElement {
  const sheet = document.createElement('section');
  sheet.className = styles['list'] ?? '';
  const watermark = element(sheet, 'div', '', styles['watermark']);
  for (let index = 0; index < WATERMARKS; index += 1) element(watermark, 'span', frame.watermark);
  const printed = document.createElement('table');
  const head = printed.createTHead();
  const line = element(element(head.insertRow(), 'th', '', styles['head']), 'div', '', styles['line']);
  const [top] = head.rows[0]?.cells ?? [];
  if (top !== undefined) top.colSpan = columns.length + 1;
  element(line, 'b', frame.title);
  element(line, 'span', frame.mark, styles['mark']);
  element(line, 'span', frame.record, styles['record']);
  const heads = head.insertRow();
  element(heads, 'th', '#').dataset['num'] = '';
  for (const { header, kind } of columns) {
    const cell = element(heads, 'th', header);
    if (isNumeric(kind)) cell.dataset['num'] = '';
  }
  const body = printed.createTBody();
  rows.forEach((row, index) => {
    const written = body.insertRow();
    element(written, 'td', String(index + 1)).dataset['num'] = '';
    columns.forEach(({ kind }, at) => {
      const cell = element(written, 'td', paperText(kind, row[at] ?? null));
      if (isNumeric(kind)) cell.dataset['num'] = '';
    });
  });
  sheet.append(printed);
  const end = element(sheet, 'div', '', styles['end']);
  element(end, 'span', frame.totals.join('　'));
  element(end, 'span', frame.maker);
  return sheet;
}

/** Prints a list as it is seen, once the office has it on record as what leaves it: the same rules as for a file. */
export function useTablePrint(what: Leaving): (table: ExportedTable) => Promise<void> {
  const { t } = useTranslation('parts');
  const person = usePerson();
  const leave = useRecordedLeave();
  return (table) => {
    const { columns, rows, ids } = table;
    const { title, countBy } = what.paper ?? { title: what.title, countBy: '' };
    const leaving = { ...what, columns: columns.map(({ id }) => id), rows: rows.length, ids };
    return leave(leaving, ({ number, at, recipient }) => {
      const when = formatDateTime(at);
      const frame: PrintedFrame = {
        title,
        mark: t('printed.internal'),
        record: [number, person.name, when, ...(recipient === null ? [] : [recipient])].join(' · '),
        watermark: `${person.name} ${when}`,
        maker: t('printed.maker', { name: person.name }),
        totals: [`${t('table.total')} ${t('table.rows', { count: rows.length })}`, ...countsOf(table, countBy)],
      };
      printPapers([layOutList(frame, table)]);
    });
  };
}
