import { isDeepStrictEqual } from 'node:util';
import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { type KeyedTable, rowFromDriver } from './access.ts';
import { isSealed, namedKeyOf, personalColumns, unseal } from './personal.ts';
import { personKeyOf } from './repositories/person-keys.ts';
import { openWords } from './repositories/sealed-words.ts';
import { agreementSignatures, agreements } from './schema/agreements.ts';
import { approvalSteps, approvals } from './schema/approvals.ts';
import { arrivals } from './schema/arrivals.ts';
import { attachments } from './schema/attachments.ts';
import { casePapers, cases } from './schema/cases.ts';
import { changes } from './schema/changes.ts';
import { seizures, unitBookings } from './schema/claims.ts';
import { contractTemplates } from './schema/contract-templates.ts';
import { contractDefects, contractParties, contractReviews, contractSignatures } from './schema/contracts.ts';
import { controlChecks, controlDifferences, handbookEntries, releases, releaseUnits } from './schema/control.ts';
import { archiveBoxes, collectNotices, handovers, originalMoves, originals } from './schema/custody.ts';
import { customers, followUps, households, rotas, visits } from './schema/customers.ts';
import { days } from './schema/days.ts';
import { dealNotices } from './schema/deal-notices.ts';
import {
  contracts,
  planLines,
  quotes,
  subscriptionBuyers,
  subscriptionPriceLines,
  subscriptionSigners,
  subscriptions,
} from './schema/deals.ts';
import { delegations } from './schema/delegations.ts';
import { blobs } from './schema/events.ts';
import {
  buildings,
  houseTypes,
  imports,
  permitBuildings,
  permits,
  phases,
  projects,
  surveys,
  unitHolds,
  unitLocks,
  units,
} from './schema/inventory.ts';
import { invoices } from './schema/invoices.ts';
import {
  fallbackSlips,
  intents,
  launchDesks,
  launchDraws,
  launches,
  launchGroups,
  launchPicks,
} from './schema/launches.ts';
import { noticeMarks } from './schema/notices.ts';
import { accounts, counters, office, settings } from './schema/office.ts';
import { paperBatches, paperBatchRows } from './schema/paper-batches.ts';
import {
  documents,
  ledgerEntries,
  prints,
  receiptLines,
  receipts,
  refunds,
  sealUses,
  spoiledCopies,
} from './schema/papers.ts';
import { partnerAgreements, partnerDeals } from './schema/partner-agreements.ts';
import { letterServices, paymentLetters } from './schema/payment-letters.ts';
import { priceBatches, priceBatchLines } from './schema/prices.ts';
import { consents, disclosures, noticeTexts, registeredReports, subjectRequests } from './schema/privacy.ts';
import { rightsRequests } from './schema/rights.ts';
import { rulingParties, rulings } from './schema/rulings.ts';
import { scanPages, scanStacks } from './schema/scans.ts';
import { terminals } from './schema/terminals.ts';
import { transferLines, transfers } from './schema/transfers.ts';
import { views } from './schema/views.ts';
import { wordColumnsOf } from './words.ts';

/** Every table whose rows are the replay of the event log; the others are the log itself, keys and derived pieces. */
export const loggedTables: readonly KeyedTable[] = [
  office,
  accounts,
  rightsRequests,
  delegations,
  noticeMarks,
  settings,
  counters,
  projects,
  permits,
  phases,
  buildings,
  permitBuildings,
  houseTypes,
  surveys,
  imports,
  units,
  unitLocks,
  unitHolds,
  releases,
  releaseUnits,
  unitBookings,
  seizures,
  controlChecks,
  controlDifferences,
  handbookEntries,
  households,
  customers,
  visits,
  arrivals,
  rotas,
  followUps,
  subscriptions,
  subscriptionBuyers,
  subscriptionSigners,
  subscriptionPriceLines,
  planLines,
  dealNotices,
  paymentLetters,
  letterServices,
  quotes,
  contractTemplates,
  contracts,
  contractParties,
  contractReviews,
  contractDefects,
  contractSignatures,
  changes,
  agreements,
  agreementSignatures,
  approvals,
  approvalSteps,
  receipts,
  receiptLines,
  refunds,
  invoices,
  cases,
  casePapers,
  ledgerEntries,
  documents,
  prints,
  spoiledCopies,
  sealUses,
  paperBatches,
  paperBatchRows,
  blobs,
  attachments,
  scanStacks,
  scanPages,
  priceBatches,
  priceBatchLines,
  partnerAgreements,
  partnerDeals,
  days,
  views,
  terminals,
  noticeTexts,
  consents,
  disclosures,
  subjectRequests,
  registeredReports,
  launches,
  intents,
  launchDraws,
  launchGroups,
  launchDesks,
  launchPicks,
  fallbackSlips,
  archiveBoxes,
  originals,
  handovers,
  originalMoves,
  collectNotices,
  transfers,
  transferLines,
  rulings,
  rulingParties,
];

type Rows = Map<number, Record<string, unknown>>;

/** Rebuilds every logged table from the event log alone: table name → row id → row. */
export function replay(client: Database.Database): Map<string, Rows> {
  return replayed(client, loggedTables, '');
}

function replayed(client: Database.Database, of: readonly KeyedTable[], where: string): Map<string, Rows> {
  const tables = new Map(of.map((table) => [getTableName(table), { table, rows: new Map() as Rows }]));
  const changes = client.prepare<[], { tableName: string; rowId: number; after: string | null }>(
    `select table_name as tableName, row_id as rowId, after from event_changes ${where} order by seq, position`,
  );
  for (const change of changes.iterate()) {
    const target = tables.get(change.tableName);
    if (target === undefined) throw new Error(`The log names a table that is not replayed: ${change.tableName}`);
    if (change.after === null) {
      target.rows.delete(change.rowId);
      continue;
    }
    const merged = { ...target.rows.get(change.rowId), ...ofToday(target.table, JSON.parse(change.after)) };
    target.rows.set(change.rowId, opened(client, target.table, merged));
  }
  return new Map([...tables].map(([name, { rows }]) => [name, rows]));
}

/** What the log holds of the columns that there are: it remembers those of earlier versions of the program too. */
function ofToday(table: KeyedTable, values: Record<string, unknown>): Record<string, unknown> {
  const columns = getTableColumns(table);
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(columns, name)));
}

/** The logged tables as they stand, in the shape of {@link replay}. */
export function currentTables(
  client: Database.Database,
  tables: readonly KeyedTable[] = loggedTables,
): Map<string, Rows> {
  return new Map(
    tables.map((table) => {
      const name = getTableName(table);
      const all = client.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all();
      return [name, new Map(all.map((raw) => [Number(raw.id), rowFromDriver(table, raw)]))];
    }),
  );
}

function opened(client: Database.Database, table: KeyedTable, row: Record<string, unknown>): Record<string, unknown> {
  const personal = personalColumns.get(table);
  if (personal === undefined) return wordsOpened(client, table, row);
  const key = personKeyOf(client, Number(row.personKeyId));
  if (key === undefined) return row;
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    personal.has(name) && name !== 'identitySealed' && isSealed(value) ? unseal(key, value) : value,
  ]);
  return Object.fromEntries(entries);
}

function wordsOpened(client: Database.Database, table: KeyedTable, row: Record<string, unknown>) {
  const columns = wordColumnsOf(getTableName(table));
  if (columns.length === 0) return row;
  const entries = Object.entries(row).map(([name, value]) => [
    name,
    columns.includes(name) && namedKeyOf(value) !== undefined
      ? (openWords(client, String(value), null) ?? value)
      : value,
  ]);
  return Object.fromEntries(entries);
}

/** A row as the log tells it and as it stands; undefined where there is none. */
export type ToldRow = {
  readonly table: string;
  readonly rowId: number;
  readonly told: Readonly<Record<string, unknown>> | undefined;
  readonly stands: Readonly<Record<string, unknown>> | undefined;
};

/** Every row of some tables, by their names, beside what the event log alone makes of it. */
export function replayOf(client: Database.Database, names: readonly string[]): ToldRow[] {
  const tables = loggedTables.filter((table) => names.includes(getTableName(table)));
  const told = replayed(client, tables, `where table_name in (${names.map((name) => `'${name}'`).join(', ')})`);
  return [...currentTables(client, tables)].flatMap(([table, rows]) => {
    const log: Rows = told.get(table) ?? new Map();
    const ids = new Set([...rows.keys(), ...log.keys()]);
    return [...ids].map((rowId) => ({ table, rowId, told: log.get(rowId), stands: rows.get(rowId) }));
  });
}

/**
 * The tables that hold something else than the log says: changed beside the office. What the log can't tell any more of a
 * person whose key was destroyed is left out.
 */
export function differingTables(client: Database.Database): string[] {
  const told = replay(client);
  return [...currentTables(client)].flatMap(([name, rows]) => {
    const log = told.get(name) ?? new Map();
    const same = rows.size === log.size && [...rows].every(([id, row]) => isAsTold(row, log.get(id)));
    return same ? [] : [name];
  });
}

function isAsTold(row: Record<string, unknown>, log: Record<string, unknown> | undefined): boolean {
  return Object.entries(row).every(([column, value]) => {
    const told = log?.[column] ?? null;
    return isDeepStrictEqual(value, told) || (isSealed(told) && column !== 'identitySealed');
  });
}
