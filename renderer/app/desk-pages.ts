import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { Desk } from './shell/frame-model.ts';

/** A page of a desk: its address, its name in `shell.pages`, and what a person must be allowed to do for it. */
export type DeskPage = {
  readonly path: string;
  readonly name:
    | 'today'
    | 'approvals'
    | 'reception'
    | 'customers'
    | 'visitRegister'
    | 'rulings'
    | 'board'
    | 'units'
    | 'prices'
    | 'claims'
    | 'launches'
    | 'releases'
    | 'handbook'
    | 'check'
    | 'project'
    | 'houseTypes'
    | 'generate'
    | 'import'
    | 'subscriptions'
    | 'contracts'
    | 'defects'
    | 'register'
    | 'changes'
    | 'prints'
    | 'templates'
    | 'archive'
    | 'numbers'
    | 'printers'
    | 'seals'
    | 'scans'
    | 'transfers'
    | 'money'
    | 'warrants'
    | 'settings'
    | 'accounts'
    | 'rights'
    | 'acting'
    | 'terminals'
    | 'privacy'
    | 'days'
    | 'events'
    | 'backups'
    | 'health';
  readonly needs: Permission | 'signedIn';
  /** Addresses beside its own at which it is the page one is at: of records that are reached from it. */
  readonly also?: readonly string[];
  /** Pages of one group stand next to each other and share one place in the bar. */
  readonly group?: 'people' | 'host' | 'stock' | 'prices' | 'printing' | 'archive';
};

/** Every page of every desk, the first of each being where its desk opens. Desks without pages yet are left out. */
export const deskPages: Partial<Record<Desk, readonly DeskPage[]>> = {
  today: [
    { path: '/today', name: 'today', needs: 'signedIn' },
    { path: '/today/approvals', name: 'approvals', needs: 'approvals.read' },
  ],
  reception: [
    { path: '/reception', name: 'reception', needs: 'visits.read' },
    { path: '/reception/register', name: 'visitRegister', needs: 'visits.read' },
    { path: '/reception/customers', name: 'customers', needs: 'customers.read' },
    { path: '/reception/rulings', name: 'rulings', needs: 'rulings.read' },
  ],
  sales: [
    { path: '/sales/board', name: 'board', needs: 'board.read' },
    { path: '/sales/units', name: 'units', needs: 'board.read' },
    { path: '/sales/claims', name: 'claims', needs: 'board.read' },
    { path: '/sales/prices', name: 'prices', needs: 'prices.read', group: 'prices' },
    { path: '/sales/releases', name: 'releases', needs: 'releases.read', group: 'prices' },
    { path: '/sales/launches', name: 'launches', needs: 'launches.read' },
    { path: '/sales/project', name: 'project', needs: 'board.read', group: 'stock' },
    { path: '/sales/house-types', name: 'houseTypes', needs: 'board.read', group: 'stock' },
    { path: '/sales/generate', name: 'generate', needs: 'units.import', group: 'stock' },
    { path: '/sales/import', name: 'import', needs: 'units.import', group: 'stock' },
    { path: '/sales/handbook', name: 'handbook', needs: 'handbook.read', group: 'stock' },
    { path: '/sales/check', name: 'check', needs: 'controlChecks.read', group: 'stock' },
  ],
  contracts: [
    {
      path: '/contracts/subscriptions',
      name: 'subscriptions',
      needs: 'subscriptions.read',
      also: ['/contracts/subscribe'],
    },
    { path: '/contracts/contracts', name: 'contracts', needs: 'contracts.read', also: ['/contracts/agreements'] },
    { path: '/contracts/defects', name: 'defects', needs: 'contracts.defects' },
    { path: '/contracts/changes', name: 'changes', needs: 'changes.read', also: ['/contracts/change'] },
    { path: '/contracts/templates', name: 'templates', needs: 'templates.read' },
    { path: '/contracts/archive', name: 'archive', needs: 'custody.read', group: 'archive' },
    { path: '/contracts/scans', name: 'scans', needs: 'documents.scan', group: 'archive' },
    { path: '/contracts/transfers', name: 'transfers', needs: 'transfers.read', group: 'archive' },
    {
      path: '/contracts/prints',
      name: 'prints',
      needs: 'documents.read',
      also: ['/contracts/documents'],
      group: 'printing',
    },
    { path: '/contracts/seals', name: 'seals', needs: 'documents.read', group: 'printing' },
    { path: '/contracts/numbers', name: 'numbers', needs: 'documents.void', group: 'printing' },
    { path: '/contracts/printers', name: 'printers', needs: 'documents.print', group: 'printing' },
    { path: '/contracts/register', name: 'register', needs: 'contracts.read' },
  ],
  money: [{ path: '/money', name: 'money', needs: 'payments.read' }],
  warrants: [{ path: '/warrants', name: 'warrants', needs: 'cases.read' }],
  administration: [
    { path: '/administration/settings', name: 'settings', needs: 'settings.read' },
    { path: '/administration/accounts', name: 'accounts', needs: 'accounts.read', group: 'people' },
    { path: '/administration/rights', name: 'rights', needs: 'rights.read', group: 'people' },
    { path: '/administration/acting', name: 'acting', needs: 'settings.read', group: 'people' },
    { path: '/administration/privacy', name: 'privacy', needs: 'settings.read' },
    { path: '/administration/days', name: 'days', needs: 'days.read' },
    { path: '/administration/events', name: 'events', needs: 'events.read' },
    { path: '/administration/terminals', name: 'terminals', needs: 'terminals.manage', group: 'host' },
    { path: '/administration/backups', name: 'backups', needs: 'backups.manage', group: 'host' },
    { path: '/administration/health', name: 'health', needs: 'health.read', group: 'host' },
  ],
};

/** The pages that a person may open, by desk. */
export function pagesOf(permissions: readonly string[]): ReadonlyMap<Desk, readonly DeskPage[]> {
  const order: readonly Desk[] = ['today', 'reception', 'sales', 'contracts', 'money', 'warrants', 'administration'];
  return new Map(
    order
      .map((desk) => [desk, (deskPages[desk] ?? []).filter(({ needs }) => allows(permissions, needs))] as const)
      .filter(([, pages]) => pages.length > 0),
  );
}

function allows(permissions: readonly string[], needs: DeskPage['needs']): boolean {
  return needs === 'signedIn' || permissions.includes(needs);
}
