import { createHash } from 'node:crypto';
import { indexSubject } from '#db/repositories/grams.ts';
import { buildingsOf, theProject } from '#db/repositories/projects.ts';
import { buildings, imports, units } from '#db/schema/inventory.ts';
import { placeKey } from '#shared/domain/imports/places.ts';
import type { ListedUnit, PriceList } from '#shared/domain/imports/read-price-list.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { planImport } from './plan-import.ts';

/** A list to be written. */
export type ImportOrder = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly list: PriceList;
  /** Prices of the list are the filed prices too, where it does not name these. */
  readonly alsoFiled: boolean;
};

/** Writes a price list whole: its buildings, new units, and new prices of units that are still open. */
export function commitImport(context: CommandContext, order: ImportOrder) {
  const { db, tx, actor, now, happened } = context;
  const project = theProject(db);
  if (project === undefined) throw new DomainError('IMPORT_NO_PROJECT');
  const list = order.alsoFiled ? withFiledPrices(order.list) : order.list;
  const plan = planImport(db, list);
  const row = tx.insert(imports, {
    kind: 'priceList',
    fileName: order.fileName,
    sha256: createHash('sha256').update(order.bytes).digest('hex'),
    rows: list.units.length,
    builtArea: list.builtArea,
    total: list.total,
    state: 'committed',
    committedAt: now,
    committedBy: actor.id,
  });
  const buildingOf = buildingFinder(context, project.id);
  for (const listed of plan.added) addUnit(context, row.id, buildingOf(listed), listed);
  for (const { unit, listed } of plan.changed)
    tx.update(units, unit.id, {
      builtArea: listed.builtArea,
      innerArea: listed.innerArea ?? unit.innerArea,
      sharedArea: listed.sharedArea ?? unit.sharedArea,
      listPrice: listed.total ?? unit.listPrice,
      filedPrice: listed.filedPrice ?? unit.filedPrice,
      floorPrice: listed.floorPrice ?? unit.floorPrice,
    });
  happened({
    kind: 'imported',
    noun: 'imports',
    id: row.id,
    data: { units: plan.added.length, changed: plan.changed.length },
  });
  return { importId: row.id, units: list.units.length, builtArea: list.builtArea, total: list.total };
}

function withFiledPrices(list: PriceList): PriceList {
  return { ...list, units: list.units.map((unit) => ({ ...unit, filedPrice: unit.filedPrice ?? unit.total })) };
}

type Building = { readonly id: number; readonly name: string; readonly covered: boolean };

/** Finds the building of a unit, entering it when it is new; 3栋, 3幢 and 3#楼 are one. */
function buildingFinder({ db, tx }: CommandContext, projectId: number): (listed: ListedUnit) => Building {
  const keyOf = (name: string) => placeKey({ building: name, entrance: '', floor: 0, roomNo: '' });
  const known = new Map<string, Building>();
  const own = buildingsOf(db, projectId);
  for (const { building } of own)
    known.set(keyOf(building.name), { id: building.id, name: building.name, covered: building.permitId !== null });
  let order = own.length;
  return ({ building: name }) => {
    const found = known.get(keyOf(name));
    if (found !== undefined) return found;
    order += 1;
    const entered = tx.insert(buildings, { projectId, name, sortOrder: order });
    const building = { id: entered.id, name, covered: false };
    known.set(keyOf(name), building);
    return building;
  };
}

function addUnit({ tx, now }: CommandContext, importId: number, building: Building, listed: ListedUnit): void {
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
    orientation,
    builtArea: listed.builtArea,
    innerArea: listed.innerArea,
    sharedArea: listed.sharedArea,
    listPrice: listed.total,
    filedPrice: listed.filedPrice,
    floorPrice: listed.floorPrice,
    commercialSince: now,
    legalState: building.covered ? 'saleable' : 'notCovered',
  });
  indexSubject(tx, 'units', unit.id, {
    codes: [unitLabel({ building: building.name, entrance, floorName, roomNo }), roomNo],
  });
}
