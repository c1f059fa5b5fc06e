import type { CellValue, WriteOptions, WriteSheet } from 'hucre';
import { useTranslation } from 'react-i18next';
import { dayOf, daysBetween, type LocalDate, localDate, timeOf } from '#shared/kernel/local-date.ts';
import { usePerson } from '../lib/person.ts';
import type { ColumnKind, ExportedTable } from './data-table-model.ts';
import { type Leaving, useRecordedFile } from './recorded-file.ts';

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

/** What the file tells of itself. */
export type FileFacts = { readonly title: string; readonly number: string; readonly by: string; readonly at: string };

/** A workbook of a table that says on every printed page, and on a sheet of its own, who took it along and when. */
export function workbookOf(
  facts: FileFacts,
  table: ExportedTable,
  words: { readonly sheet: string; readonly lines: readonly (readonly [string, string])[] },
): WriteOptions {
  const { title, number, by, at } = facts;
  const sheet = sheetOf(title, table);
  // An ampersand begins an order to the printer.
  const foot = `${number}  ${by}  ${at}`.replaceAll('&', '&&');
  return {
    sheets: [
      { ...sheet, headerFooter: { oddFooter: `&L${foot}&R&P / &N` } },
      {
        name: words.sheet === sheet.name ? `${words.sheet} 2` : words.sheet,
        columns: [{ width: 14 }, { width: 44 }],
        rows: words.lines.map((line) => [...line]),
      },
    ],
    properties: { title, creator: by, lastModifiedBy: by, keywords: number },
  };
}

/** Saves a table as an Excel file where the person says, once the office has it on record. */
export function useTableExport(what: Leaving): (table: ExportedTable) => Promise<void> {
  const { t } = useTranslation('parts');
  const person = usePerson();
  const save = useRecordedFile();
  return (table) => {
    const columns = table.columns.map(({ id }) => id);
    // A report about one record is one, however many lines it has.
    const ids = what.records ?? table.ids;
    const rows = what.records?.length ?? table.rows.length;
    return save({ ...what, columns, rows, ids }, 'xlsx', async ({ number, at, recipient }) => {
      const { writeXlsx } = await import('hucre');
      const { title } = what;
      const facts = { title, number, by: person.name, at: `${dayOf(at)} ${timeOf(at)}` };
      const bytes = await writeXlsx(
        workbookOf(facts, table, {
          sheet: t('exported.sheet'),
          lines: [
            [t('exported.number'), number],
            [t('exported.list'), title],
            [t('exported.by'), facts.by],
            [t('exported.at'), facts.at],
            [t('exported.rows'), String(table.rows.length)],
            ...(recipient === null ? [] : [[t('exported.recipient'), recipient] as const]),
            [t('exported.note'), t('exported.noteText')],
          ],
        }),
      );
      return new Blob([new Uint8Array(bytes)]);
    });
  };
}
