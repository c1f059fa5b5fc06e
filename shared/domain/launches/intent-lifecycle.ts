import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle, type Step } from '../lifecycle.ts';
import { type IntentState, intentStates } from './states.ts';

/** What happens to an intent. */
export const intentEvents = ['pay', 'unpay', 'call', 'pick', 'pass', 'noShow', 'convert', 'lapse', 'withdraw'] as const;
/** What happens to an intent. */
export type IntentEvent = (typeof intentEvents)[number];

/** What the rules of an intent look at. Instants in UTC ms. */
export type IntentFacts = {
  readonly now: number;
  /** The place that was drawn; null before the draw and for whoever is not on the list. */
  readonly drawPlace: number | null;
  /** The group of the place was called up. */
  readonly groupCalled: boolean;
  /** How often the turn went by, by a pass, by nobody coming, or by a pick that lapsed. */
  readonly passes: number;
  /** How often it may go by without being the last. */
  readonly passesAllowed: number;
  /** Whose turn it is at the desk that asks, and until when; null where nobody stands. */
  readonly turn: { readonly ours: boolean; readonly endsAt: number } | null;
};

type IntentStep = Step<IntentState, IntentEvent>;

/** The draw gave a place. */
function placeDrawn({ drawPlace }: IntentFacts): Refusal | undefined {
  return drawPlace === null ? { code: 'INTENT_NOT_LISTED' } : undefined;
}

/** The group of the place was called up. */
function groupUp({ groupCalled }: IntentFacts): Refusal | undefined {
  return groupCalled ? undefined : { code: 'INTENT_NOT_CALLED' };
}

/** The turn may come again: it went by no more often than the launch allows. */
function turnLeft({ passes, passesAllowed }: IntentFacts): Refusal | undefined {
  return passes > passesAllowed ? { code: 'INTENT_PASSES_USED', params: { limit: passesAllowed } } : undefined;
}

/** It is this intent's turn at this desk. */
function turnHere({ turn }: IntentFacts): Refusal | undefined {
  return turn?.ours === true ? undefined : { code: 'PICK_OUT_OF_TURN' };
}

/** The time of the turn is not over. */
function timeLeft({ turn, now }: IntentFacts): Refusal | undefined {
  return turn !== null && turn.endsAt <= now ? { code: 'PICK_TIME_OVER', params: { endedAt: turn.endsAt } } : undefined;
}

/** Why something cannot be done in this state, in the words of a launch. */
function otherwise({ from, event }: IntentStep): Refusal | undefined {
  if (from === 'picked' || from === 'converted') return { code: 'INTENT_PICKED' };
  const atDesk: readonly IntentEvent[] = ['pick', 'pass', 'noShow'];
  return atDesk.includes(event) && from !== 'withdrawn' ? { code: 'INTENT_NOT_CALLED' } : undefined;
}

/** An intent (认筹): registered, perhaps paid, called to a desk, and what became of its turn. */
export const intentLifecycle = lifecycle<IntentState, IntentEvent, IntentFacts, never>({
  noun: 'intent',
  states: intentStates,
  initial: 'registered',
  final: ['converted', 'withdrawn'],
  events: intentEvents,
  otherwise,
  transitions: [
    { from: 'registered', event: 'pay', to: 'paid', guards: [] },
    { from: 'paid', event: 'unpay', to: 'registered', guards: [] },
    {
      from: ['registered', 'paid', 'passed', 'noShow'],
      event: 'call',
      to: 'called',
      guards: [placeDrawn, groupUp, turnLeft],
    },
    { from: 'called', event: 'pick', to: 'picked', guards: [turnHere, timeLeft] },
    { from: 'called', event: 'pass', to: 'passed', guards: [turnHere] },
    { from: 'called', event: 'noShow', to: 'noShow', guards: [turnHere] },
    { from: 'picked', event: 'convert', to: 'converted', guards: [] },
    { from: 'picked', event: 'lapse', to: 'passed', guards: [] },
    { from: ['registered', 'paid', 'passed', 'noShow'], event: 'withdraw', to: 'withdrawn', guards: [] },
  ],
});
