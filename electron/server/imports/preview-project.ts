import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import { allAccounts } from '#db/repositories/accounts.ts';
import type { projectImports } from '#shared/api/imports-project.ts';
import { MOST_PROBLEMS, type ReadProjectFiles } from '#shared/domain/imports/reading.ts';
import type { PlannedDeal, ProjectPlan } from '#shared/domain/imports/running-project/project-plan.ts';
import { projectTables } from '#shared/domain/imports/running-project/sheets.ts';

/** Deals that travel to a screen; the figures count all of them. */
const SHOWN_DEALS = 2_000;
/** Longest heading that travels. */
const HEADING_LENGTH = 60;

type Preview = z.input<typeof projectImports.previewProject.output>;

/** What would be made of the files of a running project: their lists, deals, figures and problems. */
export function previewProject(db: ReadDb, read: ReadProjectFiles, plan: ProjectPlan): Preview {
  const all = [...read.problems, ...plan.problems];
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity === 'warning');
  const people = new Map(allAccounts(db).map(({ id, name }) => [id, name]));
  return {
    sheets: read.sheets.map(({ name, kind, header, rows }, at) => ({
      name,
      kind,
      rows,
      headerRow: header?.headerRow ?? null,
      columns: (header?.columns ?? []).map(({ index, heading, field, scale }, column) => ({
        index,
        heading: heading.slice(0, HEADING_LENGTH),
        field,
        inTenThousands: scale > 1,
        sample: [...(read.samples[at]?.[column] ?? [])],
      })),
      fields:
        kind === null
          ? []
          : projectTables[kind].fields.map((field) => ({
              field,
              required: projectTables[kind].required.includes(field),
            })),
    })),
    problems: [...errors, ...warnings].slice(0, MOST_PROBLEMS).map(({ table, ...problem }) => ({
      sheet: table,
      column: headingOf(read, table, problem.field),
      ...problem,
    })),
    errors: errors.length,
    warnings: warnings.length,
    knownCustomers: plan.customers.filter(({ knownId }) => knownId !== null).length,
    deals: plan.deals.slice(0, SHOWN_DEALS).map((deal) => presentDeal(deal, plan, people)),
    figures: plan.figures,
    totals: read.records.totals,
  };
}

/** What the file itself calls the column of a problem. */
function headingOf(
  { sheets }: ReadProjectFiles,
  table: number | null,
  field: ProjectPlan['problems'][number]['field'],
): string | null {
  if (table === null || field === null) return null;
  const column = sheets[table]?.header?.columns.find((one) => one.field === field);
  return column?.heading.slice(0, HEADING_LENGTH) ?? null;
}

function presentDeal(
  { subscription, contract, home, buyers, consultantId, received, open, state }: PlannedDeal,
  { customers }: ProjectPlan,
  people: ReadonlyMap<number, string>,
): Preview['deals'][number] {
  return {
    row: subscription.row,
    sheet: subscription.table,
    number: subscription.number,
    home: home.label,
    buyers: buyers.map(({ customer }) => customers[customer]?.record.name ?? '').join('、'),
    consultant: people.get(consultantId) ?? '',
    contract: contract?.number ?? null,
    state,
    price: subscription.price,
    received,
    open,
  };
}
