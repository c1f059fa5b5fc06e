import { contractIn, firstBook, flawedPreview, previewOf } from './addresses.ts';
import type { Screen } from './screen.ts';
import { issueMany, lastFinding, nextFinding } from './steps.ts';

/** Prints, the numbers and the seals, and the pages before they are printed. */
export const printScreens: readonly Screen[] = [
  { name: '06-prints', post: 'backOffice', path: '/contracts/prints?scope=all' },
  { name: '06-seals', post: 'backOffice', path: '/contracts/seals' },
  { name: '06-numbers', post: 'manager', path: '/contracts/numbers?series=HT' },
  { name: '06-printers', post: 'backOffice', path: '/contracts/printers?kind=saleContract' },
  { name: '06-papers-in-one-go', post: 'backOffice', path: '/contracts/subscriptions', steps: issueMany },
  { name: '06-contract-preview', post: 'backOffice', path: previewOf(contractIn('draft')), steps: nextFinding },
  { name: '06-contract-preview-amber', post: 'backOffice', path: flawedPreview, steps: lastFinding },
  { name: '06-print-preview', post: 'backOffice', path: firstBook },
];
