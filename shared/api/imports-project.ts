import { z } from 'zod';
import { projectFields, projectSheets } from '#shared/domain/imports/running-project/sheets.ts';
import type { TotalKind } from '#shared/domain/imports/running-project/totals.ts';
import { amountSchema, totalAmountSchema } from '#shared/kernel/money.ts';
import { idSchema, refusalSchema, versionSchema } from './common.ts';
import { fileSchema } from './import-files.ts';
import { command, query } from './procedure.ts';

/** Files of one running project: a workbook for each list is as good as one for all. */
const MOST_FILES = 12;
const MOST_SHEETS = 60;

const fieldSchema = z.enum(projectFields);

const choiceSchema = z.strictObject({
  /** Which list the sheet is; null for none. Recognised when left out. */
  kind: z.enum(projectSheets).nullable().exactOptional(),
  mapping: z.record(z.string().regex(/^\d{1,5}$/), fieldSchema.nullable()).exactOptional(),
});

const orderShape = {
  files: z.array(fileSchema).min(1).max(MOST_FILES),
  /** One for each sheet, in the order of the files. */
  choices: z.array(choiceSchema).max(MOST_SHEETS),
};

const ownTotalSchema = z.strictObject({ count: z.int().min(0).nullable(), amount: totalAmountSchema.nullable() });
const ownTotalsSchema = z.strictObject({
  customers: ownTotalSchema,
  subscriptions: ownTotalSchema,
  contracts: ownTotalSchema,
  receipts: ownTotalSchema,
  balances: ownTotalSchema,
} satisfies Record<TotalKind, typeof ownTotalSchema>);

const figureSchema = z.strictObject({ count: z.int(), amount: totalAmountSchema });
const figuresSchema = z.strictObject({
  customers: figureSchema,
  subscriptions: figureSchema,
  contracts: figureSchema,
  receipts: figureSchema,
  balances: figureSchema,
});

/** A running project into customers, deals and money: looked at first, tied out to the fen, written whole, undone whole. */
export const projectImports = {
  /** Reads the files, recognises lists and columns, and says what would be made and what is wrong. Writes nothing. */
  previewProject: query({
    permission: 'deals.import',
    carriesFiles: true,
    input: z.strictObject({ ...orderShape }),
    output: z.strictObject({
      sheets: z.array(
        z.strictObject({
          name: z.string(),
          kind: z.enum(projectSheets).nullable(),
          rows: z.int(),
          headerRow: z.int().nullable(),
          columns: z.array(
            z.strictObject({
              index: z.int(),
              heading: z.string(),
              field: fieldSchema.nullable(),
              inTenThousands: z.boolean(),
              sample: z.array(z.string()),
            }),
          ),
          fields: z.array(z.strictObject({ field: fieldSchema, required: z.boolean() })),
        }),
      ),
      problems: z.array(
        z.strictObject({
          /** Index among the sheets; null for all of them. */
          sheet: z.int().nullable(),
          row: z.int().nullable(),
          column: z.string().nullable(),
          field: fieldSchema.nullable(),
          ...refusalSchema.shape,
          severity: z.enum(['error', 'warning']),
        }),
      ),
      errors: z.int(),
      warnings: z.int(),
      /** Customers that the office knows already. */
      knownCustomers: z.int(),
      /** The first of them; the figures are of all. */
      deals: z.array(
        z.strictObject({
          row: z.int(),
          sheet: z.int(),
          number: z.string(),
          home: z.string(),
          buyers: z.string(),
          consultant: z.string(),
          contract: z.string().nullable(),
          state: z.enum(['approved', 'depositComplete', 'signed', 'filed']),
          price: amountSchema,
          received: amountSchema,
          open: amountSchema,
        }),
      ),
      figures: figuresSchema,
      /** What the office's own sheet of totals says. */
      totals: ownTotalsSchema,
    }),
  }),
  /** Takes the project over in one transaction. Refused while a row has an error or a total of the office differs. */
  commitProject: command({
    permission: 'deals.import',
    carriesFiles: true,
    input: z.strictObject({ ...orderShape, totals: ownTotalsSchema }),
    output: z.strictObject({ importId: idSchema, version: versionSchema, figures: figuresSchema }),
  }),
};
