import { z } from 'zod';
import { inventoryCells, inventoryFields } from '#shared/domain/imports/inventory-list.ts';
import { patternSchema } from '#shared/domain/units/generate.ts';
import { idSchema, refusalSchema, versionSchema } from './common.ts';
import { fileSchema } from './import-files.ts';
import { command, nothing, query } from './procedure.ts';

const cellValue = z.union([z.string(), z.int(), z.null()]);

const written = z.strictObject({ importId: idSchema, version: versionSchema, units: z.int() });

/** Homes corrected in a file that the office gave out, and homes made from a pattern. */
export const inventoryImports = {
  /** Every home as the file for corrections holds it: what identifies it, and what may be corrected. */
  editable: query({
    permission: 'units.import',
    input: nothing,
    output: z.array(
      z.strictObject({
        unitId: idSchema,
        building: z.string(),
        entrance: z.string(),
        floorName: z.string(),
        roomNo: z.string(),
        cells: z.record(z.enum(inventoryCells), cellValue),
        /** Somebody has it: only its measured areas can still be entered. */
        agreed: z.boolean(),
      }),
    ),
  }),
  /** Compares such a file with the homes, cell by cell. Writes nothing. */
  previewInventory: query({
    permission: 'units.import',
    carriesFiles: true,
    input: z.strictObject({ file: fileSchema }),
    output: z.strictObject({
      changes: z.array(
        z.strictObject({
          row: z.int(),
          unitId: idSchema,
          label: z.string(),
          cell: z.enum(inventoryCells),
          before: cellValue,
          after: cellValue,
        }),
      ),
      problems: z.array(
        z.strictObject({
          row: z.int().nullable(),
          field: z.enum(inventoryFields).nullable(),
          ...refusalSchema.shape,
        }),
      ),
      summary: z.strictObject({
        rows: z.int(),
        cells: z.int(),
        units: z.int(),
        sameUnits: z.int(),
        /** Rows that are left as they are. */
        faulty: z.int(),
      }),
    }),
  }),
  /** Writes the cells that differ, and no others. Refused while a row has an error, unless these rows are left out. */
  commitInventory: command({
    permission: 'units.import',
    carriesFiles: true,
    input: z.strictObject({ file: fileSchema, leaveOutFaulty: z.boolean() }),
    output: written.extend({ cells: z.int() }),
  }),
  /** Says which homes of a pattern are there already. Writes nothing. */
  previewPattern: query({
    permission: 'units.import',
    input: z.strictObject({ pattern: patternSchema }),
    output: z.strictObject({
      units: z.int(),
      newBuildings: z.array(z.string()),
      /** Labels of the first homes that are there already. */
      existing: z.array(z.string()),
      refusal: refusalSchema.nullable(),
    }),
  }),
  /** Makes the homes of a pattern, unreleased and without prices; undone whole as an import is. */
  generate: command({
    permission: 'units.import',
    input: z.strictObject({ pattern: patternSchema }),
    output: written.extend({ buildings: z.int() }),
  }),
};
