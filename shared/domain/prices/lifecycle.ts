import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { lifecycle } from '../lifecycle.ts';
import { type PriceBatchState, priceBatchStates } from './states.ts';
import type { WhatIf } from './what-if.ts';

/** What may happen to a batch of price changes. `lapse` is the end of an approval that nobody decided. */
export const priceBatchEvents = [
  'edit',
  'submit',
  'approve',
  'sendBack',
  'lapse',
  'reject',
  'withdraw',
  'takeEffect',
] as const;
/** Event of a batch of price changes. */
export type PriceBatchEvent = (typeof priceBatchEvents)[number];

/** What the guards of a batch look at. `whatIf` is null while a screen only asks what is possible. */
export type PriceBatchFacts = {
  readonly today: LocalDate;
  readonly effectiveOn: LocalDate;
  readonly whatIf: Pick<WhatIf, 'units' | 'flags'> | null;
  /** Another batch that is asked for or agreed to and has a home of this one. */
  readonly overlap: string | null;
  /** Homes whose filed price would change too soon after it changed last; null where there are none. */
  readonly tooEarly: FiledTooEarly | null;
};

/** Homes whose filed price was changed less than the office's interval before: how many, when last, and from when again. */
export type FiledTooEarly = {
  readonly units: number;
  readonly number: string;
  readonly lastOn: LocalDate;
  readonly days: number;
  readonly earliestOn: LocalDate;
};

function notEmpty({ whatIf }: PriceBatchFacts): Refusal | undefined {
  return whatIf !== null && whatIf.units === 0 ? { code: 'BATCH_EMPTY' } : undefined;
}

function dayToCome({ today, effectiveOn }: PriceBatchFacts): Refusal | undefined {
  return effectiveOn < today ? { code: 'BATCH_DAY_PAST', params: { effectiveOn } } : undefined;
}

function reckoned({ whatIf }: PriceBatchFacts): Refusal | undefined {
  const units = whatIf === null ? 0 : whatIf.flags.areaMissing + whatIf.flags.outOfRange;
  return units > 0 ? { code: 'BATCH_PRICE_IMPOSSIBLE', params: { units } } : undefined;
}

function withinBand({ whatIf }: PriceBatchFacts): Refusal | undefined {
  const units = whatIf?.flags.outsideBand ?? 0;
  return units > 0 ? { code: 'BATCH_BREAKS_BAND', params: { units } } : undefined;
}

function alone({ overlap }: PriceBatchFacts): Refusal | undefined {
  return overlap === null ? undefined : { code: 'BATCH_OVERLAPS', params: { number: overlap } };
}

/** Custom (domain 4.16): cities say how long a filed price stands before it is filed anew. */
function filedLongEnough({ tooEarly }: PriceBatchFacts): Refusal | undefined {
  return tooEarly === null ? undefined : { code: 'BATCH_FILED_TOO_EARLY', params: { ...tooEarly } };
}

function dayHasCome({ today, effectiveOn }: PriceBatchFacts): Refusal | undefined {
  return effectiveOn > today ? { code: 'BATCH_DAY_TO_COME', params: { effectiveOn } } : undefined;
}

/** The life of a batch of price changes (调价批次). */
export const priceBatchLifecycle = lifecycle<PriceBatchState, PriceBatchEvent, PriceBatchFacts, never>({
  noun: 'priceBatch',
  states: priceBatchStates,
  initial: 'draft',
  final: ['effective', 'rejected', 'withdrawn'],
  events: priceBatchEvents,
  otherwise: ({ from, event }) =>
    event === 'edit' || event === 'submit' ? { code: 'BATCH_NOT_DRAFT', params: { state: from } } : undefined,
  transitions: [
    { from: ['draft', 'returned'], event: 'edit', to: 'itself', guards: [] },
    {
      from: ['draft', 'returned'],
      event: 'submit',
      to: 'pending',
      guards: [dayToCome, notEmpty, reckoned, withinBand, alone, filedLongEnough],
    },
    { from: 'pending', event: 'approve', to: 'approved', guards: [] },
    { from: 'pending', event: 'sendBack', to: 'returned', guards: [] },
    { from: 'pending', event: 'lapse', to: 'returned', guards: [] },
    { from: 'pending', event: 'reject', to: 'rejected', guards: [] },
    { from: ['draft', 'returned', 'pending', 'approved'], event: 'withdraw', to: 'withdrawn', guards: [] },
    { from: 'approved', event: 'takeEffect', to: 'effective', guards: [dayHasCome] },
  ],
});
