import { notifications } from '@mantine/notifications';
import type { CellValue, WriteSheet } from 'hucre';
import { useTranslation } from 'react-i18next';
import { dayOf, daysBetween, type LocalDate, localDate, timeOf } from '#shared/kernel/local-date.ts';
import { refusalOf } from '../lib/error-sentence.ts';
import { useErrorSentence } from '../lib/i18n.ts';
import { thisPc } from '../lib/office.ts';
import type { ColumnKind, ExportedTable } from './data-table-model.ts';

const formats: Partial<Record<ColumnKind, string>> = {
  money: '#,##0.00',
  area: '#,##0.00',
  number: '#,##0',
  percent: '0.00##%',
  date: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm',
};

/** A plain value as a spreadsheet holds it: yuan, m², shares of one, days and instants of the office's own clock. */
function cellOf(kind: ColumnKind, value: string | number | null): CellValue {
  if (value === null) return null;
  if (kind === 'date') return serialOf(localDate(String(value)));
  if (typeof value === 'string') return value;
  if (kind === 'money' || kind === 'area') return value / 100;
  if (kind === 'percent') return value / 1_000_000;
  return kind === 'datetime' ? serialOf(dayOf(value)) + minutesOf(timeOf(value)) / 1440 : value;
}

/** A day as spreadsheets count them. */
function serialOf(day: LocalDate): number {
  return daysBetween(localDate('1899-12-30'), day);
}

function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Chinese signs are two characters wide; between 8 and 40. */
function widthOf(texts: readonly string[]): number {
  const widths = texts.map((text) => [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 2 : 1), 0));
  return Math.min(40, Math.max(8, ...widths.map((width) => width + 2)));
}

/** A table as a sheet: bold head that stays in view, real numbers and days, a filter on every column. */
export function sheetOf(title: string, { columns, rows }: ExportedTable): WriteSheet {
  const cells = rows.map((row) => columns.map(({ kind }, index) => cellOf(kind, row[index] ?? null)));
  const head = new Map(
    columns.map(({ header }, index) => [`0,${index}`, { value: header, style: { font: { bold: true } } }]),
  );
  return {
    // A sheet's name is at most 31 signs without those that paths and references use.
    name: [...title.replaceAll(/[\\/?*[\]:]/g, ' ')].slice(0, 31).join(''),
    columns: columns.map(({ kind, header }, index) => {
      const written =
        kind === 'text' || kind === 'person' ? rows.map((row) => String(row[index] ?? '')) : ['2026-11-23'];
      const numFmt = formats[kind];
      return { width: widthOf([header, ...written]), ...(numFmt === undefined ? {} : { numFmt }) };
    }),
    rows: [columns.map(({ header }) => header), ...cells],
    cells: head,
    freezePane: { rows: 1 },
    ...(rows.length > 0 && columns.length > 0
      ? { autoFilter: { range: `A1:${columnName(columns.length)}${rows.length + 1}` } }
      : {}),
  };
}

function columnName(count: number): string {
  let name = '';
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

/** Saves a table as an Excel file where the person says; hand the result to the `onExport` of a table. */
export function useTableExport(title: string): (table: ExportedTable) => void {
  const { t } = useTranslation('parts');
  const sentence = useErrorSentence();
  const save = async (table: ExportedTable): Promise<void> => {
    const { writeXlsx } = await import('hucre');
    const bytes = await writeXlsx({ sheets: [sheetOf(title, table)] });
    const { savedAs } = await (await thisPc()).files.save({
      kind: 'xlsx',
      suggestedName: title,
      file: new Blob([new Uint8Array(bytes)]),
    });
    if (savedAs !== null)
      notifications.show({ message: t('table.exported', { name: savedAs, count: table.rows.length }) });
  };
  return (table) => {
    save(table).catch((error: unknown) =>
      notifications.show({ color: 'red', message: sentence(refusalOf(error)), autoClose: false }),
    );
  };
}
