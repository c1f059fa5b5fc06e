import { type ContractState, liveContractStates } from './states.ts';

/** True for a contract that holds no home any more: nobody will pay its price. */
export function isEnded(state: ContractState): boolean {
  return !liveContractStates.some((live) => live === state);
}

/** Views that everybody finds in the list of contracts: what waits for whom. */
export const contractViews = ['all', 'toReview', 'toCorrect', 'toSign', 'toFile', 'done', 'ended'] as const;
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
    case 'ended':
      return isEnded(row.state);
  }
}
