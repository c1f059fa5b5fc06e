import type { z } from 'zod';
import type { contracts } from '#shared/api/contracts.ts';

/** A contract as the list shows it. */
export type ContractListRow = z.output<typeof contracts.list.output>['rows'][number];

/** Views that everybody finds in the list: what waits for whom. */
export const contractViews = ['all', 'toReview', 'toCorrect', 'toSign', 'toFile', 'done'] as const;
/** A view of the list. */
export type ContractView = (typeof contractViews)[number];

/** True for a contract that a view shows. A draft that came back with defects is to be corrected. */
export function inView(view: ContractView, row: Pick<ContractListRow, 'state' | 'openDefects'>): boolean {
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
