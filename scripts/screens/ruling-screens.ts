import { someBuyer } from './addresses.ts';
import type { Screen } from './screen.ts';
import { asks } from './steps.ts';

/** The register of rulings on customers, one of them, and how one is asked for. */
export const rulingScreens: readonly Screen[] = [
  { name: '03-rulings', post: 'supervisor', path: '/reception/rulings' },
  { name: '03-ruling', post: 'supervisor', path: '/reception/rulings?ruling=2' },
  { name: '04-customer-ruling', post: 'manager', path: someBuyer, steps: asks(({ rulings }) => rulings.openIt) },
];
