import type { officeApi } from './index.ts';

/**
 * Which records the questions of each noun look at: when one of these changes, their answers are asked for again. `*`
 * follows everything. Names are those of the tables, as the live change tells them.
 */
export const follows = {
  session: ['accounts', 'office', 'projects'],
  setup: [],
  accounts: ['accounts'],
  projects: ['projects', 'permits', 'buildings', 'units'],
  units: ['units', 'unit_locks', 'unit_holds', 'buildings', 'permits', 'subscriptions', 'contracts'],
  imports: ['imports', 'units'],
  customers: [
    'customers',
    'quotes',
    'visits',
    'follow_ups',
    'subscriptions',
    'households',
    'receipts',
    'documents',
    'prints',
    'units',
  ],
  visits: ['visits', 'customers', 'accounts'],
  quotes: ['quotes', 'subscriptions', 'units', 'customers', 'settings'],
  subscriptions: ['subscriptions', 'receipts', 'approvals', 'units', 'customers', 'contracts', 'settings'],
  contracts: [
    'contracts',
    'subscriptions',
    'receipts',
    'units',
    'buildings',
    'permits',
    'projects',
    'customers',
    'documents',
    'prints',
    'settings',
  ],
  payments: ['receipts', 'subscriptions'],
  cases: ['cases', 'case_papers', 'contracts', 'receipts', 'subscriptions'],
  approvals: ['approvals', 'subscriptions', 'units'],
  documents: ['documents', 'prints', 'contracts'],
  tasks: ['*'],
  search: [],
  settings: ['settings'],
  events: ['*'],
} as const satisfies Record<keyof typeof officeApi, readonly string[]>;
