import { z } from 'zod';
import { decorations } from '#shared/domain/projects/house-types.ts';
import { MAX_SPACE_SIDE, spaceKinds } from '#shared/domain/units/space-facts.ts';
import { spaceRights } from '#shared/domain/units/space-rights.ts';
import { unitCommercialStates, unitUses } from '#shared/domain/units/states.ts';
import { type Area, area, areaSchema, MAX_AREA } from '#shared/kernel/area.ts';
import { localDateSchema } from '#shared/kernel/local-date.ts';
import { idSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const someArea = z.int().min(1).max(MAX_AREA).transform(area).pipe(z.custom<Area>());
const word = z.string().trim().max(60);
/** A side of a space in 0.01 m; left out where it stays. */
const side = z.int().min(1).max(MAX_SPACE_SIDE).nullable().exactOptional();

const measuredAreas = z.strictObject({
  builtArea: someArea,
  innerArea: someArea.nullable(),
  sharedArea: areaSchema.nullable(),
});

/** What a home is besides its place and its prices. */
export const homeFactsSchema = z.strictObject({
  houseTypeId: z.int().nullable(),
  decoration: z.enum(decorations).nullable(),
  spaceRight: z.enum(spaceRights),
  spaceKind: z.enum(spaceKinds).nullable(),
  /** Sides and clear height of a space, in 0.01 m. */
  spaceLength: z.int().nullable(),
  spaceWidth: z.int().nullable(),
  spaceHeight: z.int().nullable(),
  measured: z
    .strictObject({
      builtArea: areaSchema,
      innerArea: areaSchema.nullable(),
      sharedArea: areaSchema.nullable(),
      survey: z.strictObject({
        id: idSchema,
        number: z.string(),
        surveyor: z.string(),
        surveyedOn: localDateSchema,
      }),
    })
    .nullable(),
});

/** Homes corrected by hand, one by one, and measured. */
export const unitEdits = {
  /** Corrects what a home is; refused once somebody has it. */
  update: command({
    permission: 'units.write',
    input: z.strictObject({
      unitId: idSchema,
      version: versionSchema,
      use: z.enum(unitUses),
      houseTypeId: idSchema.nullable(),
      houseType: word,
      orientation: word,
      decoration: z.enum(decorations).nullable(),
      spaceRight: z.enum(spaceRights).exactOptional(),
      spaceKind: z.enum(spaceKinds).nullable().exactOptional(),
      spaceLength: side,
      spaceWidth: side,
      spaceHeight: side,
      builtArea: someArea,
      innerArea: someArea.nullable(),
      sharedArea: areaSchema.nullable(),
    }),
    output: nothing,
  }),
  /** Enters the areas of a home by the report of a survey, whatever became of it; null takes them out again. */
  measure: command({
    permission: 'units.write',
    input: z.strictObject({
      unitId: idSchema,
      version: versionSchema,
      measured: measuredAreas.extend({ surveyId: idSchema }).nullable(),
    }),
    output: nothing,
  }),
  /** Every measured home beside what it was sold by, the largest difference first. */
  areaDifferences: query({
    permission: 'board.read',
    input: nothing,
    output: z.array(
      z.strictObject({
        unitId: idSchema,
        label: z.string(),
        state: z.enum(unitCommercialStates),
        survey: z.string(),
        builtArea: areaSchema,
        innerArea: areaSchema.nullable(),
        measuredBuiltArea: areaSchema,
        measuredInnerArea: areaSchema.nullable(),
        builtPpm: z.int(),
        innerPpm: z.int().nullable(),
        /** One of the two is beyond three per cent. */
        beyond: z.boolean(),
      }),
    ),
  }),
};
