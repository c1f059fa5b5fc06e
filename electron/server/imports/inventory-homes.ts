import type { ReadDb } from '#db/access.ts';
import { houseTypesWithUnits, surveysWithUnits } from '#db/repositories/house-types.ts';
import { unitsWithBuildings } from '#db/repositories/imports.ts';
import type { KnownHome } from '#shared/domain/imports/inventory-changes.ts';
import { placeKey } from '#shared/domain/imports/places.ts';
import { isSpace } from '#shared/domain/projects/garage.ts';
import { unitLabel } from '#shared/domain/units/label.ts';

/** Where a home is, in the words of its door. */
type HomePlace = {
  readonly building: string;
  readonly entrance: string;
  readonly floorName: string;
  readonly roomNo: string;
};

/** Every home as a file for corrections holds it, with the surveys and house types that its cells may name. */
export function inventoryHomes(db: ReadDb) {
  const surveys = surveysWithUnits(db).map(({ survey }) => survey);
  const numbers = new Map(surveys.map(({ id, number }) => [id, number]));
  const homes = unitsWithBuildings(db).map(({ unit, building }): KnownHome & HomePlace => ({
    unitId: unit.id,
    building,
    entrance: unit.entrance,
    floorName: unit.floorName,
    roomNo: unit.roomNo,
    label: unitLabel({ ...unit, building }),
    place: placeKey({ ...unit, building }),
    commercialState: unit.commercialState,
    cameFrom: unit.cameFrom,
    cells: {
      use: unit.use,
      houseType: unit.houseType,
      orientation: unit.orientation,
      decoration: unit.decoration,
      // Of a home nobody says which right it carries.
      spaceRight: isSpace(unit.use) ? unit.spaceRight : null,
      spaceKind: unit.spaceKind,
      spaceLength: unit.spaceLength,
      spaceWidth: unit.spaceWidth,
      spaceHeight: unit.spaceHeight,
      builtArea: unit.builtArea,
      innerArea: unit.innerArea,
      sharedArea: unit.sharedArea,
      measuredBuiltArea: unit.measuredBuiltArea,
      measuredInnerArea: unit.measuredInnerArea,
      measuredSharedArea: unit.measuredSharedArea,
      survey: unit.surveyId === null ? null : (numbers.get(unit.surveyId) ?? null),
    },
  }));
  return {
    homes,
    surveyIds: new Map(surveys.map(({ id, number }) => [number, id])),
    typeIds: new Map(houseTypesWithUnits(db).map(({ type }) => [type.name, type.id])),
  };
}
