import type { Screen } from './screen.ts';

/** Every screen that is looked at; a new screen is one line. */
export const screens: readonly Screen[] = [
  { name: '00-first-start', withoutOffice: true },
  { name: '00-people-of-the-demo' },
  { name: '01-today-consultant', post: 'consultant', path: '/today' },
  { name: '01-today-manager', post: 'manager', path: '/today' },
  { name: '01-today-finance', post: 'finance', path: '/today' },
  { name: '10-approvals', post: 'manager', path: '/today/approvals' },
  {
    name: '10-approval',
    post: 'manager',
    path: async (office) => {
      const pending = await office.approvals.list({ scope: 'forMe', state: 'pending' });
      const shown = pending.find(({ kind }) => kind === 'priceBelowAuthority') ?? pending[0];
      return `/today/approvals/${shown?.id ?? 0}`;
    },
  },
  {
    name: '10-approval-decided',
    post: 'manager',
    path: async (office) => {
      const decided = await office.approvals.list({ scope: 'all', state: 'approved' });
      return `/today/approvals/${decided[0]?.id ?? 0}`;
    },
  },
  { name: '20-board', post: 'manager', path: '/sales/board' },
  { name: '20-board-overview', post: 'manager', path: '/sales/board?view=overview' },
  {
    name: '20-board-drawer',
    post: 'consultant',
    path: async (office) => {
      const { units } = await office.units.board({});
      const shown = units.find(({ state }) => state === 'subscribed') ?? units[0];
      return `/sales/board?unit=${shown?.id ?? 0}`;
    },
  },
  { name: '21-units', post: 'manager', path: '/sales/units' },
  { name: '80-settings', post: 'administrator', path: '/administration/settings' },
  { name: '81-accounts', post: 'administrator', path: '/administration/accounts' },
  { name: '82-events', post: 'administrator', path: '/administration/events' },
];
