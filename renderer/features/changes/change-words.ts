import type { z } from 'zod';
import type { Tone } from '#renderer/components/signal.tsx';
import type { changes } from '#shared/api/changes.ts';
import type { ChangeState } from '#shared/domain/changes/kinds.ts';

/** A change as a row of the list. */
export type ChangeRow = z.output<typeof changes.list.output>['rows'][number];

/** A change with everything that its page shows. */
export type ChangePage = z.output<typeof changes.detail.output>;

/** What the office reckons of a change before anybody asks for it. */
export type Simulated = z.output<typeof changes.simulate.output>;

/** What is asked for. */
export type ChangeAsk = ChangePage['ask'];

/** The states of a change in colours. */
export const changeTones = {
  pending: 'amber',
  returned: 'amber',
  approved: 'ink',
  executed: 'ok',
  rejected: 'seal',
  withdrawn: 'plain',
  lapsed: 'plain',
} as const satisfies Record<ChangeState, Tone>;
