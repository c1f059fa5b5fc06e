import type { z } from 'zod';
import type { Tone } from '#renderer/components/signal.tsx';
import type { prices } from '#shared/api/prices.ts';
import type { PriceBatchState } from '#shared/domain/prices/states.ts';

/** A batch of the list. */
export type Batch = z.output<typeof prices.list.output>[number];
/** A batch with all that its page shows. */
export type BatchDetail = z.output<typeof prices.detail.output>;
/** What a batch comes to. */
export type WhatIfAnswer = z.output<typeof prices.preview.output>;
/** A home of it. */
export type WhatIfRow = WhatIfAnswer['rows'][number];
/** What rules can be about. */
export type Choices = z.output<typeof prices.choices.output>;

/** Meaning of each state. */
export const batchTones: Readonly<Record<PriceBatchState, Tone>> = {
  draft: 'plain',
  pending: 'amber',
  returned: 'amber',
  approved: 'ink',
  effective: 'ok',
  rejected: 'seal',
  withdrawn: 'plain',
};
