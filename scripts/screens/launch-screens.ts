import {
  busyDesk,
  drawnLaunch,
  endBigScreen,
  hallOfLaunch,
  launchSlips,
  launchTotals,
  leftIntent,
  paidIntent,
  showBigScreen,
  someIntent,
  someLaunch,
  typeSlip,
} from './launch-addresses.ts';
import type { Screen } from './screen.ts';
import { asks, stretch } from './steps.ts';

/** The screens of launches and of their day; those of one that picks come last, since looking at them begins it. */
export const launchScreens: readonly Screen[] = [
  { name: '01-launches', post: 'manager', path: '/sales/launches' },
  { name: '01-launch-plan', post: 'manager', path: '/sales/launches?plan=new' },
  { name: '01-launch', post: 'manager', path: someLaunch },
  { name: '01-launch-intent', post: 'finance', path: someIntent },
  { name: '01-launch-intent-paid', post: 'finance', path: paidIntent },
  {
    name: '01-launch-receive',
    post: 'finance',
    path: someIntent,
    steps: asks(({ launches }) => launches.receive),
  },
  { name: '01-launch-intent-left', post: 'manager', path: leftIntent },
  {
    name: '01-launch-intent-refund',
    post: 'manager',
    path: leftIntent,
    steps: asks(({ payments }) => payments.askRefund),
  },
  { name: '01-launch-drawn', post: 'manager', path: drawnLaunch },
  { name: '01-launch-desk', post: 'consultant', path: busyDesk },
  { name: '01-launch-totals', post: 'manager', path: launchTotals },
  { name: '01-launch-big-screen', post: 'manager', path: hallOfLaunch, steps: showBigScreen, after: endBigScreen },
  { name: '01-launch-slips', post: 'manager', path: launchSlips },
  {
    name: '01-launch-slips-enter',
    post: 'manager',
    path: launchSlips,
    steps: asks(({ launchDay }) => launchDay.slips.enter),
  },
  {
    name: '01-launch-register',
    post: 'consultant',
    path: someLaunch,
    steps: asks(({ launches }) => launches.acts.register),
  },
  { name: '01-launch-slips-typed', post: 'manager', path: launchSlips, steps: typeSlip },
  { name: '70-long-launch', post: 'manager', path: drawnLaunch, steps: stretch },
  { name: '70-long-launch-desk', post: 'consultant', path: busyDesk, steps: stretch },
  { name: '70-long-launch-totals', post: 'manager', path: launchTotals, steps: stretch },
  { name: '70-long-launch-slips', post: 'manager', path: launchSlips, steps: stretch },
  { name: '70-long-launch-intent', post: 'finance', path: paidIntent, steps: stretch },
];
