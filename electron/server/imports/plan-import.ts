import type { ReadDb } from '#db/access.ts';
import { everReleased, unitsWithBuildings } from '#db/repositories/imports.ts';
import { buildingsOf, theProject } from '#db/repositories/projects.ts';
import type { UnitRow } from '#db/repositories/units.ts';
import { placeKey } from '#shared/domain/imports/places.ts';
import type { ListedUnit, ListProblem } from '#shared/domain/imports/read-price-list.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';

/** A unit that is there already and that the list changes. */
type ChangedUnit = {
  readonly unit: UnitRow;
  readonly listed: ListedUnit;
  /** Its areas are written; its prices, where they differ, change by a batch only. */
  readonly pricesByBatch: boolean;
};

/** What a list would do to the office's units. */
export type ImportPlan = {
  readonly added: readonly ListedUnit[];
  readonly changed: readonly ChangedUnit[];
  /** Units that were released once and that the list prices anew: they become a draft of a price batch. */
  readonly toBatch: readonly Omit<ChangedUnit, 'pricesByBatch'>[];
  /** Units that are there already and of which the list says nothing new. */
  readonly same: readonly ListedUnit[];
  /** Units in a deal: what was agreed stays. */
  readonly inDeal: readonly ListedUnit[];
  readonly newBuildings: readonly string[];
};

/** States in which a price list may still change a unit. */
const open: ReadonlySet<UnitCommercialState> = new Set(['unreleased', 'available', 'notForSale', 'frozen']);

/** A building as lists name it: 3栋, 3幢 and 3#楼 are one. */
export function buildingKey(name: string): string {
  return placeKey({ building: name, entrance: '', floor: 0, roomNo: '' });
}

/** Prices of the list are the filed prices too, where it does not name these. */
export function withFiledPrices(units: readonly ListedUnit[]): ListedUnit[] {
  return units.map((unit) => ({ ...unit, filedPrice: unit.filedPrice ?? unit.total }));
}

/** Compares a list with the units of the office, by building, entrance, floor and room. */
export function planImport(db: ReadDb, listedUnits: readonly ListedUnit[]): ImportPlan {
  const known = new Map(
    unitsWithBuildings(db).map(({ unit, building }) => [placeKey({ ...unit, building }), unit] as const),
  );
  const added: ListedUnit[] = [];
  const changed: ChangedUnit[] = [];
  const toBatch: Omit<ChangedUnit, 'pricesByBatch'>[] = [];
  const released = everReleased(db);
  const same: ListedUnit[] = [];
  const inDeal: ListedUnit[] = [];
  for (const listed of listedUnits) {
    const unit = known.get(placeKey(listed));
    if (unit === undefined) added.push(listed);
    else if (!areasDiffer(unit, listed) && !pricesDiffer(unit, listed)) same.push(listed);
    else if (!open.has(unit.commercialState)) inDeal.push(listed);
    else {
      const pricesByBatch = released.has(unit.id);
      if (!pricesByBatch || areasDiffer(unit, listed)) changed.push({ unit, listed, pricesByBatch });
      if (pricesByBatch && pricesDiffer(unit, listed)) toBatch.push({ unit, listed });
    }
  }
  return { added, changed, toBatch, same, inDeal, newBuildings: buildingsToAdd(db, added) };
}

/** Says of each unit in a deal that it stays as it is, and of each that was released once that its prices wait for a batch. */
export function planProblems({ inDeal, toBatch }: ImportPlan): ListProblem[] {
  const warning = { column: null, params: {}, severity: 'warning' } as const;
  return [
    ...inDeal.map(({ row }) => ({ ...warning, row, field: 'roomNo', code: 'IMPORT_UNIT_IN_DEAL' }) as const),
    ...toBatch.map(
      ({ listed: { row } }) => ({ ...warning, row, field: 'total', code: 'IMPORT_PRICES_TO_BATCH' }) as const,
    ),
  ];
}

function buildingsToAdd(db: ReadDb, added: readonly ListedUnit[]): string[] {
  const project = theProject(db);
  const seen = new Set(
    project === undefined ? [] : buildingsOf(db, project.id).map(({ building }) => buildingKey(building.name)),
  );
  const names: string[] = [];
  for (const name of new Set(added.map(({ building }) => building)))
    if (!seen.has(buildingKey(name))) {
      seen.add(buildingKey(name));
      names.push(name);
    }
  return names;
}

function anyDiffers(pairs: readonly (readonly [number | null, number | null])[]): boolean {
  return pairs.some(([before, after]) => after !== null && after !== before);
}

function areasDiffer(unit: UnitRow, listed: ListedUnit): boolean {
  return anyDiffers([
    [unit.builtArea, listed.builtArea],
    [unit.innerArea, listed.innerArea],
  ]);
}

function pricesDiffer(unit: UnitRow, listed: ListedUnit): boolean {
  return anyDiffers([
    [unit.listPrice, listed.total],
    [unit.filedPrice, listed.filedPrice],
    [unit.floorPrice, listed.floorPrice],
  ]);
}
