import { openCase, refundsOfTheMonth } from './addresses.ts';
import type { Screen } from './screen.ts';
import { asks } from './steps.ts';

/** Money, warrants and what waits at their desks. */
export const moneyScreens: readonly Screen[] = [
  { name: '07-money', post: 'finance', path: '/money' },
  {
    name: '07-money-void',
    post: 'finance',
    path: '/money',
    steps: asks(({ payments }) => payments.voidOf),
  },
  { name: '07-money-refunds', post: 'finance', path: refundsOfTheMonth },
  { name: '07-money-invoices', post: 'finance', path: '/money?view=invoices' },
  { name: '07-money-due', post: 'finance', path: '/money?view=due' },
  {
    name: '07-money-letter',
    post: 'finance',
    path: '/money?view=due&terms=[]',
    steps: asks(({ letters }) => letters.writeFor, 'main'),
  },
  {
    name: '07-money-take',
    post: 'finance',
    path: '/money?view=due&terms=[]',
    steps: asks(({ payments }) => payments.receiveMoneyFor),
  },
  { name: '07-warrants', post: 'warrantOfficer', path: '/warrants' },
  { name: '07-warrants-filing', post: 'warrantOfficer', path: '/warrants?tab=filing' },
  { name: '07-warrants-loans', post: 'warrantOfficer', path: '/warrants?tab=loans' },
  { name: '07-warrants-case', post: 'warrantOfficer', path: openCase },
  { name: '07-warrants-case-manager', post: 'manager', path: openCase },
  {
    name: '07-warrants-loan',
    post: 'warrantOfficer',
    path: openCase,
    steps: asks(({ cases }) => cases.loan, 'main'),
  },
  { name: '02-today-warrants', post: 'warrantOfficer', path: '/today' },
];
