import { theProject } from '#db/repositories/projects.ts';
import { buildings, permits, surveys, units } from '#db/schema/inventory.ts';
import type { PermitKind } from '#shared/domain/projects/permits.ts';
import { noSpaceFacts, type SpaceFacts } from '#shared/domain/units/space-facts.ts';
import type { SpaceRight } from '#shared/domain/units/space-rights.ts';
import type { UnitUse } from '#shared/domain/units/states.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import type { TestOffice } from './office.ts';

/** A building for a test: floors from 1 up, as many rooms on each; every home 100.00 m² at 1 000 000 yuan. */
export type BuildingPlan = {
  readonly name?: string;
  readonly floors?: number;
  readonly rooms?: number;
  /** Covered by a pre-sale permit with published prices; a building without one cannot be sold. */
  readonly permit?: boolean;
  /** On sale already. */
  readonly released?: boolean;
  /** What its units are; homes unless said otherwise. */
  readonly use?: UnitUse;
  /** The paper by which it is sold; the pre-sale permit unless said otherwise. */
  readonly saleBasis?: PermitKind;
  readonly spaceRight?: SpaceRight;
  readonly space?: SpaceFacts;
  /** Measured by a survey, to areas that are a little larger than those of its drawings. */
  readonly measured?: boolean;
};

/** Enters a building with its homes and answers their numbers, lowest floor first. */
export async function buildHomes(desk: TestOffice, plan: BuildingPlan = {}): Promise<number[]> {
  const { name = '1栋', floors = 2, rooms = 2, permit = true, released = true } = plan;
  const {
    use = 'home',
    saleBasis = 'preSalePermit',
    spaceRight = 'titled',
    space = noSpaceFacts,
    measured = false,
  } = plan;
  return desk.office.corridor.act({
    procedure: 'tests.buildHomes',
    run: ({ db, tx, now, happened }) => {
      const projectId = theProject(db)?.id ?? 0;
      const permitId = permit
        ? tx.insert(permits, {
            projectId,
            kind: saleBasis,
            number: `预售字(2026)${name}`,
            issuedOn: localDate('2026-01-05'),
          }).id
        : null;
      const building = tx.insert(buildings, {
        projectId,
        name,
        permitId,
        pricesPublishedOn: permit ? localDate('2026-01-06') : null,
        deliveryOn: localDate('2028-06-30'),
        sortOrder: 1,
      });
      const survey = measured
        ? tx.insert(surveys, { number: `测${name}`, surveyor: '样本测绘有限公司', surveyedOn: localDate('2026-10-08') })
        : undefined;
      const ids: number[] = [];
      for (let floor = 1; floor <= floors; floor += 1)
        for (let room = 1; room <= rooms; room += 1) {
          const unit = tx.insert(units, {
            buildingId: building.id,
            entrance: '1单元',
            floor,
            floorName: String(floor),
            roomNo: `${floor}${String(room).padStart(2, '0')}`,
            use,
            spaceRight,
            ...space,
            houseType: '三室两厅',
            orientation: '南',
            builtArea: area(10_000),
            innerArea: area(8000),
            sharedArea: area(2000),
            ...(survey === undefined
              ? {}
              : {
                  surveyId: survey.id,
                  measuredBuiltArea: area(10_050),
                  measuredInnerArea: area(8040),
                  measuredSharedArea: area(2010),
                }),
            listPrice: yuan(1_000_000),
            filedPrice: yuan(1_000_000),
            floorPrice: yuan(900_000),
            commercialState: released ? 'available' : 'unreleased',
            commercialSince: now,
            legalState: permit ? 'saleable' : 'notCovered',
          });
          ids.push(unit.id);
        }
      happened({ kind: 'buildingEntered', noun: 'buildings', id: building.id });
      return ids;
    },
  });
}
