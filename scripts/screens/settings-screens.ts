import type { Screen } from './screen.ts';
import {
  asks,
  changeCaseSteps,
  changeDiscounts,
  changeInstructions,
  changePlanLines,
  changeRequiredFiles,
} from './steps.ts';

/** The settings of the office: their list, and the editors of single ones. */
export const settingsScreens: readonly Screen[] = [
  { name: '80-settings', post: 'administrator', path: '/administration/settings' },
  {
    name: '80-setting',
    post: 'administrator',
    path: '/administration/settings',
    steps: asks(({ settings }) => settings.changeTitle),
  },
  {
    name: '80-setting-cases',
    post: 'administrator',
    path: '/administration/settings',
    steps: changeCaseSteps,
  },
  {
    name: '80-setting-plans',
    post: 'administrator',
    path: '/administration/settings',
    steps: changePlanLines,
  },
  {
    name: '80-setting-discounts',
    post: 'administrator',
    path: '/administration/settings',
    steps: changeDiscounts,
  },
  {
    name: '80-setting-files',
    post: 'administrator',
    path: '/administration/settings',
    steps: changeRequiredFiles,
  },
  {
    name: '80-setting-texts',
    post: 'administrator',
    path: '/administration/settings',
    steps: changeInstructions,
  },
];
