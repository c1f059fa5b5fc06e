import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import type { imports } from '#shared/api/imports.ts';
import { priceListFields, requiredFields } from '#shared/domain/imports/fields.ts';
import type { LeftOutRow, ListedUnit } from '#shared/domain/imports/read-price-list.ts';
import { MOST_PROBLEMS, type ReadList } from '#shared/domain/imports/reading.ts';
import { type ImportPlan, planImport, planProblems, withFiledPrices } from './plan-import.ts';

/** Rows that travel to a screen; the figures count all of them. */
const SHOWN_ROWS = 2_000;
/** New buildings that are named. */
const NAMED_BUILDINGS = 200;

type Preview = z.input<typeof imports.preview.output>;
type PreviewRow = Preview['rows'][number];

/** What would become of a list: its columns, its rows with what happens to each, its problems and its figures. */
export function previewImport(db: ReadDb, read: ReadList, alsoFiled: boolean): Preview {
  const { list } = read;
  const plan = planImport(db, alsoFiled ? withFiledPrices(list.units) : list.units);
  const problems = [...read.problems, ...planProblems(plan)].slice(0, MOST_PROBLEMS);
  const troubled = new Set(problems.map(({ row }) => row));
  return {
    sheets: [...read.sheets],
    sheet: read.sheet,
    headerRow: list.header.headerRow,
    columns: list.header.columns.map(({ index, heading, field, scale }, at) => ({
      index,
      heading: heading.slice(0, 60),
      field,
      inTenThousands: scale > 1,
      sample: [...(read.samples[at] ?? [])],
    })),
    fields: priceListFields.map((field) => ({ field, required: requiredFields.some((one) => one === field) })),
    rows: shown(rowsOf(plan, list.leftOut), troubled),
    problems,
    summary: {
      rows: list.units.length + list.leftOut.length,
      units: list.units.length,
      newUnits: plan.added.length,
      changedUnits: plan.changed.length,
      toBatchUnits: plan.toBatch.length,
      sameUnits: plan.same.length,
      inDealUnits: plan.inDeal.length,
      leftOut: list.leftOut.length,
      newBuildings: plan.newBuildings.slice(0, NAMED_BUILDINGS),
      builtArea: list.builtArea,
      total: list.total,
      errors: read.errors,
      warnings: read.warnings + plan.inDeal.length + plan.toBatch.length,
    },
  };
}

function rowsOf(plan: ImportPlan, leftOut: readonly LeftOutRow[]): PreviewRow[] {
  const rows = [
    ...plan.added.map((unit) => unitRow(unit, 'new')),
    ...changedOf(plan).map(({ unit, listed }) => ({
      ...unitRow(listed, 'changed'),
      before: { builtArea: unit.builtArea, listPrice: unit.listPrice },
    })),
    ...plan.same.map((unit) => unitRow(unit, 'same')),
    ...plan.inDeal.map((unit) => unitRow(unit, 'inDeal')),
    ...leftOut.map(
      ({ row, building, entrance, floor, roomNo }): PreviewRow => ({
        row,
        outcome: 'leftOut',
        building,
        entrance,
        floorName: floor,
        roomNo,
        use: null,
        houseType: '',
        builtArea: null,
        innerArea: null,
        unitPrice: null,
        total: null,
        before: null,
      }),
    ),
  ];
  return rows.toSorted((a, b) => a.row - b.row);
}

/** Units whose areas or prices change, now or by a batch, each once. */
function changedOf({ changed, toBatch }: ImportPlan): ImportPlan['toBatch'] {
  const written = new Set(changed.map(({ unit }) => unit.id));
  return [...changed, ...toBatch.filter(({ unit }) => !written.has(unit.id))];
}

function unitRow(unit: ListedUnit, outcome: PreviewRow['outcome']): PreviewRow {
  return {
    row: unit.row,
    outcome,
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
    before: null,
  };
}

/** The rows with problems, and as many of the others as there is room for, in the order of the file. */
function shown(rows: readonly PreviewRow[], troubled: ReadonlySet<number | null>): PreviewRow[] {
  if (rows.length <= SHOWN_ROWS) return [...rows];
  let room = SHOWN_ROWS - rows.filter(({ row }) => troubled.has(row)).length;
  return rows
    .filter(({ row }) => {
      if (troubled.has(row)) return true;
      room -= 1;
      return room >= 0;
    })
    .slice(0, SHOWN_ROWS);
}
