// XLS files for tests, written by hand: a compound file with one BIFF8 workbook.

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** A cell of an old workbook. */
type XlsCell = string | number;

function record(kind: number, body: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2);
  return bytes;
}

function unicode(text: string): Buffer {
  return Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')]);
}

function cellRecord(row: number, column: number, cell: XlsCell): Buffer {
  if (typeof cell === 'string')
    return record(0x0204, Buffer.concat([words(row, column, 0, cell.length), unicode(cell)]));
  const number = Buffer.alloc(8);
  number.writeDoubleLE(cell);
  return record(0x0203, Buffer.concat([words(row, column, 0), number]));
}

function beginning(kind: number): Buffer {
  return record(0x0809, words(0x0600, kind, 0x0dbb, 0x07cc, 0, 0, 6, 0));
}

/** The workbook stream: globals with one sheet, then its cells. */
function workbook(sheet: string, rows: readonly (readonly XlsCell[])[]): Buffer {
  const end = record(0x000a, Buffer.alloc(0));
  const format = record(0x00e0, Buffer.alloc(20));
  const before = Buffer.concat([beginning(0x0005), record(0x0042, words(1200)), format]);
  const name = Buffer.concat([Buffer.from([sheet.length]), unicode(sheet)]);
  const place = Buffer.alloc(6);
  // Where the sheet begins in the stream: behind the globals, of which this record is a part.
  place.writeUInt32LE(before.length + 4 + 6 + name.length + end.length, 0);
  const globals = Buffer.concat([before, record(0x0085, Buffer.concat([place, name])), end]);
  const cells = rows.flatMap((row, at) => row.map((cell, column) => cellRecord(at, column, cell)));
  const size = Buffer.alloc(14);
  size.writeUInt32LE(rows.length, 4);
  size.writeUInt16LE(Math.max(0, ...rows.map((row) => row.length)), 10);
  return Buffer.concat([globals, beginning(0x0010), record(0x0200, size), ...cells, end]);
}

function directoryEntry(name: string, kind: number, child: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64);
  entry.writeUInt8(kind, 66);
  entry.writeUInt8(1, 67);
  for (const at of [68, 72]) entry.writeUInt32LE(FREE, at);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** An XLS file (BIFF8) of one sheet, as an old Excel saves it. */
export function xlsFile(sheet: string, rows: readonly (readonly XlsCell[])[]): Buffer {
  const content = workbook(sheet, rows);
  // Streams below 4096 bytes would lie in a mini stream.
  const stream = Buffer.concat([content, Buffer.alloc(Math.max(0, 4096 - content.length))]);
  const sectors = Math.ceil(stream.length / SECTOR);
  const fats = Math.ceil((sectors + 2) / (SECTOR / 4 - 1));
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  words(0x003e, 0x0003, 0xfffe, 9, 6).copy(header, 24);
  header.writeUInt32LE(fats, 44);
  header.writeUInt32LE(fats, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END, 60);
  header.writeUInt32LE(END, 68);
  for (let at = 0; at < 109; at += 1) header.writeUInt32LE(at < fats ? at : FREE, 76 + at * 4);
  const table = Buffer.alloc(fats * SECTOR, 0xff);
  for (let at = 0; at < fats; at += 1) table.writeUInt32LE(0xfffffffd, at * 4);
  table.writeUInt32LE(END, fats * 4);
  for (let at = 0; at < sectors; at += 1)
    table.writeUInt32LE(at === sectors - 1 ? END : fats + 2 + at, (fats + 1 + at) * 4);
  const directory = Buffer.concat([
    directoryEntry('Root Entry', 5, 1, END, 0),
    directoryEntry('Workbook', 2, FREE, fats + 1, stream.length),
    directoryEntry('', 0, FREE, 0, 0),
    directoryEntry('', 0, FREE, 0, 0),
  ]);
  const body = Buffer.concat([stream, Buffer.alloc(sectors * SECTOR - stream.length)]);
  return Buffer.concat([header, table, directory, body]);
}
