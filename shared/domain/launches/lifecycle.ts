import type { Refusal } from '../../kernel/errors.ts';
import { lifecycle, type Step } from '../lifecycle.ts';
import { type LaunchState, launchStates } from './states.ts';

/** What happens to a launch. `register` and `work` change nothing of it: they are what its desks ask for. */
export const launchEvents = [
  'plan',
  'openRegistration',
  'register',
  'closeList',
  'draw',
  'callGroup',
  'work',
  'pause',
  'resume',
  'end',
] as const;
/** What happens to a launch. */
export type LaunchEvent = (typeof launchEvents)[number];

/** What the rules of a launch look at. */
export type LaunchFacts = {
  /** Homes that are offered. */
  readonly units: number;
  readonly desks: number;
  /** Its release was carried out. */
  readonly released: boolean;
  /** Intents that may be drawn: with their money where the launch asks for it. */
  readonly listed: number;
  /** Why the typed seed will not do. */
  readonly seedRefusal: Refusal | undefined;
  /** The published list and what is registered still have the same hash. */
  readonly listUnchanged: boolean;
  /** Groups that were not called yet. */
  readonly groupsLeft: number;
  /** Desks at which somebody's time runs. */
  readonly turnsOpen: number;
};

type LaunchStep = Step<LaunchState, LaunchEvent>;

/** There is something to pick, and somewhere to pick it. */
function planComplete({ units, desks }: LaunchFacts): Refusal | undefined {
  if (units === 0) return { code: 'LAUNCH_WITHOUT_UNITS' };
  return desks === 0 ? { code: 'LAUNCH_WITHOUT_DESKS' } : undefined;
}

/** Somebody takes part. */
function somebodyListed({ listed }: LaunchFacts): Refusal | undefined {
  return listed === 0 ? { code: 'LAUNCH_LIST_EMPTY' } : undefined;
}

/** A public seed was typed. */
function seedGiven({ seedRefusal }: LaunchFacts): Refusal | undefined {
  return seedRefusal;
}

/** What is drawn is the list that was published. */
function listAsPublished({ listUnchanged }: LaunchFacts): Refusal | undefined {
  return listUnchanged ? undefined : { code: 'LAUNCH_LIST_CHANGED' };
}

/** The homes may be sold by now. */
function homesReleased({ released }: LaunchFacts): Refusal | undefined {
  return released ? undefined : { code: 'LAUNCH_NOT_RELEASED' };
}

/** A group waits to be called. */
function groupLeft({ groupsLeft }: LaunchFacts): Refusal | undefined {
  return groupsLeft === 0 ? { code: 'LAUNCH_GROUPS_CALLED' } : undefined;
}

/** Nobody stands at a desk. */
function desksEmpty({ turnsOpen }: LaunchFacts): Refusal | undefined {
  return turnsOpen > 0 ? { code: 'LAUNCH_TURNS_OPEN', params: { count: turnsOpen } } : undefined;
}

/** Why something cannot be done in this state, in the words of a launch. */
function otherwise({ from, event }: LaunchStep): Refusal | undefined {
  const drawn: readonly LaunchState[] = ['drawn', 'running', 'paused', 'ended'];
  if (event === 'draw' && drawn.includes(from)) return { code: 'DRAW_DONE' };
  if (event === 'register' || event === 'closeList')
    return { code: from === 'planning' ? 'LAUNCH_NOT_OPEN' : 'LAUNCH_LIST_CLOSED' };
  return event === 'work' ? { code: 'LAUNCH_NOT_RUNNING', params: { state: from } } : undefined;
}

/** A launch (开盘): planned, registered for, listed, drawn, run desk by desk, ended. */
export const launchLifecycle = lifecycle<LaunchState, LaunchEvent, LaunchFacts, never>({
  noun: 'launch',
  states: launchStates,
  initial: 'planning',
  final: ['ended'],
  events: launchEvents,
  otherwise,
  transitions: [
    {
      from: ['planning', 'registering', 'listed', 'drawn', 'running', 'paused'],
      event: 'plan',
      to: 'itself',
      guards: [],
    },
    { from: 'planning', event: 'openRegistration', to: 'registering', guards: [planComplete] },
    { from: 'registering', event: 'register', to: 'itself', guards: [] },
    { from: 'registering', event: 'closeList', to: 'listed', guards: [planComplete, somebodyListed] },
    { from: 'listed', event: 'draw', to: 'drawn', guards: [seedGiven, listAsPublished] },
    { from: ['drawn', 'running'], event: 'callGroup', to: 'running', guards: [planComplete, homesReleased, groupLeft] },
    { from: 'running', event: 'work', to: 'itself', guards: [] },
    { from: 'running', event: 'pause', to: 'paused', guards: [] },
    { from: 'paused', event: 'resume', to: 'running', guards: [] },
    {
      from: ['planning', 'registering', 'listed', 'drawn', 'running', 'paused'],
      event: 'end',
      to: 'ended',
      guards: [desksEmpty],
    },
  ],
});
