import { foldWidth } from '#shared/kernel/full-width.ts';
import { type Decoration, decorations } from '../projects/house-types.ts';
import { MAX_SPACE_SIDE, type SpaceKind, spaceKinds } from '../units/space-facts.ts';
import { type SpaceRight, spaceRights } from '../units/space-rights.ts';
import { type UnitUse, unitUses } from '../units/states.ts';
import { readArea } from './decimals.ts';
import { placeKey, readFloor, readRoom, readWords } from './places.ts';
import { dataRows, missingColumns, type RowReader, rowReader, type TableProblem } from './read-table.ts';
import { recogniseHeader } from './recognise-header.ts';
import type { TableDefinition } from './table.ts';

/** What may be corrected of a home in a file. */
export const inventoryCells = [
  'use',
  'houseType',
  'orientation',
  'decoration',
  'spaceRight',
  'spaceKind',
  'spaceLength',
  'spaceWidth',
  'spaceHeight',
  'builtArea',
  'innerArea',
  'sharedArea',
  'measuredBuiltArea',
  'measuredInnerArea',
  'measuredSharedArea',
  'survey',
] as const;
/** See {@link inventoryCells}. */
export type InventoryCell = (typeof inventoryCells)[number];

/** Columns of the file: which home a row is of, and what may be corrected. */
export const inventoryFields = ['unitId', 'building', 'entrance', 'floor', 'roomNo', ...inventoryCells] as const;
/** See {@link inventoryFields}. */
export type InventoryField = (typeof inventoryFields)[number];

/** What the columns are called, ours first; those of a file in English beside them. */
const headings: Readonly<Record<InventoryField, readonly string[]>> = {
  unitId: ['房源编号', 'homeid'],
  building: ['楼栋', '栋', '幢', '楼号', 'building'],
  entrance: ['单元', '单元号', 'entrance'],
  floor: ['楼层', '层', 'floor'],
  roomNo: ['房号', '房间号', '室号', 'room'],
  use: ['用途', 'use'],
  houseType: ['户型', 'housetype'],
  orientation: ['朝向', 'orientation'],
  decoration: ['装修标准', '装修', 'decoration'],
  spaceRight: ['权属', '车位权属', 'titleofspace'],
  spaceKind: ['车位类型', 'kindofspace'],
  spaceLength: ['长度', '车位长度', '长', 'spacelength'],
  spaceWidth: ['宽度', '车位宽度', '宽', 'spacewidth'],
  spaceHeight: ['净高', '车位净高', 'clearheight'],
  builtArea: ['建筑面积', '预测建筑面积', 'builtarea'],
  innerArea: ['套内面积', '预测套内面积', 'innerarea'],
  sharedArea: ['分摊面积', '公摊面积', 'sharedarea'],
  measuredBuiltArea: ['实测建筑面积', 'measuredbuiltarea'],
  measuredInnerArea: ['实测套内面积', 'measuredinnerarea'],
  measuredSharedArea: ['实测分摊面积', 'measuredsharedarea'],
  survey: ['测绘报告', '测绘报告编号', '测绘报告号', 'surveyreport'],
};

/** The table of homes that are corrected. */
export const inventoryTable: TableDefinition<InventoryField> = {
  fields: inventoryFields,
  required: ['building', 'roomNo'],
  headings,
  sure: ['roomNo'],
  amounts: [],
  noted: [],
  merged: [],
};

/** A cell as the office keeps it: words, a state's name, an area in 0.01 m² or a side in 0.01 m; null for an empty one. */
export type CellValue = string | number | null;

/** A row of the file: of which home, and what its cells say, only of the columns that the file has. */
export type InventoryRow = {
  readonly row: number;
  readonly unitId: number | null;
  readonly place: string;
  readonly label: string;
  readonly cells: Partial<Readonly<Record<InventoryCell, CellValue>>>;
};

/** Something that is wrong in such a file. */
export type InventoryProblem = TableProblem<InventoryField>;

/** What a table of corrections says. */
export type InventoryList = { readonly rows: readonly InventoryRow[]; readonly problems: readonly InventoryProblem[] };

const useWords: Readonly<Record<UnitUse, RegExp>> = {
  home: /^(?:住宅|公寓|home)$/iu,
  shop: /^(?:商铺|商业|底商|shop)$/iu,
  parking: /^(?:车位|车库|parking)$/iu,
  storage: /^(?:储藏室?|储藏间|仓储|storage)$/iu,
};

const decorationWords: Readonly<Record<Decoration, RegExp>> = {
  bare: /^(?:毛坯|清水|bare)$/iu,
  basic: /^(?:简装|简装修|basic)$/iu,
  full: /^(?:精装|精装修|全装修|full)$/iu,
};

/** Whether it can be sold with a title, is an air-raid shelter (人防), or lies on ground that all owners share. */
const spaceRightWords: Readonly<Record<SpaceRight, RegExp>> = {
  titled: /^(?:可以办理产权|可办产权|有产权|产权|产权车位|titled|has a title of its own)$/iu,
  civilDefence: /^(?:人防.*|air-raid shelter.*)$/iu,
  commonGround: /^(?:业主共有.*|共有|on ground that all owners share)$/iu,
};

const spaceKindWords: Readonly<Record<SpaceKind, RegExp>> = {
  plane: /^(?:平面(?:车位)?|plane|on the ground)$/iu,
  mechanical: /^(?:机械(?:车位)?|mechanical|in a machine)$/iu,
  charging: /^(?:充电(?:车位)?|charging|with a charger)$/iu,
};

const sides: readonly InventoryCell[] = ['spaceLength', 'spaceWidth', 'spaceHeight'];

const areas = [
  'builtArea',
  'innerArea',
  'sharedArea',
  'measuredBuiltArea',
  'measuredInnerArea',
  'measuredSharedArea',
] as const satisfies readonly InventoryCell[];

/** Reads a table in which homes were corrected: rows in their order, and what of them can't be understood. */
export function readInventory(table: readonly (readonly string[])[]): InventoryList {
  const header = recogniseHeader(inventoryTable, table);
  const problems: InventoryProblem[] = missingColumns(inventoryTable, header);
  if (problems.length > 0) return { rows: [], problems };
  const rows: InventoryRow[] = [];
  const seen = new Map<string, number>();
  for (const data of dataRows(inventoryTable, table, header)) {
    const reader = rowReader(header, data, problems);
    const row = readRow(reader);
    const key = row.unitId === null ? row.place : String(row.unitId);
    const earlier = seen.get(key);
    if (earlier !== undefined) reader.tell('roomNo', 'error', 'IMPORT_DUPLICATE_ROW', { otherRow: earlier });
    else rows.push(row);
    seen.set(key, earlier ?? data.row);
  }
  return { rows, problems };
}

function readRow(reader: RowReader<InventoryField>): InventoryRow {
  const words = (field: InventoryField) => readWords(reader.text(field)).trim();
  const number = /^(\d{1,12})(?:\.0+)?$/.exec(foldWidth(words('unitId')))?.[1];
  const building = words('building');
  const entrance = words('entrance');
  const roomNo = readRoom(reader.text('roomNo'));
  const cells: Partial<Record<InventoryCell, CellValue>> = {};
  for (const cell of inventoryCells) {
    if (!reader.has(cell)) continue;
    const value = readCell(reader, cell, words(cell));
    if (value !== undefined) cells[cell] = value;
  }
  return {
    row: reader.row,
    unitId: number === undefined ? null : Number(number),
    place: placeKey({ building, entrance, floor: readFloor(reader.text('floor')) ?? 0, roomNo }),
    label: [building, entrance, roomNo].filter((part) => part !== '').join('-'),
    cells,
  };
}

/** What a cell says; undefined where it can't be understood, which is told. */
function readCell(reader: RowReader<InventoryField>, cell: InventoryCell, text: string): CellValue | undefined {
  const unreadable = () => {
    reader.tell(cell, 'error', text === '' ? 'IMPORT_VALUE_MISSING' : 'IMPORT_VALUE_UNREADABLE', {
      ...(text === '' ? {} : { text: text.slice(0, 40) }),
    });
    return undefined;
  };
  if (cell === 'use') return unitUses.find((use) => useWords[use].test(text)) ?? unreadable();
  if (cell === 'decoration')
    return text === '' ? null : (decorations.find((one) => decorationWords[one].test(text)) ?? unreadable());
  if (cell === 'spaceRight')
    return text === '' ? null : (spaceRights.find((one) => spaceRightWords[one].test(text)) ?? unreadable());
  if (cell === 'spaceKind')
    return text === '' ? null : (spaceKinds.find((one) => spaceKindWords[one].test(text)) ?? unreadable());
  if (sides.includes(cell)) {
    // Two places behind the point, as areas have them: metres instead of square metres.
    const side = text === '' ? null : readArea(text);
    return side === undefined || (side !== null && side > MAX_SPACE_SIDE) ? unreadable() : side;
  }
  if (areas.some((one) => one === cell)) {
    if (text === '') return cell === 'builtArea' ? unreadable() : null;
    return /^0(?:\.0*)?$/.test(text) && /sharedArea$/i.test(cell) ? 0 : (readArea(text) ?? unreadable());
  }
  if (text.length > 60) return unreadable();
  return cell === 'survey' && text === '' ? null : text;
}
