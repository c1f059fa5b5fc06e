import type { z } from 'zod';
import { unitsWithBuildings } from '#db/repositories/imports.ts';
import { buildingsOf, theProject } from '#db/repositories/projects.ts';
import { imports, units } from '#db/schema/inventory.ts';
import type { inventoryImports } from '#shared/api/imports-inventory.ts';
import { type CellChange, compareInventory } from '#shared/domain/imports/inventory-changes.ts';
import type { InventoryList } from '#shared/domain/imports/inventory-list.ts';
import { placeKey } from '#shared/domain/imports/places.ts';
import { generateUnits, patternRefusal, type UnitPattern } from '#shared/domain/units/generate.ts';
import { homeFactsRefusal } from '#shared/domain/units/home-facts.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { area, sumArea } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { type Handlers, type LongContext, long, type QueryContext } from '../kernel/handlers.ts';
import { type Sealed, unsealed } from '../kernel/sealed.ts';
import { addUnit, buildingFinder } from './commit-import.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { inventoryHomes } from './inventory-homes.ts';
import type { ListReader } from './list-reader.ts';
import { buildingKey } from './plan-import.ts';

type Order = z.output<(typeof inventoryImports)['previewInventory']['input']>;
type CommitOrder = z.output<(typeof inventoryImports)['commitInventory']['input']>;

/** Cells that travel to a screen; the figures count all of them. */
const SHOWN_CELLS = 3000;
const SHOWN_PROBLEMS = 500;
/** Homes that are named as being there already. */
const NAMED_HOMES = 20;

type Following = <T>(
  connectionId: number,
  read: (heard: (progress: ThreadProgress) => void) => Promise<T>,
) => Promise<T>;

/** Handlers of corrections in a file and of patterns. */
export function inventoryHandlers({
  lists,
  following,
}: {
  readonly lists: ListReader;
  readonly following: Following;
}): Handlers<typeof inventoryImports> {
  async function readFile({ connection }: QueryContext, { file }: Order) {
    const bytes = Buffer.from(file.content, 'base64');
    const read = await following(connection.id, (heard) =>
      lists.readInventory({ inventory: true, name: file.name, bytes }, heard),
    );
    return { fileName: file.name, sha256: hashOfFiles([bytes]), read };
  }

  return {
    editable: ({ db }) =>
      inventoryHomes(db).homes.map(({ unitId, building, entrance, floorName, roomNo, cells, ...standing }) => ({
        unitId,
        building,
        entrance,
        floorName,
        roomNo,
        cells,
        agreed: homeFactsRefusal(standing) !== undefined,
      })),

    previewInventory: long({
      prepare: readFile,
      run: ({ db }: QueryContext, { read }) => previewed(db, unsealed(read)),
    }),

    commitInventory: long({
      prepare: async (context: QueryContext, order: CommitOrder) => ({
        ...(await readFile(context, order)),
        leaveOutFaulty: order.leaveOutFaulty,
      }),
      run: (context: LongContext, order) => commitCells(context, order),
    }),

    previewPattern: ({ db }, { pattern }) => {
      const refusal = patternRefusal(pattern);
      if (refusal !== undefined) return { units: 0, newBuildings: [], existing: [], refusal };
      const { generated, existing, newBuildings } = planned(db, pattern);
      const twice = existing.length === 0 ? null : existsRefusal(existing);
      return { units: generated.length, newBuildings, existing: existing.slice(0, NAMED_HOMES), refusal: twice };
    },

    generate: long({
      prepare: (_context: QueryContext, order: { readonly pattern: UnitPattern }) => order,
      run: (context: LongContext, { pattern }) => commitPattern(context, pattern),
    }),
  };
}

function previewed(db: QueryContext['db'], list: InventoryList) {
  const { homes, surveyIds } = inventoryHomes(db);
  const { changes, same, problems } = compareInventory(list, homes, new Set(surveyIds.keys()));
  const cells = changes.flatMap(({ row, unitId, label, cells: own }) =>
    own.map((change) => ({ row, unitId, label, ...change })),
  );
  return {
    changes: cells.slice(0, SHOWN_CELLS),
    problems: problems
      .slice(0, SHOWN_PROBLEMS)
      .map(({ row, field, code, params }) => ({ row, field, code, params: { ...params } })),
    summary: {
      rows: list.rows.length,
      cells: cells.length,
      units: changes.length,
      sameUnits: same,
      faulty: new Set(problems.map(({ row }) => row)).size,
    },
  };
}

type CommitFile = {
  readonly fileName: string;
  readonly sha256: string;
  readonly read: Sealed<InventoryList>;
  readonly leaveOutFaulty: boolean;
};

function commitCells(context: LongContext, { fileName, sha256, read, leaveOutFaulty }: CommitFile) {
  const { db, tx, actor, now, happened, pace } = context;
  const list = unsealed(read);
  const { homes, surveyIds, typeIds } = inventoryHomes(db);
  const { changes, problems } = compareInventory(list, homes, new Set(surveyIds.keys()));
  if (problems.length > 0 && !leaveOutFaulty) throw new DomainError('IMPORT_HAS_ERRORS', { errors: problems.length });
  if (changes.length === 0) throw new DomainError('IMPORT_NOTHING_CHANGED');
  const known = new Map(homes.map((home) => [home.unitId, home]));
  const row = tx.insert(imports, {
    kind: 'inventory',
    fileName,
    sha256,
    rows: changes.length,
    builtArea: sumArea(changes.map(({ unitId }) => area(Number(known.get(unitId)?.cells.builtArea ?? 0)))),
    total: ZERO_FEN,
    state: 'committed',
    committedAt: now,
    committedBy: actor.id,
  });
  for (const [index, { unitId, cells }] of changes.entries()) {
    pace('units', index, changes.length);
    tx.update(units, unitId, Object.assign({}, ...cells.map((change) => columnsOf(change, surveyIds, typeIds))));
  }
  happened({ kind: 'imported', noun: 'imports', id: row.id, data: { units: 0, changed: changes.length } });
  return {
    importId: row.id,
    version: row.version,
    units: changes.length,
    cells: changes.reduce((sum, { cells }) => sum + cells.length, 0),
  };
}

/** What a cell writes. A house type that the office keeps is tied to its record, another is words only. */
function columnsOf(
  { cell, after }: CellChange,
  surveyIds: ReadonlyMap<string, number>,
  typeIds: ReadonlyMap<string, number>,
): Record<string, unknown> {
  if (cell === 'survey') return { surveyId: after === null ? null : (surveyIds.get(String(after)) ?? null) };
  if (cell === 'houseType') return { houseType: after, houseTypeId: typeIds.get(String(after)) ?? null };
  if (cell === 'spaceRight') return { spaceRight: after ?? 'titled' };
  return { [cell]: after };
}

function existsRefusal(existing: readonly string[]) {
  return {
    code: 'UNIT_EXISTS' as const,
    params: { units: existing.slice(0, 3).join('、'), count: existing.length },
  };
}

function planned(db: QueryContext['db'], pattern: UnitPattern) {
  const generated = generateUnits(pattern);
  const there = new Set(unitsWithBuildings(db).map(({ unit, building }) => placeKey({ ...unit, building })));
  const existing = generated.filter((unit) => there.has(placeKey(unit))).map((unit) => unitLabel(unit));
  const project = theProject(db);
  const known = new Set(
    project === undefined ? [] : buildingsOf(db, project.id).map(({ building }) => buildingKey(building.name)),
  );
  return { generated, existing, newBuildings: pattern.buildings.filter((name) => !known.has(buildingKey(name))) };
}

function commitPattern(context: LongContext, pattern: UnitPattern) {
  const { db, tx, actor, now, happened, pace } = context;
  const project = theProject(db);
  if (project === undefined) throw new DomainError('IMPORT_NO_PROJECT');
  const { generated, existing, newBuildings } = planned(db, pattern);
  if (existing.length > 0) throw DomainError.from(existsRefusal(existing));
  const row = tx.insert(imports, {
    kind: 'generated',
    fileName: pattern.buildings.join('、').slice(0, 255),
    sha256: hashOfFiles([Buffer.from(JSON.stringify(pattern))]),
    rows: generated.length,
    builtArea: sumArea(generated.map(({ builtArea }) => builtArea)),
    total: ZERO_FEN,
    state: 'committed',
    committedAt: now,
    committedBy: actor.id,
  });
  const buildingOf = buildingFinder(context, project.id);
  for (const [index, unit] of generated.entries()) {
    pace('units', index, generated.length);
    addUnit(context, row.id, buildingOf(unit), {
      ...unit,
      total: null,
      filedPrice: null,
      floorPrice: null,
      barredBy: '',
    });
  }
  happened({ kind: 'imported', noun: 'imports', id: row.id, data: { units: generated.length, changed: 0 } });
  return { importId: row.id, version: row.version, units: generated.length, buildings: newBuildings.length };
}
