import type { Screen } from './screen.ts';

/** Every screen that is looked at; a new screen is one line. */
export const screens: readonly Screen[] = [
  { name: '00-first-start', withoutOffice: true },
  { name: '00-people-of-the-demo' },
  { name: '01-today-consultant', post: 'consultant', path: '/today' },
  { name: '01-today-manager', post: 'manager', path: '/today' },
  { name: '80-settings', post: 'administrator', path: '/administration/settings' },
  { name: '81-accounts', post: 'administrator', path: '/administration/accounts' },
  { name: '82-events', post: 'administrator', path: '/administration/events' },
];
