import type { ContractState } from './states.ts';

/** Views that everybody finds in the list of contracts: what waits for whom. */
export const contractViews = ['all', 'toReview', 'toCorrect', 'toSign', 'toFile', 'done'] as const;
/** A view of the list. */
export type ContractView = (typeof contractViews)[number];

/** True for a contract that a view shows. A draft that came back with defects is to be corrected. */
export function inView(
  view: ContractView,
  row: { readonly state: ContractState; readonly openDefects: number },
): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'toReview':
      return row.state === 'inReview';
    case 'toCorrect':
      return row.state === 'draft' && row.openDefects > 0;
    case 'toSign':
      return row.state === 'approved' || row.state === 'printed';
    case 'toFile':
      return row.state === 'signed';
    case 'done':
      return row.state === 'filed';
  }
}
