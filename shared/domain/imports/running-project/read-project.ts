import { dataRows, missingColumns, rowReader, type TableProblem } from '../read-table.ts';
import { type ColumnMapping, type ListHeader, recogniseHeader } from '../recognise-header.ts';
import { readers } from './read-records.ts';
import type {
  BalanceRecord,
  ContractRecord,
  CustomerRecord,
  ProjectProblem,
  ProjectRecords,
  ReceiptRecord,
  SubscriptionRecord,
} from './records.ts';
import { type ProjectField, type ProjectSheet, projectSheets, projectTables, sheetNames } from './sheets.ts';
import { noTotals, type OwnTotals, type TotalKind } from './totals.ts';

/** A sheet of one of the files as text. */
export type NamedSheet = {
  /** What it is called in its file. */
  readonly name: string;
  /** What a person calls it: with its file, where there are several. */
  readonly label: string;
  readonly rows: readonly (readonly string[])[];
};

/** What a person says about a sheet over what was recognised: which list it is (null for none), and its columns. */
export type SheetChoice = {
  readonly kind?: ProjectSheet | null | undefined;
  readonly mapping?: ColumnMapping<ProjectField> | null | undefined;
};

/** A sheet as it was taken. */
export type ReadSheet = {
  readonly name: string;
  readonly kind: ProjectSheet | null;
  /** Its columns; null for a sheet that is none of the lists. */
  readonly header: ListHeader<ProjectField> | null;
  /** Rows of records below its headings. */
  readonly rows: number;
};

/** What the lists of a running project say, and what is wrong with them by themselves. */
export type ReadProject = {
  readonly sheets: readonly ReadSheet[];
  readonly records: ProjectRecords;
  readonly problems: readonly ProjectProblem[];
};

/** Rows after which a long list says how far it is. */
const TOLD_ROWS = 500;

/**
 * Reads the sheets of a running project: says which list each of them is, by its name or else by its columns, and reads
 * its rows. What the rows say of each other is not looked at here.
 */
export function readProject(
  sheets: readonly NamedSheet[],
  choices: readonly SheetChoice[] = [],
  rowsRead: (rows: number) => void = () => undefined,
): ReadProject {
  const customers: CustomerRecord[] = [];
  const subscriptions: SubscriptionRecord[] = [];
  const contracts: ContractRecord[] = [];
  const receipts: ReceiptRecord[] = [];
  const balances: BalanceRecord[] = [];
  const totals = new Map<TotalKind, OwnTotals[TotalKind]>();
  const problems: ProjectProblem[] = [];
  const read = sheets.map(({ name, label, rows }, table): ReadSheet => {
    const choice = choices[table];
    const kind = choice?.kind === undefined ? kindOf(name, rows) : choice.kind;
    if (kind === null) return { name: label, kind, header: null, rows: 0 };
    const definition = projectTables[kind];
    const header = recogniseHeader(definition, rows, choice?.mapping);
    const own: TableProblem<ProjectField>[] = missingColumns(definition, header);
    const data = own.length > 0 ? [] : dataRows(definition, rows, header);
    for (const [at, row] of data.entries()) {
      if (at > 0 && at % TOLD_ROWS === 0) rowsRead(TOLD_ROWS);
      const reader = rowReader(header, row, own);
      const place = { table, row: row.row };
      if (kind === 'customers') push(customers, readers.customer(reader, place));
      else if (kind === 'subscriptions') push(subscriptions, readers.subscription(reader, place));
      else if (kind === 'contracts') push(contracts, readers.contract(reader, place));
      else if (kind === 'receipts') push(receipts, readers.receipt(reader, place));
      else if (kind === 'balances') push(balances, readers.balance(reader, place));
      else {
        const told = readers.total(reader);
        if (told !== undefined) totals.set(told.kind, told.total);
      }
    }
    problems.push(...own.map(({ column: _column, ...problem }) => ({ table, ...problem })));
    return { name: label, kind, header, rows: data.length };
  });
  return {
    sheets: read,
    problems,
    records: {
      customers,
      subscriptions,
      contracts,
      receipts,
      balances,
      totals: { ...noTotals, ...Object.fromEntries(totals) },
      given: projectSheets.filter((one) => read.some(({ kind }) => kind === one)),
    },
  };
}

function push<T>(list: T[], record: T | undefined): void {
  if (record !== undefined) list.push(record);
}

/** Which list a sheet is: by its name, or else the one of which it has every needed column and most columns. */
function kindOf(name: string, rows: readonly (readonly string[])[]): ProjectSheet | null {
  if (rows.length === 0 || /说明|填写|示例|readme|instruction/iu.test(name)) return null;
  const named = (Object.keys(sheetNames) as ProjectSheet[]).find((kind) => sheetNames[kind].words.test(name));
  if (named !== undefined) return named;
  let best: { kind: ProjectSheet; columns: number } | undefined;
  for (const kind of projectSheets) {
    const definition = projectTables[kind];
    const header = recogniseHeader(definition, rows);
    if (missingColumns(definition, header).length > 0) continue;
    const columns = header.columns.filter(({ field }) => field !== null).length;
    if (columns > (best?.columns ?? 1)) best = { kind, columns };
  }
  return best?.kind ?? null;
}
