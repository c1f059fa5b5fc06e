import { z } from 'zod';
import { priceListFields } from '#shared/domain/imports/fields.ts';
import { importKinds, importOutcomes, importStates } from '#shared/domain/imports/states.ts';
import { unitUses } from '#shared/domain/units/states.ts';
import { areaSchema, totalAreaSchema } from '#shared/kernel/area.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { canSchema, idSchema, refusalSchema, versionSchema } from './common.ts';
import { fileSchema } from './import-files.ts';
import { inventoryImports } from './imports-inventory.ts';
import { projectImports } from './imports-project.ts';
import { command, nothing, query } from './procedure.ts';

/** Which column of the file is which field: column number → field, or null for none. */
const mappingSchema = z.record(z.string().regex(/^\d{1,5}$/), z.enum(priceListFields).nullable());

const problemSchema = z.strictObject({
  row: z.int().nullable(),
  column: z.string().nullable(),
  field: z.enum(priceListFields).nullable(),
  ...refusalSchema.shape,
  severity: z.enum(['error', 'warning']),
});

const previewRowSchema = z.strictObject({
  row: z.int(),
  outcome: z.enum(importOutcomes),
  building: z.string(),
  entrance: z.string(),
  floorName: z.string(),
  roomNo: z.string(),
  use: z.enum(unitUses).nullable(),
  houseType: z.string(),
  builtArea: areaSchema.nullable(),
  innerArea: areaSchema.nullable(),
  unitPrice: amountSchema.nullable(),
  total: amountSchema.nullable(),
  /** What a changed unit has now. */
  before: z.strictObject({ builtArea: areaSchema, listPrice: amountSchema.nullable() }).nullable(),
});

const orderShape = {
  file: fileSchema,
  /** null for the sheet that says most of units. */
  sheet: z.int().min(0).nullable(),
  mapping: mappingSchema.nullable(),
  /** The list is the filed one: its prices are the filed prices too, where it has no column of its own for them. */
  alsoFiled: z.boolean(),
};

/** Lists into records: looked at first, written whole, undone whole. Price lists here, running projects beside them. */
export const imports = {
  ...projectImports,
  ...inventoryImports,
  /** How many rows of the file that this window has given are read; null while it is opened, and when none is. */
  progress: query({
    permission: 'units.import',
    input: nothing,
    output: z.strictObject({ rows: z.strictObject({ done: z.int(), of: z.int() }).nullable() }),
  }),
  /** Reads a file, recognises its columns and says what would be written and what is wrong with it. Writes nothing. */
  preview: query({
    permission: 'units.import',
    carriesFiles: true,
    input: z.strictObject({ ...orderShape }),
    output: z.strictObject({
      sheets: z.array(z.string()),
      sheet: z.int(),
      headerRow: z.int(),
      columns: z.array(
        z.strictObject({
          index: z.int(),
          heading: z.string(),
          field: z.enum(priceListFields).nullable(),
          /** Its figures are in 万元. */
          inTenThousands: z.boolean(),
          sample: z.array(z.string()),
        }),
      ),
      fields: z.array(z.strictObject({ field: z.enum(priceListFields), required: z.boolean() })),
      /** The first of them, those with problems before the others; `summary` counts all. */
      rows: z.array(previewRowSchema),
      problems: z.array(problemSchema),
      summary: z.strictObject({
        /** Rows of the file below its headings; `units` and `leftOut` together. */
        rows: z.int(),
        units: z.int(),
        newUnits: z.int(),
        changedUnits: z.int(),
        /** Units that were released once and are priced anew: their prices become a draft of a price batch. */
        toBatchUnits: z.int(),
        sameUnits: z.int(),
        inDealUnits: z.int(),
        leftOut: z.int(),
        newBuildings: z.array(z.string()),
        builtArea: totalAreaSchema,
        total: totalAmountSchema,
        errors: z.int(),
        warnings: z.int(),
      }),
    }),
  }),
  /** Writes the list in one transaction. Refused while a row has an error, unless these rows are to be left out. */
  commit: command({
    permission: 'units.import',
    carriesFiles: true,
    input: z.strictObject({ ...orderShape, leaveOutFaulty: z.boolean() }),
    output: z.strictObject({
      importId: idSchema,
      version: versionSchema,
      units: z.int(),
      newUnits: z.int(),
      changedUnits: z.int(),
      builtArea: totalAreaSchema,
      total: totalAmountSchema,
      /** The draft of a price batch that holds the new prices of units released once; null where there are none. */
      batch: z.strictObject({ id: idSchema, number: z.string(), units: z.int() }).nullable(),
    }),
  }),
  /** Stops the import or undo that this person has begun: it is refused as ACT_STOPPED, unless it was done already. */
  stop: command({ permission: 'units.import', input: nothing, output: nothing }),
  list: query({
    permission: 'units.import',
    input: nothing,
    output: z.array(
      z.strictObject({
        id: idSchema,
        kind: z.enum(importKinds),
        fileName: z.string(),
        rows: z.int(),
        builtArea: totalAreaSchema,
        total: totalAmountSchema,
        state: z.enum(importStates),
        committedAt: z.int(),
        committedBy: z.string(),
        version: versionSchema,
        can: canSchema,
      }),
    ),
  }),
  /** Takes the whole import back; refused once one of its records has been touched, whatever the import was of. */
  undo: command({
    permission: 'units.import',
    input: z.strictObject({ importId: idSchema, version: versionSchema }),
    output: z.strictObject({ kind: z.enum(importKinds), records: z.int() }),
  }),
};
