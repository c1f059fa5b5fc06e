import type { Refusal } from '#shared/kernel/errors.ts';
import { lifecycle } from '../lifecycle.ts';
import { type ChangeState, changeStates } from './kinds.ts';

/** What may happen to a change that somebody asked for. */
export const changeEvents = ['approve', 'sendBack', 'resubmit', 'reject', 'withdraw', 'expire', 'execute'] as const;
/** Event of a change. */
export type ChangeEvent = (typeof changeEvents)[number];

/** What is to be done beside the state: the change itself, in the same transaction. */
export type ChangeAct = 'carryOut';

/** What the guards of a change look at. */
export type ChangeFacts = {
  /** They asked for it, or may end the deals of others. */
  readonly mayWithdraw: boolean;
  readonly isRequester: boolean;
  /** Papers outside and money that has not gone back: what must be done before it is carried out. */
  readonly openPoints: readonly Refusal[];
  /** The deal would come out otherwise than it was shown when it was asked for. */
  readonly figuresMoved: boolean;
};

/** A change of which nothing is known: nothing stands in its way, and nobody may touch it. */
export function bareChangeFacts(): ChangeFacts {
  return { mayWithdraw: false, isRequester: false, openPoints: [], figuresMoved: false };
}

function byRequester({ isRequester }: ChangeFacts): Refusal | undefined {
  return isRequester ? undefined : { code: 'APPROVAL_NOT_REQUESTER' };
}

function byRequesterOrManager({ mayWithdraw }: ChangeFacts): Refusal | undefined {
  return mayWithdraw ? undefined : { code: 'APPROVAL_NOT_REQUESTER' };
}

function figuresAsShown({ figuresMoved }: ChangeFacts): Refusal | undefined {
  return figuresMoved ? { code: 'CHANGE_FIGURES_MOVED' } : undefined;
}

function nothingOpen({ openPoints }: ChangeFacts): Refusal | undefined {
  return openPoints.length === 0 ? undefined : { code: 'CHANGE_OPEN_POINTS', params: { count: openPoints.length } };
}

const somethingOpen = ({ openPoints }: ChangeFacts) => openPoints.length > 0;

/**
 * A change of a deal (变更申请): asked for, decided by its ladder, and carried out with the last yes, or later where
 * papers are outside or money must go back first.
 */
export const changeLifecycle = lifecycle<ChangeState, ChangeEvent, ChangeFacts, ChangeAct>({
  noun: 'change',
  states: changeStates,
  initial: 'pending',
  final: ['executed', 'rejected', 'withdrawn', 'lapsed'],
  events: changeEvents,
  transitions: [
    { from: 'pending', event: 'approve', to: 'approved', when: somethingOpen, guards: [figuresAsShown] },
    { from: 'pending', event: 'approve', to: 'executed', guards: [figuresAsShown], effects: ['carryOut'] },
    { from: 'pending', event: 'sendBack', to: 'returned', guards: [] },
    { from: 'returned', event: 'resubmit', to: 'pending', guards: [byRequester] },
    { from: 'pending', event: 'reject', to: 'rejected', guards: [] },
    { from: ['pending', 'returned', 'approved'], event: 'withdraw', to: 'withdrawn', guards: [byRequesterOrManager] },
    { from: ['pending', 'returned', 'approved'], event: 'expire', to: 'lapsed', guards: [] },
    {
      from: 'approved',
      event: 'execute',
      to: 'executed',
      guards: [nothingOpen, figuresAsShown],
      effects: ['carryOut'],
    },
  ],
});
