import type { ErrorCode, ErrorParams } from '#shared/kernel/errors.ts';
import { isSpace } from '../projects/garage.ts';
import { areaPartsRefusal, homeFactsRefusal } from '../units/home-facts.ts';
import { type SpaceKind, spaceFactsRefusal } from '../units/space-facts.ts';
import type { UnitCommercialState, UnitUse } from '../units/states.ts';
import {
  type CellValue,
  type InventoryCell,
  type InventoryList,
  type InventoryProblem,
  type InventoryRow,
  inventoryCells,
} from './inventory-list.ts';

/** A home as it stands, to be compared with its row in a file. */
export type KnownHome = {
  readonly unitId: number;
  readonly label: string;
  readonly place: string;
  readonly commercialState: UnitCommercialState;
  readonly cameFrom: UnitCommercialState | null;
  readonly cells: Readonly<Record<InventoryCell, CellValue>>;
};

/** One cell that a file changes. */
export type CellChange = { readonly cell: InventoryCell; readonly before: CellValue; readonly after: CellValue };

/** What a file changes of one home: only the cells that differ. */
export type HomeChange = {
  readonly row: number;
  readonly unitId: number;
  readonly label: string;
  readonly cells: readonly CellChange[];
};

/** What a file would do. */
export type InventoryChanges = {
  readonly changes: readonly HomeChange[];
  /** Rows that say what is there already. */
  readonly same: number;
  readonly problems: readonly InventoryProblem[];
};

/** Measured areas are entered whatever became of a home; everything else stays once somebody has it. */
const measuredCells: readonly InventoryCell[] = [
  'measuredBuiltArea',
  'measuredInnerArea',
  'measuredSharedArea',
  'survey',
];

/**
 * Compares a file with the homes that there are, cell by cell. A row that is not understood, contradicts itself or touches
 * what was agreed is left whole as it is, and told: half a row would be worse than none.
 */
export function compareInventory(
  list: InventoryList,
  homes: readonly KnownHome[],
  surveys: ReadonlySet<string>,
): InventoryChanges {
  const byId = new Map(homes.map((home) => [home.unitId, home]));
  const byPlace = new Map(homes.map((home) => [home.place, home]));
  const faulty = new Set(list.problems.filter(({ severity }) => severity === 'error').map(({ row }) => row));
  const problems = [...list.problems];
  const changes: HomeChange[] = [];
  let same = 0;
  for (const row of list.rows) {
    if (faulty.has(row.row)) continue;
    const home = row.unitId === null ? byPlace.get(row.place) : byId.get(row.unitId);
    const tell = (field: InventoryProblem['field'], code: ErrorCode, params: ErrorParams = {}) =>
      problems.push({ row: row.row, column: null, field, code, params, severity: 'error' });
    if (home === undefined) {
      tell('roomNo', 'IMPORT_HOME_UNKNOWN', { home: row.label });
      continue;
    }
    const cells = changedCells(row, home);
    if (cells.length === 0) {
      same += 1;
      continue;
    }
    const fault = faultOf(home, cells, surveys);
    if (fault === undefined) changes.push({ row: row.row, unitId: home.unitId, label: home.label, cells });
    else tell(fault.field, fault.code, fault.params);
  }
  return { changes, same, problems: problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

function changedCells(row: InventoryRow, home: KnownHome): CellChange[] {
  return inventoryCells.flatMap((cell) => {
    const after = row.cells[cell];
    const before = home.cells[cell];
    return after === undefined || after === before ? [] : { cell, before, after };
  });
}

type Fault = { readonly field: InventoryCell; readonly code: ErrorCode; readonly params?: ErrorParams };

function faultOf(home: KnownHome, cells: readonly CellChange[], surveys: ReadonlySet<string>): Fault | undefined {
  const agreed = cells.find(({ cell }) => !measuredCells.includes(cell));
  const taken = homeFactsRefusal(home);
  if (agreed !== undefined && taken !== undefined) return { field: agreed.cell, ...taken };
  const after = { ...home.cells };
  for (const { cell, after: value } of cells) after[cell] = value;
  const parts = (builtArea: CellValue, innerArea: CellValue, sharedArea: CellValue) =>
    builtArea === null
      ? innerArea !== null || sharedArea !== null
      : areaPartsRefusal({
          builtArea: Number(builtArea),
          innerArea: innerArea === null ? null : Number(innerArea),
          sharedArea: sharedArea === null ? null : Number(sharedArea),
        }) !== undefined;
  if (parts(after.builtArea, after.innerArea, after.sharedArea))
    return { field: 'builtArea', code: 'AREA_PARTS_DIFFER' };
  const space = spaceFault(after);
  if (space !== undefined) return space;
  if (parts(after.measuredBuiltArea, after.measuredInnerArea, after.measuredSharedArea))
    return { field: 'measuredBuiltArea', code: 'AREA_PARTS_DIFFER' };
  if ((after.measuredBuiltArea === null) !== (after.survey === null))
    return { field: 'survey', code: 'SURVEY_MISSING' };
  if (after.survey !== null && !surveys.has(String(after.survey)))
    return { field: 'survey', code: 'SURVEY_UNKNOWN', params: { number: String(after.survey) } };
  return undefined;
}

/** A space says which right a buyer gets of it; a home says none, and no sides. */
function spaceFault(cells: Readonly<Record<InventoryCell, CellValue>>): Fault | undefined {
  const use = cells.use as UnitUse;
  const side = (value: CellValue) => (value === null ? null : Number(value));
  const { spaceKind, spaceLength, spaceWidth, spaceHeight, spaceRight } = cells;
  if (isSpace(use) && spaceRight === null) return { field: 'spaceRight', code: 'IMPORT_VALUE_MISSING' };
  const refused = spaceFactsRefusal(use, {
    spaceKind: spaceKind as SpaceKind | null,
    ...{ spaceLength: side(spaceLength), spaceWidth: side(spaceWidth), spaceHeight: side(spaceHeight) },
  });
  if (refused !== undefined) return { field: 'spaceKind', code: refused.code };
  return !isSpace(use) && spaceRight !== null ? { field: 'spaceRight', code: 'SPACE_FACTS_MISPLACED' } : undefined;
}
