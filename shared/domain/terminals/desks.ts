import type { Permission } from '../accounts/permissions.ts';

/** Desks of the rail that a terminal may be limited to; each is also the first part of its addresses. */
export const terminalDesks = [
  'today',
  'reception',
  'sales',
  'contracts',
  'money',
  'warrants',
  'administration',
] as const;
/** A desk that a terminal may be limited to. */
export type TerminalDesk = (typeof terminalDesks)[number];

/** What nearly every page looks up beside its own records: homes, the office's parameters, the handbook. */
const lookUps = ['board.read', 'settings.read', 'handbook.read'] as const satisfies readonly Permission[];
const customerFile = ['customers.read', 'customers.reveal'] as const;
const papers = ['documents.read', 'documents.issue', 'documents.print', 'documents.export'] as const;

/**
 * What can be done at each desk (custom). A terminal that is limited to some desks refuses everything that none of them
 * carries, whoever sits there: the reception PC takes no money, even for the manager.
 */
const carried = {
  // Decides what waits, and looks at what it decides on.
  today: [
    ...lookUps,
    'delegations.write',
    'approvals.read',
    'approvals.decide',
    'visits.read',
    'customers.read',
    'subscriptions.read',
    'subscriptions.review',
    'changes.read',
    'contracts.read',
    'contracts.review',
    'cases.read',
    'payments.read',
    'documents.read',
  ],
  // A guest is received, entered, shown a price and given a purchase plan.
  reception: [
    ...lookUps,
    ...customerFile,
    'customers.write',
    'customers.export',
    'visits.read',
    'visits.write',
    'consents.write',
    'rota.rule',
    'subscriptions.read',
    'subscriptions.write',
    ...papers,
    'views.share',
  ],
  sales: [
    ...lookUps,
    ...customerFile,
    'customers.write',
    'projects.write',
    'units.import',
    'deals.import',
    'units.export',
    'prices.read',
    'prices.write',
    'units.lock',
    'units.unlockAny',
    'units.release',
    'units.hold',
    'units.freeze',
    'launches.read',
    'launches.write',
    'launches.draw',
    'launches.pick',
    'intents.write',
    'releases.read',
    'releases.write',
    'units.askHold',
    'units.seize',
    'bookings.write',
    'units.write',
    'controlChecks.read',
    'controlChecks.run',
    'handbook.write',
    'subscriptions.read',
    'subscriptions.write',
    ...papers,
    'views.share',
  ],
  contracts: [
    ...lookUps,
    ...customerFile,
    'customers.write',
    'approvals.read',
    'approvals.decide',
    'subscriptions.read',
    'subscriptions.write',
    'subscriptions.review',
    'subscriptions.cancel',
    'changes.read',
    'changes.write',
    'deals.export',
    'deals.exportOwn',
    'contracts.read',
    'contracts.write',
    'contracts.review',
    'contracts.sign',
    'contracts.file',
    'contracts.drop',
    'payments.read',
    'payments.receive',
    'cases.read',
    ...papers,
    'documents.void',
    'documents.openKept',
    'views.share',
  ],
  money: [
    ...lookUps,
    ...customerFile,
    'subscriptions.read',
    'changes.read',
    'contracts.read',
    'payments.read',
    'payments.receive',
    'payments.void',
    'payments.refund',
    'payments.export',
    ...papers,
    'documents.void',
    'documents.openKept',
  ],
  warrants: [
    ...lookUps,
    ...customerFile,
    'subscriptions.read',
    'contracts.read',
    'contracts.file',
    'cases.read',
    'cases.write',
    'cases.assign',
    'cases.export',
    'payments.read',
    ...papers,
  ],
  administration: [
    ...lookUps,
    'settings.write',
    'accounts.read',
    'accounts.write',
    'privacy.read',
    'privacy.manage',
    'rights.read',
    'rights.write',
    'rights.confirm',
    'delegations.write',
    'terminals.manage',
    'health.read',
    'backups.manage',
    'keys.change',
    'events.read',
    'events.settle',
    'events.export',
    'days.read',
    'days.close',
    'days.reopen',
    'documents.read',
    'documents.issue',
    'documents.print',
    'documents.openKept',
    'projects.write',
    'units.import',
    'deals.import',
  ],
} as const satisfies Record<TerminalDesk, readonly Permission[]>;

/** True when a terminal limited to some desks carries a permission; `null` is one that is not limited. */
export function isCarried(desks: readonly TerminalDesk[] | null, permission: Permission): boolean {
  return desks === null || desks.some((desk) => carriedBy(desk).includes(permission));
}

function carriedBy(desk: TerminalDesk): readonly Permission[] {
  return carried[desk];
}
