import { useTranslation } from 'react-i18next';
import { area } from '#shared/kernel/area.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { formatArea, formatCount, formatDate, formatDateTime, formatMoney, formatPercent } from '../lib/format.ts';
import { usePerson } from '../lib/person.ts';
import { type ColumnKind, type ExportedTable, isNumeric } from './data-table-model.ts';
import { type PageRows, pageBreaks } from './page-breaks.ts';
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
  /** What it says of itself: what the data are for, how long it is kept. */
  readonly note: string;
  /** Which page it is of how many. */
  readonly pageOf: (page: number, pages: number) => string;
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

/** What is laid on one sheet: its rows, which page it is of how many, and how wide each column is on all of them. */
type SheetPart = { readonly rows: PageRows; readonly page: number; readonly pages: number; readonly widths: number[] };

/** Lays rows of a list on a sheet of A4 lying down; without a part all of them, as wide as they come. */
function sheetOf(frame: PrintedFrame, { columns, rows }: ExportedTable, part?: SheetPart): HTMLElement {
  const sheet = document.createElement('section');
  sheet.className = styles['list'] ?? '';
  const watermark = element(sheet, 'div', '', styles['watermark']);
  for (let index = 0; index < WATERMARKS; index += 1) element(watermark, 'span', frame.watermark);
  const printed = document.createElement('table');
  if (part !== undefined) {
    printed.style.tableLayout = 'fixed';
    const group = element(printed, 'colgroup', '');
    for (const width of part.widths) element(group, 'col', '').style.width = `${width}px`;
  }
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
  const [from, to] = part?.rows ?? [0, rows.length];
  rows.slice(from, to).forEach((row, index) => {
    const written = body.insertRow();
    element(written, 'td', String(from + index + 1)).dataset['num'] = '';
    columns.forEach(({ kind }, at) => {
      const cell = element(written, 'td', paperText(kind, row[at] ?? null));
      if (isNumeric(kind)) cell.dataset['num'] = '';
    });
  });
  sheet.append(printed);
  if (to === rows.length) {
    const end = element(sheet, 'div', '', styles['end']);
    element(end, 'span', frame.totals.join('　'));
    element(end, 'span', frame.maker);
    if (frame.note !== '') element(end, 'p', frame.note);
  }
  if (part !== undefined) element(sheet, 'div', frame.pageOf(part.page, part.pages), styles['foot']);
  return sheet;
}

/** Height of a sheet between its margins, less the line of its foot, in px; a little less than there is, for rounding. */
const ROOM = 672;

/** Lays a sheet out beside the screen to see how large its parts are. */
function measured<Sizes>(sheet: HTMLElement, read: (sheet: HTMLElement) => Sizes): Sizes {
  sheet.classList.add(styles['measured'] ?? '');
  document.body.append(sheet);
  try {
    return read(sheet);
  } finally {
    sheet.remove();
  }
}

const heightOf = (part: Element | null | undefined): number => part?.getBoundingClientRect().height ?? 0;

/**
 * Lays a list on as many sheets as it takes. Chromium numbers no pages by itself before its version 131, and Electron 33
 * has 130: it is laid out once to see how wide its columns come, once more with these to see how high its rows are, and
 * each sheet says then which it is.
 */
function layOutList(frame: PrintedFrame, table: ExportedTable): HTMLElement[] {
  const all = [0, table.rows.length] as const;
  const widths = measured(sheetOf(frame, table), (sheet) =>
    [...(sheet.querySelector('thead')?.rows[1]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width),
  );
  const breaks = measured(sheetOf(frame, table, { rows: all, page: 1, pages: 1, widths }), (sheet) => {
    const heights = [...(sheet.querySelector('tbody')?.rows ?? [])].map(heightOf);
    const [end] = sheet.getElementsByClassName(styles['end'] ?? '');
    return pageBreaks(heights, ROOM - heightOf(sheet.querySelector('thead')), heightOf(end));
  });
  return breaks.map((rows, index) => sheetOf(frame, table, { rows, page: index + 1, pages: breaks.length, widths }));
}

/** Prints a list as it is seen, once the office has it on record as what leaves it: the same rules as for a file. */
export function useTablePrint(what: Leaving): (table: ExportedTable) => Promise<void> {
  const { t } = useTranslation('parts');
  const person = usePerson();
  const leave = useRecordedLeave();
  return (table) => {
    const { columns, rows, ids } = table;
    const { title, countBy, totals = [], note = '' } = what.paper ?? { title: what.title };
    const leaving = { ...what, form: 'paper' as const, columns: columns.map(({ id }) => id), rows: rows.length, ids };
    return leave(leaving, ({ number, at, recipient }) => {
      const when = formatDateTime(at);
      const frame: PrintedFrame = {
        title,
        mark: t('printed.internal'),
        record: [number, person.name, when, ...(recipient === null ? [] : [recipient])].join(' · '),
        watermark: `${person.name} ${when}`,
        maker: t('printed.maker', { name: person.name }),
        pageOf: (page, pages) => t('printed.page', { page, pages }),
        totals: [
          `${t('table.total')} ${t('table.rows', { count: rows.length })}`,
          ...(countBy === undefined ? [] : countsOf(table, countBy)),
          ...totals,
        ],
        note,
      };
      printPapers(layOutList(frame, table));
    });
  };
}
