import { unitLabel } from '#shared/domain/units/label.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
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

/** The rows that fit: every typed word is part of the label, house type, orientation or of who has the unit. */
export function filterUnits(rows: readonly UnitRow[], filter: UnitFilter): UnitRow[] {
  const words = foldWidth(filter.text).toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.building === undefined || row.buildingId === filter.building) &&
      (filter.states.length === 0 || filter.states.includes(row.state)) &&
      words.every((word) =>
        [row.label, row.roomNo, row.houseType, row.orientation, row.by ?? ''].some((part) =>
          part.toLowerCase().includes(word),
        ),
      ),
  );
}
