import type { ReadDb } from '#db/access.ts';
import { unitsWithBuildings } from '#db/repositories/imports.ts';
import type { UnitRow } from '#db/repositories/units.ts';
import { placeKey } from '#shared/domain/imports/places.ts';
import type { ListedUnit, ListProblem, PriceList } from '#shared/domain/imports/read-price-list.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';

/** What a list would do to the office's units. */
export type ImportPlan = {
  readonly added: readonly ListedUnit[];
  /** Units that are there already and that the list changes. */
  readonly changed: readonly { readonly unit: UnitRow; readonly listed: ListedUnit }[];
  /** Units in a deal: what was agreed stays. */
  readonly problems: readonly ListProblem[];
};

/** States in which a price list may still change a unit. */
const open: ReadonlySet<UnitCommercialState> = new Set(['unreleased', 'available', 'notForSale', 'frozen']);

/** Compares a list with the units of the office, by building, entrance, floor and room. */
export function planImport(db: ReadDb, list: PriceList): ImportPlan {
  const known = new Map(
    unitsWithBuildings(db).map(({ unit, building }) => [placeKey({ ...unit, building }), unit] as const),
  );
  const added: ListedUnit[] = [];
  const changed: { unit: UnitRow; listed: ListedUnit }[] = [];
  const problems: ListProblem[] = [];
  for (const listed of list.units) {
    const unit = known.get(placeKey(listed));
    if (unit === undefined) added.push(listed);
    else if (!differs(unit, listed)) continue;
    else if (open.has(unit.commercialState)) changed.push({ unit, listed });
    else
      problems.push({
        row: listed.row,
        column: null,
        field: 'roomNo',
        code: 'IMPORT_UNIT_IN_DEAL',
        params: {},
        severity: 'warning',
      });
  }
  return { added, changed, problems };
}

function differs(unit: UnitRow, listed: ListedUnit): boolean {
  const pairs = [
    [unit.builtArea, listed.builtArea],
    [unit.innerArea, listed.innerArea],
    [unit.listPrice, listed.total],
    [unit.filedPrice, listed.filedPrice],
    [unit.floorPrice, listed.floorPrice],
  ] as const;
  return pairs.some(([before, after]) => after !== null && after !== before);
}
