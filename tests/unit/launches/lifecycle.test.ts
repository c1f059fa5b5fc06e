import { describe, expect, it } from 'vitest';
import {
  type IntentEvent,
  type IntentFacts,
  intentEvents,
  intentLifecycle,
} from '#shared/domain/launches/intent-lifecycle.ts';
import {
  type LaunchEvent,
  type LaunchFacts,
  launchEvents,
  launchLifecycle,
} from '#shared/domain/launches/lifecycle.ts';
import { type IntentState, intentStates, type LaunchState, launchStates } from '#shared/domain/launches/states.ts';
import { decide, lifecycleFaults } from '#shared/domain/lifecycle.ts';

const launch: LaunchFacts = {
  units: 10,
  desks: 2,
  released: true,
  listed: 5,
  seedRefusal: undefined,
  listUnchanged: true,
  groupsLeft: 1,
  turnsOpen: 0,
};
const intent: IntentFacts = {
  now: 1000,
  drawPlace: 3,
  groupCalled: true,
  passes: 0,
  passesAllowed: 1,
  turn: { ours: true, endsAt: 2000 },
};
const launchCode = (state: LaunchState, event: LaunchEvent, change: Partial<LaunchFacts> = {}) =>
  decide(launchLifecycle, state, event, { ...launch, ...change }).refused?.code;
const intentCode = (state: IntentState, event: IntentEvent, change: Partial<IntentFacts> = {}) =>
  decide(intentLifecycle, state, event, { ...intent, ...change }).refused?.code;

describe('The life of a launch', () => {
  it('is sound', () => {
    expect(lifecycleFaults(launchLifecycle)).toEqual([]);
  });

  it('lets exactly these steps happen', () => {
    const seen = launchStates.map((state) => [
      state,
      launchEvents.flatMap((event) => {
        const decision = decide(launchLifecycle, state, event, launch);
        return decision.refused || event === 'plan' ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      planning: ['openRegistration → registering', 'end → ended'],
      registering: ['register → registering', 'closeList → listed', 'end → ended'],
      listed: ['draw → drawn', 'end → ended'],
      drawn: ['callGroup → running', 'end → ended'],
      running: ['callGroup → running', 'work → running', 'pause → paused', 'end → ended'],
      paused: ['resume → running', 'end → ended'],
      ended: [],
    });
  });

  it('says why not, in the words of a launch', () => {
    expect(launchCode('planning', 'openRegistration', { units: 0 })).toBe('LAUNCH_WITHOUT_UNITS');
    expect(launchCode('planning', 'openRegistration', { desks: 0 })).toBe('LAUNCH_WITHOUT_DESKS');
    expect(launchCode('planning', 'register')).toBe('LAUNCH_NOT_OPEN');
    expect(launchCode('listed', 'register')).toBe('LAUNCH_LIST_CLOSED');
    expect(launchCode('registering', 'closeList', { listed: 0 })).toBe('LAUNCH_LIST_EMPTY');
    expect(launchCode('listed', 'draw', { listUnchanged: false })).toBe('LAUNCH_LIST_CHANGED');
    for (const state of ['drawn', 'running', 'paused', 'ended'] as const)
      expect(launchCode(state, 'draw')).toBe('DRAW_DONE');
    for (const state of launchStates)
      if (state !== 'running') expect(launchCode(state, 'work')).toBe('LAUNCH_NOT_RUNNING');
    expect(launchCode('drawn', 'callGroup', { released: false })).toBe('LAUNCH_NOT_RELEASED');
    expect(launchCode('running', 'callGroup', { groupsLeft: 0 })).toBe('LAUNCH_GROUPS_CALLED');
    expect(launchCode('running', 'end', { turnsOpen: 2 })).toBe('LAUNCH_TURNS_OPEN');
  });
});

describe('The life of an intent', () => {
  it('is sound', () => {
    expect(lifecycleFaults(intentLifecycle)).toEqual([]);
  });

  it('lets exactly these steps happen', () => {
    const seen = intentStates.map((state) => [
      state,
      intentEvents.flatMap((event) => {
        const decision = decide(intentLifecycle, state, event, intent);
        return decision.refused ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      registered: ['pay → paid', 'call → called', 'withdraw → withdrawn'],
      paid: ['unpay → registered', 'call → called', 'withdraw → withdrawn'],
      called: ['pick → picked', 'pass → passed', 'noShow → noShow'],
      picked: ['convert → converted', 'lapse → passed'],
      passed: ['call → called', 'withdraw → withdrawn'],
      noShow: ['call → called', 'withdraw → withdrawn'],
      converted: [],
      withdrawn: [],
    });
  });

  it('says why not, in the words of a launch', () => {
    expect(intentCode('registered', 'call', { drawPlace: null })).toBe('INTENT_NOT_LISTED');
    expect(intentCode('registered', 'call', { groupCalled: false })).toBe('INTENT_NOT_CALLED');
    expect(intentCode('passed', 'call', { passes: 1 })).toBeUndefined();
    expect(intentCode('passed', 'call', { passes: 2 })).toBe('INTENT_PASSES_USED');
    expect(intentCode('registered', 'pick')).toBe('INTENT_NOT_CALLED');
    expect(intentCode('called', 'pick', { turn: null })).toBe('PICK_OUT_OF_TURN');
    expect(intentCode('called', 'pick', { turn: { ours: false, endsAt: 2000 } })).toBe('PICK_OUT_OF_TURN');
    expect(intentCode('called', 'pick', { now: 2000 })).toBe('PICK_TIME_OVER');
    expect(intentCode('picked', 'pick')).toBe('INTENT_PICKED');
    expect(intentCode('converted', 'withdraw')).toBe('INTENT_PICKED');
  });
});
