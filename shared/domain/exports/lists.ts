import type { Refusal } from '#shared/kernel/errors.ts';
import type { Permission } from '../accounts/permissions.ts';

type Right = {
  /** Who may take the list along, whoever's records it shows. */
  readonly all: Permission;
  /** Who may take along what is their own (decision 21), where that is not the same. */
  readonly own?: Permission;
};

/**
 * What can leave the office as a file, and the right that it asks for: one of its own, since reading on a screen is not
 * taking along. A new list is one line here; without it, a table has no export.
 */
export const exportRights = {
  units: { all: 'units.export' },
  customers: { all: 'customers.export' },
  subscriptions: { all: 'deals.export', own: 'deals.exportOwn' },
  contracts: { all: 'deals.export', own: 'deals.exportOwn' },
  receipts: { all: 'payments.export' },
  dueLines: { all: 'payments.export' },
  filings: { all: 'cases.export' },
  mortgages: { all: 'cases.export' },
  loans: { all: 'cases.export' },
  priceListProblems: { all: 'units.import' },
  takeOverProblems: { all: 'deals.import' },
  terminals: { all: 'terminals.manage' },
  sessions: { all: 'terminals.manage' },
  papers: { all: 'documents.export' },
} as const satisfies Record<string, Right>;

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
