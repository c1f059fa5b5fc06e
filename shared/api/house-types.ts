import { z } from 'zod';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema } from '#shared/kernel/area.ts';
import { canSchema, idSchema, noteSchema, versionSchema } from './common.ts';
import { command, nothing, query } from './procedure.ts';

const word = z.string().trim().max(60);

const typeShape = {
  use: z.enum(unitUses),
  rooms: word,
  builtFromArea: areaSchema.nullable(),
  builtToArea: areaSchema.nullable(),
  innerFromArea: areaSchema.nullable(),
  innerToArea: areaSchema.nullable(),
  orientation: word,
};

/** House types: what the homes of one plan have in common. */
export const houseTypes = {
  list: query({
    permission: 'board.read',
    input: nothing,
    output: z.array(
      z.strictObject({
        id: idSchema,
        name: z.string(),
        ...typeShape,
        highlights: z.string(),
        /** Homes of it, and those of them that are on sale now. */
        units: z.int(),
        available: z.int(),
        /** Plan pictures that are attached. */
        plans: z.int(),
        version: versionSchema,
        can: canSchema,
      }),
    ),
  }),
  /** Enters a house type or corrects it; a new name is printed of its homes from then on. */
  save: command({
    permission: 'units.write',
    input: z.strictObject({
      /** null for a new one. */
      houseTypeId: idSchema.nullable(),
      version: versionSchema.nullable(),
      name: word.min(1),
      ...typeShape,
      highlights: noteSchema,
    }),
    output: z.strictObject({ houseTypeId: idSchema }),
  }),
  /** Takes a house type out that no home is of. */
  remove: command({
    permission: 'units.write',
    input: z.strictObject({ houseTypeId: idSchema, version: versionSchema }),
    output: nothing,
  }),
};
