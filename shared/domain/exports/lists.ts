import type { Refusal } from '#shared/kernel/errors.ts';
import type { Permission } from '../accounts/permissions.ts';

type Right = {
  /** Who may take the list along, whoever's records it shows. */
  readonly all: Permission;
  /** Who may take along what is their own (decision 21), where that is not the same. */
  readonly own?: Permission;
  /** Of people: beyond so many rows it asks for a second person; `financial` is what shows what they own and owe. */
  readonly limit?: ExportLimit;
};

/** Which limit of the office a list has. */
export type ExportLimit = 'personal' | 'financial';

/**
 * What can leave the office as a file, and the right that it asks for: one of its own, since reading on a screen is not
 * taking along. A new list is one line here; without it, a table has no export.
 */
export const exportRights = {
  units: { all: 'units.export' },
  // The sales control on paper.
  board: { all: 'units.export' },
  locks: { all: 'units.export' },
  holds: { all: 'units.export', limit: 'personal' },
  bookings: { all: 'deals.export', own: 'deals.exportOwn', limit: 'financial' },
  priceBatches: { all: 'units.export' },
  priceChanges: { all: 'units.export' },
  customers: { all: 'customers.export', limit: 'personal' },
  visits: { all: 'customers.export', limit: 'personal' },
  subscriptions: { all: 'deals.export', own: 'deals.exportOwn', limit: 'financial' },
  contracts: { all: 'deals.export', own: 'deals.exportOwn', limit: 'financial' },
  rulings: { all: 'customers.export', limit: 'personal' },
  transfers: { all: 'custody.export' },
  originals: { all: 'custody.export', limit: 'financial' },
  contractDefects: { all: 'deals.export' },
  contractRegister: { all: 'deals.export', own: 'deals.exportOwn', limit: 'financial' },
  contractSchedule: { all: 'deals.export' },
  partnerAgreements: { all: 'deals.export' },
  changes: { all: 'deals.export', own: 'deals.exportOwn', limit: 'financial' },
  receipts: { all: 'payments.export', limit: 'financial' },
  refunds: { all: 'payments.export', limit: 'financial' },
  invoices: { all: 'payments.export', limit: 'financial' },
  dueLines: { all: 'payments.export', limit: 'financial' },
  filings: { all: 'cases.export', limit: 'personal' },
  mortgages: { all: 'cases.export', limit: 'financial' },
  loans: { all: 'cases.export', limit: 'financial' },
  priceListProblems: { all: 'units.import' },
  takeOverProblems: { all: 'deals.import' },
  terminals: { all: 'terminals.manage' },
  sessions: { all: 'terminals.manage' },
  papers: { all: 'documents.export' },
  prints: { all: 'documents.export' },
  sealUses: { all: 'documents.export' },
  paperNumbers: { all: 'documents.export' },
  disclosures: { all: 'privacy.manage', limit: 'personal' },
  personalReport: { all: 'privacy.manage' },
  events: { all: 'events.export' },
  days: { all: 'events.export' },
} as const satisfies Record<string, Right>;

/** So many records leave as one file. */
export const MOST_EXPORTED = 100_000;

/** Something that can leave the office as a file. */
export type ExportList = keyof typeof exportRights;

/** Whose records are taken along. */
export const exportScopes = ['mine', 'all'] as const;
/** Whose records are taken along. */
export type ExportScope = (typeof exportScopes)[number];

function isExportList(name: string): name is ExportList {
  return Object.hasOwn(exportRights, name);
}

/** Everything that can leave the office as a file. */
export const exportLists: readonly ExportList[] = Object.keys(exportRights).filter(isExportList);

/** Why a list may not be taken along; undefined when it may. */
export function exportRefusal(
  list: ExportList,
  scope: ExportScope,
  can: (permission: Permission) => boolean,
): Refusal | undefined {
  const right: Right = exportRights[list];
  const allowed = can(right.all) || (scope === 'mine' && right.own !== undefined && can(right.own));
  return allowed ? undefined : { code: 'EXPORT_NOT_ALLOWED' };
}

/** Which limit a list has; null for what tells nothing of people. */
export function exportLimitOf(list: ExportList): ExportLimit | null {
  const right: Right = exportRights[list];
  return right.limit ?? null;
}

/**
 * Why a list of that length needs a second person or a registered report (decision 21); undefined where it does not: what
 * tells nothing of people, what is short, and what is one's own.
 */
export function exportLimitRefusal(
  { list, scope, rows }: { readonly list: ExportList; readonly scope: ExportScope; readonly rows: number },
  limits: Readonly<Record<ExportLimit, number>>,
): Refusal | undefined {
  const limit = exportLimitOf(list);
  if (limit === null || scope === 'mine' || rows < limits[limit]) return undefined;
  return { code: 'EXPORT_NEEDS_APPROVAL', params: { rows, limit: limits[limit] } };
}
