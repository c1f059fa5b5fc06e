import { unitLabel } from '#shared/domain/units/label.ts';
import { type OffSaleUse, offSaleUses } from '#shared/domain/units/off-sale.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { liesAt, typedPlace } from '#shared/domain/units/typed-place.ts';
import { foldWidth } from '#shared/kernel/full-width.ts';
import type { BoardBuilding, BoardCell } from './cell.ts';

/** A unit as a row of the list. */
export type UnitRow = BoardCell & { readonly building: string; readonly phase: string | null; readonly label: string };

/** Which units a list shows. */
export type UnitFilter = {
  readonly text: string;
  readonly building: number | undefined;
  readonly states: readonly UnitCommercialState[];
  /** Name of a phase of the project. */
  readonly phase?: string | undefined;
  /** For what homes are off sale. */
  readonly offSale?: OffSaleUse | undefined;
};

/** Units as rows, each with the label by which people speak of it. */
export function unitRows(cells: readonly BoardCell[], buildings: readonly BoardBuilding[]): UnitRow[] {
  const known = new Map(buildings.map((building) => [building.id, building]));
  return cells.map((cell) => {
    const { name: building = '', phase = null } = known.get(cell.buildingId) ?? {};
    return { ...cell, building, phase, label: unitLabel({ ...cell, building }) };
  });
}

/**
 * The rows that fit: every typed word is part of the label, house type, orientation or of who has the unit; or the text
 * is a place, such as `3栋1802`.
 */
export function filterUnits(rows: readonly UnitRow[], filter: UnitFilter): UnitRow[] {
  const words = foldWidth(filter.text).toLowerCase().split(/\s+/).filter(Boolean);
  const place = typedPlace(filter.text);
  return rows.filter(
    (row) =>
      (filter.building === undefined || row.buildingId === filter.building) &&
      (filter.phase === undefined || row.phase === filter.phase) &&
      (filter.offSale === undefined || row.offSaleUse === filter.offSale) &&
      (filter.states.length === 0 || filter.states.includes(row.state)) &&
      ((place !== undefined && liesAt(row.label, place)) ||
        words.every((word) =>
          [row.label, row.roomNo, row.houseType, row.orientation, row.by ?? ''].some((part) =>
            part.toLowerCase().includes(word),
          ),
        )),
  );
}

/** The uses for which some of the rows are off sale, with the chosen one, so that it can be taken back. */
export function usesOffSale(rows: readonly UnitRow[], chosen: OffSaleUse | undefined): OffSaleUse[] {
  const found = new Set([chosen, ...rows.map(({ offSaleUse }) => offSaleUse)]);
  return offSaleUses.filter((use) => found.has(use));
}
