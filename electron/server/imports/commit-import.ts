import { nextNumber } from '#db/repositories/counters.ts';
import { fileSubject } from '#db/repositories/grams.ts';
import { buildingsOf, theProject } from '#db/repositories/projects.ts';
import type { UnitRow } from '#db/repositories/units.ts';
import { buildings, imports, units } from '#db/schema/inventory.ts';
import { priceBatches, priceBatchLines } from '#db/schema/prices.ts';
import type { ListedUnit } from '#shared/domain/imports/read-price-list.ts';
import type { ReadList } from '#shared/domain/imports/reading.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { sumFen } from '#shared/kernel/money.ts';
import type { CommandContext, LongContext } from '../kernel/handlers.ts';
import { buildingKey, type ImportPlan, planImport, withFiledPrices } from './plan-import.ts';

/** A list to be written. */
type ImportOrder = {
  readonly fileName: string;
  readonly sha256: string;
  readonly list: ReadList['list'];
  /** Prices of the list are the filed prices too, where it does not name these. */
  readonly alsoFiled: boolean;
};

/** Writes a price list whole: its buildings, new units, and new prices of units that are still open. */
export function commitImport(context: LongContext, { fileName, sha256, list, alsoFiled }: ImportOrder) {
  const { db, tx, actor, now, happened, pace } = context;
  const project = theProject(db);
  if (project === undefined) throw new DomainError('IMPORT_NO_PROJECT');
  const plan = planImport(db, alsoFiled ? withFiledPrices(list.units) : list.units);
  const row = tx.insert(imports, {
    kind: 'priceList',
    fileName,
    sha256,
    rows: list.units.length,
    builtArea: list.builtArea,
    total: list.total,
    state: 'committed',
    committedAt: now,
    committedBy: actor.id,
  });
  const buildingOf = buildingFinder(context, project.id);
  const of = plan.added.length + plan.changed.length;
  for (const [index, listed] of plan.added.entries()) {
    pace('units', index, of);
    addUnit(context, row.id, buildingOf(listed), listed);
  }
  for (const [index, { unit, listed, pricesByBatch }] of plan.changed.entries()) {
    pace('units', plan.added.length + index, of);
    tx.update(units, unit.id, {
      builtArea: listed.builtArea,
      innerArea: listed.innerArea ?? unit.innerArea,
      sharedArea: listed.sharedArea ?? unit.sharedArea,
      ...(pricesByBatch ? {} : pricesOf(unit, listed)),
    });
  }
  const batch = draftBatch(context, { importId: row.id, fileName, units: plan.toBatch });
  happened({
    kind: 'imported',
    noun: 'imports',
    id: row.id,
    data: {
      units: plan.added.length,
      changed: plan.changed.length,
      ...(batch === null ? {} : { batch: batch.number }),
    },
  });
  return {
    importId: row.id,
    version: row.version,
    units: list.units.length,
    newUnits: plan.added.length,
    changedUnits: plan.changed.length,
    builtArea: list.builtArea,
    total: list.total,
    batch: batch === null ? null : { ...batch, units: plan.toBatch.length },
  };
}

/** The prices of a unit after a list. */
function pricesOf(unit: UnitRow, listed: ListedUnit) {
  return {
    filedPrice: listed.filedPrice ?? unit.filedPrice,
    listPrice: listed.total ?? unit.listPrice,
    floorPrice: listed.floorPrice ?? unit.floorPrice,
  };
}

/** Prices of units that were released once wait in a draft of a price batch; null where the list has none such. */
function draftBatch(
  { tx, actor, now, today, pace }: LongContext,
  order: { readonly importId: number; readonly fileName: string; readonly units: ImportPlan['toBatch'] },
): { readonly id: number; readonly number: string } | null {
  if (order.units.length === 0) return null;
  const lines = order.units.map(({ unit, listed }) => ({ unit, after: pricesOf(unit, listed) }));
  const batch = tx.insert(priceBatches, {
    number: nextNumber(tx, 'TJ', Number(today.slice(0, 4))),
    name: order.fileName.slice(0, 120),
    formula: { rules: [], roundTo: 1 },
    importId: order.importId,
    effectiveOn: addDays(today, 1),
    units: lines.length,
    listBefore: sumFen(lines.flatMap(({ unit }) => unit.listPrice ?? [])),
    listAfter: sumFen(lines.flatMap(({ after }) => after.listPrice ?? [])),
    createdBy: actor.id,
    createdAt: now,
  });
  for (const [index, { unit, after }] of lines.entries()) {
    pace('prices', index, lines.length);
    tx.insert(priceBatchLines, {
      batchId: batch.id,
      unitId: unit.id,
      filedBefore: unit.filedPrice,
      filedAfter: after.filedPrice,
      listBefore: unit.listPrice,
      listAfter: after.listPrice,
      floorBefore: unit.floorPrice,
      floorAfter: after.floorPrice,
    });
  }
  return { id: batch.id, number: batch.number };
}
type Building = { readonly id: number; readonly name: string; readonly covered: boolean };

/** Finds the building of a unit, entering it when it is new; 3栋, 3幢 and 3#楼 are one. */
export function buildingFinder(
  { db, tx }: Pick<CommandContext, 'db' | 'tx'>,
  projectId: number,
): (listed: Pick<ListedUnit, 'building'>) => Building {
  const known = new Map<string, Building>();
  const own = buildingsOf(db, projectId);
  for (const { building } of own)
    known.set(buildingKey(building.name), {
      id: building.id,
      name: building.name,
      covered: building.permitId !== null,
    });
  let order = own.length;
  return ({ building: name }) => {
    const found = known.get(buildingKey(name));
    if (found !== undefined) return found;
    order += 1;
    const entered = tx.insert(buildings, { projectId, name, sortOrder: order });
    const building = { id: entered.id, name, covered: false };
    known.set(buildingKey(name), building);
    return building;
  };
}

/** A home to be entered, by a list or by a pattern, which knows its house type and decoration too. */
type NewUnit = Omit<ListedUnit, 'row' | 'building' | 'unitPrice'> &
  Partial<Pick<typeof units.$inferInsert, 'houseTypeId' | 'decoration'>>;

/** Enters a home of a building, unreleased, and files it to be found. */
export function addUnit({ tx, now }: LongContext, importId: number, building: Building, listed: NewUnit): void {
  const { entrance, floor, floorName, roomNo, use, houseType, orientation } = listed;
  const unit = tx.insert(units, {
    buildingId: building.id,
    importId,
    entrance,
    floor,
    floorName,
    roomNo,
    use,
    houseType,
    houseTypeId: listed.houseTypeId ?? null,
    orientation,
    decoration: listed.decoration ?? null,
    builtArea: listed.builtArea,
    innerArea: listed.innerArea,
    sharedArea: listed.sharedArea,
    listPrice: listed.total,
    filedPrice: listed.filedPrice,
    floorPrice: listed.floorPrice,
    commercialSince: now,
    legalState: building.covered ? 'saleable' : 'notCovered',
    // What the list itself calls sold or barred can't be released by mistake; it is put on sale by hand.
    ...(listed.barredBy === ''
      ? {}
      : ({ commercialState: 'notForSale', cameFrom: 'unreleased', stateReason: listed.barredBy } as const)),
  });
  fileSubject(tx, 'units', unit.id, {
    codes: [unitLabel({ building: building.name, entrance, floorName, roomNo }), roomNo],
  });
}
