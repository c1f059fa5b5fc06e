import type { UnitUse } from '#shared/domain/units/states.ts';
import { type Area, area, priceOfArea, sumArea } from '#shared/kernel/area.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import { readAmountCell, readArea } from './decimals.ts';
import { type PriceListField, priceListTable } from './fields.ts';
import { floorNameOf, floorOfRoom, placeKey, readFloor, readRoom, readUse, readWords } from './places.ts';
import { type DataRow, dataRows, missingColumns, type RowReader, rowReader, type TableProblem } from './read-table.ts';
import { type ColumnMapping, type ListHeader, recogniseHeader } from './recognise-header.ts';
import { readStatus } from './status-words.ts';

/** Something that is wrong or doubtful in a price list. */
export type ListProblem = TableProblem<PriceListField>;

type Reader = RowReader<PriceListField>;

/** A unit of a price list. Money in fen, areas in 0.01 m². */
export type ListedUnit = {
  /** Row of the file, from 1. */
  readonly row: number;
  readonly building: string;
  readonly entrance: string;
  readonly floor: number;
  readonly floorName: string;
  readonly roomNo: string;
  readonly use: UnitUse;
  readonly houseType: string;
  readonly orientation: string;
  readonly builtArea: Area;
  readonly innerArea: Area | null;
  readonly sharedArea: Area | null;
  readonly unitPrice: Fen | null;
  readonly total: Fen | null;
  readonly filedPrice: Fen | null;
  readonly floorPrice: Fen | null;
  /** Why the list itself keeps it from sale (已备案, 司法查封), in its words; empty where it does not. */
  readonly barredBy: string;
};

/** A row that is not taken, as it is written: what its problems speak of. */
export type LeftOutRow = {
  readonly row: number;
  readonly building: string;
  readonly entrance: string;
  readonly floor: string;
  readonly roomNo: string;
};

/** What a table of a price list says. */
export type PriceList = {
  readonly header: ListHeader<PriceListField>;
  readonly units: readonly ListedUnit[];
  /** Rows below the headings that are no units; with `units` they are all that is no heading, sum or remark. */
  readonly leftOut: readonly LeftOutRow[];
  readonly problems: readonly ListProblem[];
  readonly builtArea: Area;
  readonly total: Fen;
};

/** Rows after which a long list says how far it is. */
const TOLD_ROWS = 500;

/** Official lists floor totals to whole yuan and round unit prices: a yuan up or down is no difference (in fen). */
const TOLERANCE = 100;

/**
 * Reads a table as a price list (一房一价表): finds the headings, fills merged cells, leaves out totals and remarks, reads
 * places, areas and prices, and says of every row that is not taken, or taken with doubt, why. Totals follow the list
 * where it gives them and are computed where it does not. `rowsRead` hears of long lists as their rows are read.
 */
export function readPriceList(
  rows: readonly (readonly string[])[],
  mapping?: ColumnMapping<PriceListField> | null,
  rowsRead: (rows: number) => void = () => undefined,
): PriceList {
  const header = recogniseHeader(priceListTable, rows, mapping);
  const problems: ListProblem[] = missingColumns(priceListTable, header);
  const table = dataRows(priceListTable, rows, header);
  const several = hasSeveralProjects(table, header);
  const units: ListedUnit[] = [];
  const leftOut: LeftOutRow[] = [];
  const places = new Map<string, number>();
  if (problems.length === 0)
    for (const [at, data] of table.entries()) {
      if (at > 0 && at % TOLD_ROWS === 0) rowsRead(TOLD_ROWS);
      const reader = rowReader(header, data, problems);
      const unit = readUnit(reader, several);
      if (unit === undefined) {
        leftOut.push(asWritten(reader));
        continue;
      }
      const key = placeKey(unit);
      const earlier = places.get(key);
      if (earlier === undefined) {
        places.set(key, data.row);
        units.push(unit);
      } else {
        reader.tell('roomNo', 'error', 'IMPORT_DUPLICATE_ROW', { otherRow: earlier });
        leftOut.push(asWritten(reader));
      }
    }
  return {
    header,
    units,
    leftOut,
    problems,
    builtArea: sumArea(units.map(({ builtArea }) => builtArea)),
    total: sumFen(units.flatMap(({ total }) => (total === null ? [] : [total]))),
  };
}

function asWritten({ row, text }: Reader): LeftOutRow {
  const words = (field: PriceListField) => readWords(text(field)).trim();
  const [building, entrance, floor, roomNo] = [words('building'), words('entrance'), words('floor'), words('roomNo')];
  return { row, building, entrance, floor, roomNo };
}

/** True for a list of several developments: their buildings may bear the same names. */
function hasSeveralProjects(table: readonly DataRow[], { columns }: ListHeader<PriceListField>): boolean {
  const column = columns.find(({ field }) => field === 'project');
  if (column === undefined) return false;
  return new Set(table.map(({ cells }) => readWords(cells[column.index] ?? ''))).size > 1;
}

function readUnit(reader: Reader, several: boolean): ListedUnit | undefined {
  const project = several ? readWords(reader.text('project')) : '';
  const building = `${project} ${readWords(reader.text('building'))}`.trim();
  const roomNo = readRoom(reader.text('roomNo'));
  if (readWords(reader.text('building')) === '') reader.tell('building', 'error', 'IMPORT_VALUE_MISSING');
  if (roomNo === '') reader.tell('roomNo', 'error', 'IMPORT_VALUE_MISSING');
  const floorText = reader.text('floor');
  const floor = floorText.trim() === '' && !reader.has('floor') ? floorOfRoom(roomNo) : readFloor(floorText);
  if (floor === undefined)
    reader.tell('floor', 'error', floorText.trim() === '' ? 'IMPORT_VALUE_MISSING' : 'IMPORT_VALUE_UNREADABLE', {
      ...(floorText.trim() === '' ? {} : { text: floorText.trim().slice(0, 40) }),
    });
  const builtArea = areaOf(reader, 'builtArea', 'error');
  const innerArea = reader.has('innerArea') ? areaOf(reader, 'innerArea', 'warning') : undefined;
  if (builtArea !== undefined && innerArea !== undefined && innerArea > builtArea) {
    reader.tell('innerArea', 'error', 'IMPORT_INNER_ABOVE_BUILT');
    return undefined;
  }
  if (readWords(reader.text('building')) === '' || roomNo === '' || floor === undefined || builtArea === undefined)
    return undefined;
  const prices = pricesOf(reader, builtArea, innerArea);
  const barredBy = statusOf(reader);
  const shared = reader.text('sharedArea').trim() === '' ? undefined : readArea(reader.text('sharedArea'));
  return {
    row: reader.row,
    building,
    entrance: readWords(reader.text('entrance')),
    floor,
    floorName: floorText.trim() === '' ? String(floor) : floorNameOf(floorText, floor),
    roomNo,
    use: readUse(reader.text('use')),
    houseType: readWords(reader.text('houseType')),
    orientation: readWords(reader.text('orientation')),
    builtArea,
    innerArea: innerArea ?? null,
    sharedArea: shared ?? (innerArea === undefined ? null : area(builtArea - innerArea)),
    ...prices,
    barredBy,
  };
}

/** What keeps a unit from sale by the list's own words; words that are not known are told and bar nothing. */
function statusOf(reader: Reader): string {
  const text = readWords(reader.text('status')).trim().slice(0, 40);
  const status = readStatus(text);
  if (status === 'taken') reader.tell('status', 'warning', 'IMPORT_STATUS_TAKEN', { text });
  if (status === 'unknown') reader.tell('status', 'warning', 'IMPORT_STATUS_UNKNOWN', { text });
  return status === 'taken' ? text : '';
}

function areaOf(reader: Reader, field: PriceListField, severity: ListProblem['severity']): Area | undefined {
  const text = reader.text(field).trim();
  const found = readArea(text);
  if (found === undefined)
    reader.tell(
      field,
      severity,
      text === '' ? 'IMPORT_VALUE_MISSING' : 'IMPORT_VALUE_UNREADABLE',
      text === '' ? {} : { text: text.slice(0, 40) },
    );
  return found;
}

function amountOf(reader: Reader, field: PriceListField): Fen | undefined {
  const column = reader.column(field);
  const text = reader.text(field).trim();
  if (column === undefined) return undefined;
  const found = readAmountCell(text, column.scale);
  if (found === undefined)
    reader.tell(
      field,
      'warning',
      text === '' ? 'IMPORT_VALUE_MISSING' : 'IMPORT_VALUE_UNREADABLE',
      text === '' ? {} : { text: text.slice(0, 40) },
    );
  return found;
}

function pricesOf(
  reader: Reader,
  builtArea: Area,
  innerArea: Area | undefined,
): Pick<ListedUnit, 'unitPrice' | 'total' | 'filedPrice' | 'floorPrice'> {
  const unitPrice = amountOf(reader, 'unitPrice');
  const innerUnitPrice = amountOf(reader, 'innerUnitPrice');
  const filedPrice = amountOf(reader, 'filedPrice');
  const floorPrice = amountOf(reader, 'floorPrice');
  // A list of the authority may name the filed total only: it then is the list price too.
  const field = reader.has('total') || !reader.has('filedPrice') ? 'total' : 'filedPrice';
  const given = field === 'total' ? amountOf(reader, 'total') : filedPrice;
  const computed =
    unitPrice !== undefined
      ? priceOfArea(unitPrice, builtArea)
      : innerUnitPrice !== undefined && innerArea !== undefined
        ? priceOfArea(innerUnitPrice, innerArea)
        : undefined;
  if (given !== undefined && computed !== undefined && !agrees(given, computed))
    reader.tell(field, 'warning', 'IMPORT_TOTAL_DIFFERS', { totalFen: given, computedFen: computed });
  if (given === undefined && computed !== undefined && reader.has(field))
    reader.tell(field, 'warning', 'IMPORT_TOTAL_COMPUTED', { totalFen: computed });
  const total = given ?? computed ?? null;
  if (total === null && (reader.has('total') || reader.has('unitPrice') || reader.has('innerUnitPrice')))
    reader.tell(field, 'warning', 'IMPORT_PRICE_MISSING');
  return { unitPrice: unitPrice ?? null, total, filedPrice: filedPrice ?? null, floorPrice: floorPrice ?? null };
}

/** True when a total is within a yuan of the product, or of the product without its fen. */
function agrees(total: Fen, product: Fen): boolean {
  const whole = Math.floor(product / 100) * 100;
  return Math.abs(total - product) <= TOLERANCE || Math.abs(total - whole) <= TOLERANCE;
}
