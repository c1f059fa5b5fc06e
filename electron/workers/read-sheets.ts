import { Unzip, UnzipInflate } from 'fflate';
import { HucreError, read as readWorkbook, type Sheet as Worksheet } from 'hucre';
import Papa from 'papaparse';
import { LARGEST_COLUMNS, LARGEST_ROWS } from '#shared/domain/imports/reading.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** A sheet as text, row by row; merged cells say the same everywhere. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/** Cells of all sheets together; merged ones count as often as they are covered. */
const LARGEST_CELLS = 4_000_000;
/** Longest cell that is kept: no field of a list is longer, and no pattern is tried on more. */
const LONGEST_CELL = 300;

/** Largest content of a packed spreadsheet when it is unpacked, bytes. */
const LARGEST_UNPACKED = 200 * 1024 * 1024;
/** A small file may unpack to this much, a larger one to so many times its size: what expands further means harm. */
const ALWAYS_UNPACKED = 32 * 1024 * 1024;
const LARGEST_RATIO = 150;

type Kind = 'zip' | 'cfb' | 'text';

/**
 * The visible sheets of a spreadsheet: XLSX, XLS or CSV (UTF-8, UTF-16, GBK), told by what the bytes are, not by the
 * file's name. Formulas count by their stored values. Throws IMPORT_FILE_EMPTY, _DAMAGED, _UNKNOWN, _PROTECTED, _HUGE.
 */
export async function readSheets(name: string, bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.length === 0) throw new DomainError('IMPORT_FILE_EMPTY');
  const kind = kindOf(bytes);
  if (kind === 'text') return [readText(name, bytes)];
  if (kind === 'zip') measure(bytes);
  // An old workbook has a header and two sectors at least; what is shorter was cut off.
  if (kind === 'cfb' && bytes.length < 1536) throw new DomainError('IMPORT_FILE_DAMAGED');
  const sheets = await readBook(bytes);
  const budget = cellBudget();
  return sheets
    .filter((sheet) => sheet.hidden !== true && sheet.veryHidden !== true)
    .map((sheet) => sheetOf(sheet, budget));
}

/** Counts the cells of a file and refuses the one too many, before memory is spent on it. */
function cellBudget(): (cells: number) => void {
  let left = LARGEST_CELLS;
  return (cells) => {
    left -= cells;
    if (left < 0) throw tooLarge();
  };
}

function tooLarge(): DomainError {
  return new DomainError('IMPORT_FILE_HUGE', { rows: LARGEST_ROWS, columns: LARGEST_COLUMNS });
}

function kindOf(bytes: Uint8Array): Kind {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x50, 0x4b)) return 'zip';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'cfb';
  // Other programs' files hold zeros that no text has, unless it is UTF-16, which says so at its beginning.
  const utf16 = starts(0xff, 0xfe) || starts(0xfe, 0xff);
  if (!utf16 && bytes.subarray(0, 4096).includes(0)) throw new DomainError('IMPORT_FILE_UNKNOWN');
  return 'text';
}

/** Unpacks a packed file without keeping anything, to see how large it really is: its own figures may lie. */
function measure(bytes: Uint8Array): void {
  const most = Math.min(LARGEST_UNPACKED, Math.max(ALWAYS_UNPACKED, bytes.length * LARGEST_RATIO));
  let unpacked = 0;
  const archive = new Unzip((file) => {
    file.ondata = (error, chunk) => {
      if (error !== null) throw error;
      unpacked += chunk.length;
      if (unpacked > most) throw tooLarge();
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    // In pieces, so that the count stops a bomb before it has gone off.
    for (let at = 0; at < bytes.length; at += 65_536)
      archive.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('IMPORT_FILE_DAMAGED');
  }
}

async function readBook(bytes: Uint8Array): Promise<Worksheet[]> {
  try {
    const { sheets } = await readWorkbook(bytes, { maxRows: LARGEST_ROWS + 1 });
    return sheets;
  } catch (error) {
    if (isProtected(bytes)) throw new DomainError('IMPORT_FILE_PROTECTED');
    if (error instanceof HucreError && /unsupported|unknown format/i.test(error.message))
      throw new DomainError('IMPORT_FILE_UNKNOWN');
    throw new DomainError('IMPORT_FILE_DAMAGED');
  }
}

/** True for a workbook with a password: a packed one inside a compound file, or an old one whose first record says so. */
function isProtected(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (content.includes('EncryptedPackage', 0, 'utf16le')) return true;
  const beginning = content.indexOf(Buffer.from('0908100000060500', 'hex'));
  return beginning >= 0 && content.readUInt16LE(Math.min(beginning + 20, content.length - 2)) === 0x2f;
}

function sheetOf(sheet: Worksheet, spend: (cells: number) => void): Sheet {
  const widest = sheet.rows.reduce((most, row) => Math.max(most, said(row)), 0);
  checkSize(sheet.rows.length, widest);
  spend(sheet.rows.length * widest);
  const rows = sheet.rows.map((row) => Array.from({ length: widest }, (_unused, index) => textOf(row[index])));
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const text = rows[startRow]?.[startCol] ?? '';
    const [lastRow, lastColumn] = [Math.min(endRow, rows.length - 1), Math.min(endCol, widest - 1)];
    spend(Math.max(0, lastRow - startRow + 1) * Math.max(0, lastColumn - startCol + 1));
    for (let row = startRow; row <= lastRow; row += 1)
      for (let column = startCol; column <= lastColumn; column += 1) {
        const cells = rows[row];
        if (cells !== undefined) cells[column] = text;
      }
  }
  return { name: sheet.name, rows };
}

/** How many cells of a row count: formatted blanks at its end do not. */
function said(row: readonly unknown[]): number {
  return row.findLastIndex((cell) => cell !== null && cell !== undefined && cell !== '') + 1;
}

function checkSize(rows: number, columns: number): void {
  if (rows > LARGEST_ROWS || columns > LARGEST_COLUMNS) throw tooLarge();
}

/** A cell as text. Binary fractions (125.53000000000002) become the number that was typed. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, LONGEST_CELL);
  if (typeof value === 'number') return Number.isFinite(value) ? plain(value) : '';
  if (typeof value === 'boolean') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : '';
}

function plain(value: number): string {
  const short = Number(value.toPrecision(15));
  return Math.abs(short) >= 1e21
    ? ''
    : short.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 10 });
}

function readText(name: string, bytes: Uint8Array): Sheet {
  const text = decoded(bytes);
  // Web pages and XML under a spreadsheet's name, as some authorities hand them out, are no lists of cells.
  if (
    /^\uFEFF?\s*<(?:!doctype|html|\?xml|table|head|meta)/iu.test(text.slice(0, 400)) ||
    /^(?:%PDF|\{\\rtf)/.test(text)
  )
    throw new DomainError('IMPORT_FILE_UNKNOWN');
  const { data } = Papa.parse<string[]>(text, { preview: LARGEST_ROWS + 1, skipEmptyLines: false });
  const widest = data.reduce((most, row) => Math.max(most, said(row)), 0);
  checkSize(data.length, widest);
  cellBudget()(data.length * widest);
  return { name, rows: data.map((row) => row.slice(0, widest).map((cell) => cell.slice(0, LONGEST_CELL))) };
}

/** Text by its byte order mark, else UTF-8 where it is flawless, else GB 18030 as Excel in China saves. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const from = (encoding: string, fatal: boolean) => new TextDecoder(encoding, { fatal }).decode(bytes);
  try {
    if (first === 0xff && second === 0xfe) return from('utf-16le', true);
    if (first === 0xfe && second === 0xff) return from('utf-16be', true);
    return from('utf-8', true);
  } catch {
    return from('gb18030', false);
  }
}
