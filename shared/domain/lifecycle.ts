import { DomainError, type Refusal } from '../kernel/errors.ts';
import type { ArticleKey } from './settings/articles.ts';

/** What a guard is asked about: the state the thing is in and the event that is wanted. */
export type Step<State extends string, Event extends string> = { readonly from: State; readonly event: Event };

/**
 * A condition of a transition: a named pure function that answers with a refusal, or with undefined when it is content.
 * The name is shown in the generated tables of `docs/states`.
 */
export type Guard<Facts, State extends string = string, Event extends string = string> = (
  facts: Facts,
  step: Step<State, Event>,
) => Refusal | undefined;

/**
 * One row of a transition table; `itself` where something changes but not the state. Rows of the same state and event are
 * told apart by `when`, in their order.
 */
export type Transition<State extends string, Event extends string, Facts, Effect extends string> = {
  readonly from: State | readonly State[];
  readonly event: Event;
  readonly to: State | 'itself';
  readonly when?: (facts: Facts) => boolean;
  readonly guards: readonly Guard<Facts, State, Event>[];
  readonly effects?: readonly Effect[];
};

/** The states of a thing and everything that may happen to it. The whole rule book of a noun is one of these. */
export type Lifecycle<State extends string, Event extends string, Facts, Effect extends string> = {
  readonly noun: string;
  readonly states: readonly State[];
  readonly initial: State;
  readonly final: readonly State[];
  readonly events: readonly Event[];
  readonly transitions: readonly Transition<State, Event, Facts, Effect>[];
  /** A better refusal than `NOT_IN_THIS_STATE` where no transition leaves the state by the event. */
  readonly otherwise?: (step: Step<State, Event>, facts: Facts) => Refusal | undefined;
};

/** What `decide` answers: a refusal, or the next state with what is to be done in the same transaction. */
export type Decision<State extends string, Effect extends string> =
  | { readonly refused: Refusal }
  | { readonly refused?: undefined; readonly next: State; readonly effects: readonly Effect[] };

/** What may be done with a record, event by event: true, or why not. */
export type Can<Event extends string> = Readonly<Record<Event, true | Refusal>>;

/** Declares a lifecycle; here only so that states, events and effects are inferred and checked against each other. */
export function lifecycle<State extends string, Event extends string, Facts, Effect extends string>(
  table: Lifecycle<State, Event, Facts, Effect>,
): Lifecycle<State, Event, Facts, Effect> {
  return table;
}

/** The states a transition leaves, as a list. */
export function sourcesOf<State extends string>(transition: {
  readonly from: State | readonly State[];
}): readonly State[] {
  return typeof transition.from === 'string' ? [transition.from] : transition.from;
}

/** The state a transition leads to from one of its sources. */
export function targetOf<State extends string>(transition: { readonly to: State | 'itself' }, from: State): State {
  return transition.to === 'itself' ? from : transition.to;
}

/**
 * Decides one event. Refuses with the first refusal of the transition's guards in their order; with the lifecycle's own
 * sentence or `NOT_IN_THIS_STATE` where nothing leaves the state by this event.
 */
export function decide<State extends string, Event extends string, Facts, Effect extends string>(
  table: Lifecycle<State, Event, Facts, Effect>,
  from: State,
  event: Event,
  facts: Facts,
): Decision<State, Effect> {
  const step = { from, event };
  const transition = table.transitions.find(
    (row) => row.event === event && sourcesOf(row).includes(from) && (row.when?.(facts) ?? true),
  );
  if (!transition)
    return {
      refused: table.otherwise?.(step, facts) ?? {
        code: 'NOT_IN_THIS_STATE',
        params: { noun: table.noun, state: from, event },
      },
    };
  for (const guard of transition.guards) {
    const refused = guard(facts, step);
    if (refused) return { refused };
  }
  return { next: targetOf(transition, from), effects: transition.effects ?? [] };
}

/** Decides one event inside a command; throws the refusal as a `DomainError`, which undoes the transaction. */
export function decideOrRefuse<State extends string, Event extends string, Facts, Effect extends string>(
  table: Lifecycle<State, Event, Facts, Effect>,
  from: State,
  event: Event,
  facts: Facts,
): { readonly next: State; readonly effects: readonly Effect[] } {
  const decision = decide(table, from, event, facts);
  if (decision.refused) throw DomainError.from(decision.refused);
  return decision;
}

/** What may be done now and why not, for the buttons of a record: only the events asked for. */
export function canOf<State extends string, Event extends string, Facts, Effect extends string, Asked extends Event>(
  table: Lifecycle<State, Event, Facts, Effect>,
  state: State,
  facts: Facts,
  events: readonly Asked[],
): Can<Asked> {
  const can: Partial<Record<Asked, true | Refusal>> = {};
  for (const event of events) can[event] = decide(table, state, event, facts).refused ?? true;
  return can as Can<Asked>;
}

/** Events that some transition knows in this state, whatever the facts; a screen shows no button for the others. */
export function eventsFrom<State extends string, Event extends string, Facts, Effect extends string>(
  table: Lifecycle<State, Event, Facts, Effect>,
  state: State,
): Event[] {
  return table.events.filter((event) =>
    table.transitions.some((row) => row.event === event && sourcesOf(row).includes(state)),
  );
}

/** States that can be reached from the initial one, whatever the facts. */
export function reachableStates<State extends string, Event extends string, Facts, Effect extends string>(
  table: Lifecycle<State, Event, Facts, Effect>,
): ReadonlySet<State> {
  const reached = new Set<State>([table.initial]);
  for (const state of reached)
    for (const row of table.transitions) if (sourcesOf(row).includes(state)) reached.add(targetOf(row, state));
  return reached;
}

/** Faults of a table itself, in words; empty when it is sound. Every noun's test asks for it. */
export function lifecycleFaults<State extends string, Event extends string, Facts, Effect extends string>(
  table: Lifecycle<State, Event, Facts, Effect>,
): string[] {
  const faults: string[] = [];
  const reached = reachableStates(table);
  for (const state of table.states) {
    if (!reached.has(state)) faults.push(`${state} cannot be reached`);
    const leaves = table.transitions.some((row) => sourcesOf(row).includes(state));
    if (table.final.includes(state) === leaves) faults.push(`${state} is ${leaves ? '' : 'not '}declared final`);
    for (const event of table.events) {
      const rows = table.transitions.filter((row) => row.event === event && sourcesOf(row).includes(state));
      if (rows.slice(0, -1).some((row) => !row.when)) faults.push(`${event} from ${state} hides a later row`);
    }
  }
  for (const event of table.events)
    if (!table.transitions.some((row) => row.event === event)) faults.push(`${event} does nothing`);
  return faults;
}

/** A refusal that the law asks for: the article travels in its parameters, so it reaches the screen and the log. */
export function legalRefusal(code: Refusal['code'], article: ArticleKey, params: Refusal['params'] = {}): Refusal {
  return { code, params: { ...params, article } };
}
