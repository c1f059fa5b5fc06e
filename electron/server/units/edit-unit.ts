import { houseTypeById, measuredUnits, surveyById } from '#db/repositories/house-types.ts';
import { type UnitRow, unitById } from '#db/repositories/units.ts';
import { units } from '#db/schema/inventory.ts';
import type { unitEdits } from '#shared/api/units-edit.ts';
import { areaDifference, areaPartsRefusal, homeFactsRefusal } from '#shared/domain/units/home-facts.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { spaceFactsOf, spaceFactsRefusal } from '#shared/domain/units/space-facts.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';

function refuse(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw DomainError.from(refusal);
}

/** Whether a person may correct what a home is and enter its survey; no keys for whoever never may. */
export function editRefusals({ can }: Pick<QueryContext, 'can'>, unit: UnitRow): Record<string, true | Refusal> {
  return can('units.write') ? { edit: homeFactsRefusal(unit) ?? true, measure: true } : {};
}

/** Handlers of what is corrected and measured of a home. */
export const unitEditHandlers: Handlers<typeof unitEdits> = {
  update: ({ db, tx, happened }, { unitId, version, ...given }) => {
    const unit = unitById(db, unitId);
    if (unit === undefined) throw new DomainError('NOT_FOUND');
    refuse(homeFactsRefusal(unit));
    refuse(areaPartsRefusal(given));
    refuse(spaceFactsRefusal(given.use, spaceFactsOf({ ...unit, ...given })));
    if (given.houseTypeId !== null && houseTypeById(db, given.houseTypeId) === undefined)
      throw new DomainError('NOT_FOUND');
    tx.update(units, unitId, given, version);
    happened({ kind: 'unitChanged', noun: 'units', id: unitId });
    return {};
  },

  measure: ({ db, tx, happened }, { unitId, version, measured }) => {
    if (unitById(db, unitId) === undefined) throw new DomainError('NOT_FOUND');
    if (measured !== null) refuse(areaPartsRefusal(measured));
    if (measured !== null && surveyById(db, measured.surveyId) === undefined) throw new DomainError('NOT_FOUND');
    tx.update(
      units,
      unitId,
      {
        surveyId: measured?.surveyId ?? null,
        measuredBuiltArea: measured?.builtArea ?? null,
        measuredInnerArea: measured?.innerArea ?? null,
        measuredSharedArea: measured?.sharedArea ?? null,
      },
      version,
    );
    happened({ kind: 'unitMeasured', noun: 'units', id: unitId });
    return {};
  },

  areaDifferences: ({ db }) =>
    measuredUnits(db)
      .flatMap(({ unit, building, survey }) => {
        const { measuredBuiltArea, measuredInnerArea } = unit;
        if (measuredBuiltArea === null) return [];
        const built = areaDifference(unit.builtArea, measuredBuiltArea);
        const inner =
          unit.innerArea === null || measuredInnerArea === null
            ? null
            : areaDifference(unit.innerArea, measuredInnerArea);
        return {
          unitId: unit.id,
          label: unitLabel({ ...unit, building }),
          state: unit.commercialState,
          survey,
          builtArea: unit.builtArea,
          innerArea: unit.innerArea,
          measuredBuiltArea,
          measuredInnerArea,
          builtPpm: built.ppm,
          innerPpm: inner?.ppm ?? null,
          beyond: built.beyond || inner?.beyond === true,
        };
      })
      .toSorted((a, b) => Math.abs(b.builtPpm) - Math.abs(a.builtPpm) || a.unitId - b.unitId),
};
