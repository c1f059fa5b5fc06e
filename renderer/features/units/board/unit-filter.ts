import { unitLabel } from '#shared/domain/units/label.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { liesAt, typedPlace } from '#shared/domain/units/typed-place.ts';
import { foldWidth } from '#shared/kernel/full-width.ts';
import type { BoardCell } from './cell.ts';

/** A unit as a row of the list. */
export type UnitRow = BoardCell & { readonly building: string; readonly label: string };

/** Which units a list shows. */
export type UnitFilter = {
  readonly text: string;
  readonly building: number | undefined;
  readonly states: readonly UnitCommercialState[];
};

/** Units as rows, each with the label by which people speak of it. */
export function unitRows(cells: readonly BoardCell[], nameOf: (buildingId: number) => string): UnitRow[] {
  return cells.map((cell) => {
    const building = nameOf(cell.buildingId);
    return { ...cell, building, label: unitLabel({ ...cell, building }) };
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
      (filter.states.length === 0 || filter.states.includes(row.state)) &&
      ((place !== undefined && liesAt(row.label, place)) ||
        words.every((word) =>
          [row.label, row.roomNo, row.houseType, row.orientation, row.by ?? ''].some((part) =>
            part.toLowerCase().includes(word),
          ),
        )),
  );
}
