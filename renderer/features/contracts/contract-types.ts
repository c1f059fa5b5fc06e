import type { z } from 'zod';
import type { contracts } from '#shared/api/contracts.ts';

/** A contract as the office presents it. */
export type ContractDetail = z.output<typeof contracts.detail.output>;

/** A contract as the list shows it. */
export type ContractListRow = z.output<typeof contracts.list.output>['rows'][number];
