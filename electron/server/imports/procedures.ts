import { allImports } from '#db/repositories/imports.ts';
import type { imports as importsApi } from '#shared/api/imports.ts';
import { priceListFields, requiredFields } from '#shared/domain/imports/fields.ts';
import { type PriceList, readPriceList } from '#shared/domain/imports/read-price-list.ts';
import type { ColumnMapping } from '#shared/domain/imports/recognise-header.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import { commitImport } from './commit-import.ts';
import { planImport } from './plan-import.ts';
import { readSheets, type Sheet } from './read-sheets.ts';
import { undoImport } from './undo-import.ts';

/** Rows and problems that travel to a screen; the figures count all of them. */
const SHOWN_ROWS = 2_000;

type FileOrder = {
  readonly file: { readonly name: string; readonly content: string };
  readonly sheet: number | null;
  readonly mapping: ColumnMapping | null;
};

type ReadFile = {
  readonly sheets: readonly Sheet[];
  readonly sheet: number;
  readonly list: PriceList;
  readonly bytes: Uint8Array;
};

/** Reads a file and one sheet of it: the one asked for, else the one that says most of units. */
export async function readFile({ file, sheet, mapping }: FileOrder): Promise<ReadFile> {
  const bytes = Buffer.from(file.content, 'base64');
  const sheets = await readSheets(file.name, bytes);
  const lists = sheet === null ? sheets.map(({ rows }) => readPriceList(rows)) : [];
  const best = lists.reduce(
    (most, list, index) => (list.units.length > (lists[most]?.units.length ?? 0) ? index : most),
    0,
  );
  const chosen = sheet ?? best;
  const rows = sheets[chosen]?.rows;
  if (rows === undefined) throw new DomainError('IMPORT_NO_ROWS');
  return { sheets, sheet: chosen, list: readPriceList(rows, mapping), bytes };
}

async function preview({ db }: Pick<QueryContext, 'db'>, order: FileOrder) {
  const { sheets, sheet, list } = await readFile(order);
  const plan = planImport(db, list);
  const problems = [...list.problems, ...plan.problems];
  const rows = sheets[sheet]?.rows ?? [];
  return {
    sheets: sheets.map(({ name }) => name),
    sheet,
    headerRow: list.header.headerRow,
    columns: list.header.columns.map(({ index, heading, field }) => ({
      index,
      heading,
      field,
      sample: rows.slice(list.header.firstDataRow, list.header.firstDataRow + 3).map((cells) => cells[index] ?? ''),
    })),
    fields: priceListFields.map((field) => ({ field, required: requiredFields.some((one) => one === field) })),
    rows: list.units.slice(0, SHOWN_ROWS).map((unit) => ({
      row: unit.row,
      building: unit.building,
      entrance: unit.entrance,
      floorName: unit.floorName,
      roomNo: unit.roomNo,
      use: unit.use,
      houseType: unit.houseType,
      builtArea: unit.builtArea,
      innerArea: unit.innerArea,
      unitPrice: unit.unitPrice,
      total: unit.total,
    })),
    problems: problems.slice(0, SHOWN_ROWS),
    summary: {
      units: list.units.length,
      newUnits: plan.added.length,
      changedUnits: plan.changed.length,
      builtArea: list.builtArea,
      total: list.total,
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
    },
  };
}

type CommitOrder = FileOrder & { readonly alsoFiled: boolean; readonly leaveOutFaulty: boolean };

/** Handlers of imports. */
export const importsHandlers: Handlers<typeof importsApi> = {
  preview,

  commit: prepared({
    prepare: (_context: QueryContext, order: CommitOrder) => readFile(order),
    run: (context: CommandContext, order: CommitOrder, { list, bytes }: ReadFile) => {
      const errors = list.problems.filter(({ severity }) => severity === 'error').length;
      if (list.units.length === 0) throw new DomainError('IMPORT_NO_ROWS');
      if (errors > 0 && !order.leaveOutFaulty) throw new DomainError('IMPORT_HAS_ERRORS', { errors });
      return commitImport(context, { fileName: order.file.name, bytes, list, alsoFiled: order.alsoFiled });
    },
  }),

  list: ({ db }) =>
    allImports(db).map(({ import: row, by }) => {
      const undone: Refusal = { code: 'IMPORT_UNDONE' };
      return {
        id: row.id,
        kind: row.kind,
        fileName: row.fileName,
        rows: row.rows,
        builtArea: row.builtArea,
        total: row.total,
        state: row.state,
        committedAt: row.committedAt,
        committedBy: by ?? '',
        version: row.version,
        can: { undo: row.state === 'undone' ? undone : (true as const) },
      };
    }),

  undo: undoImport,
};
