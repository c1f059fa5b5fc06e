import { describe, expect, it } from 'vitest';
import { stalePages } from '#scripts/diagrams.ts';
import { approvalStates } from '#shared/domain/approvals/kinds.ts';
import { approvalLifecycle } from '#shared/domain/approvals/lifecycle.ts';
import { changeStates } from '#shared/domain/changes/kinds.ts';
import { changeLifecycle } from '#shared/domain/changes/lifecycle.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { contractStates } from '#shared/domain/contracts/states.ts';
import {
  canOf,
  decide,
  decideOrRefuse,
  eventsFrom,
  type Lifecycle,
  legalRefusal,
  lifecycle,
  lifecycleFaults,
} from '#shared/domain/lifecycle.ts';
import { articleOf, articles } from '#shared/domain/settings/articles.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import { subscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import { unitEncumbranceAxis } from '#shared/domain/units/encumbrance.ts';
import { unitLegal } from '#shared/domain/units/legal.ts';
import { unitPostSale } from '#shared/domain/units/post-sale.ts';
import { DomainError } from '#shared/kernel/errors.ts';

type Door = 'open' | 'shut' | 'walled';
type DoorEvent = 'shut' | 'open' | 'paint' | 'wall';

const door = lifecycle<Door, DoorEvent, { readonly blocked: boolean; readonly key: boolean }, 'ring'>({
  noun: 'door',
  states: ['open', 'shut', 'walled'],
  initial: 'open',
  final: ['walled'],
  events: ['shut', 'open', 'paint', 'wall'],
  transitions: [
    {
      from: 'open',
      event: 'shut',
      to: 'shut',
      guards: [(facts) => (facts.blocked ? { code: 'UNIT_TAKEN' } : undefined)],
      effects: ['ring'],
    },
    { from: 'shut', event: 'open', to: 'open', when: (facts) => facts.key, guards: [] },
    { from: ['open', 'shut'], event: 'paint', to: 'itself', guards: [] },
    { from: 'shut', event: 'wall', to: 'walled', guards: [] },
  ],
});
const facts = { blocked: false, key: true };

describe('One mechanism decides what may happen to a record', () => {
  it('answers with the next state and the effects as data', () => {
    expect(decide(door, 'open', 'shut', facts)).toEqual({ next: 'shut', effects: ['ring'] });
    expect(decide(door, 'shut', 'paint', facts)).toEqual({ next: 'shut', effects: [] });
  });

  it('refuses with the code of the guard, and with the state where nothing leads on', () => {
    expect(decide(door, 'open', 'shut', { ...facts, blocked: true })).toEqual({ refused: { code: 'UNIT_TAKEN' } });
    expect(decide(door, 'shut', 'open', { ...facts, key: false }).refused?.code).toBe('NOT_IN_THIS_STATE');
    expect(decide(door, 'walled', 'open', facts).refused?.params).toEqual({
      noun: 'door',
      state: 'walled',
      event: 'open',
    });
  });

  it('throws the refusal inside a command, so that the transaction is undone', () => {
    expect(() => decideOrRefuse(door, 'walled', 'open', facts)).toThrow(DomainError);
    expect(decideOrRefuse(door, 'open', 'shut', facts).next).toBe('shut');
  });

  it('tells a screen for each button whether it may be pressed, and why not', () => {
    expect(canOf(door, 'open', { ...facts, blocked: true }, ['shut', 'paint'])).toEqual({
      shut: { code: 'UNIT_TAKEN' },
      paint: true,
    });
    expect(eventsFrom(door, 'shut')).toEqual(['open', 'paint', 'wall']);
  });

  it('finds the faults of a table', () => {
    const broken: typeof door = {
      ...door,
      final: [],
      transitions: [...door.transitions.slice(1, 3), { from: 'shut', event: 'open', to: 'open', guards: [] }],
    };
    expect(lifecycleFaults(door)).toEqual([]);
    expect(lifecycleFaults(broken)).toEqual([
      'shut cannot be reached',
      'walled cannot be reached',
      'walled is not declared final',
      'shut does nothing',
      'wall does nothing',
    ]);
  });

  it('carries the article of the law in the parameters of a refusal', () => {
    const refusal = legalRefusal('DEPOSIT_OVER_CAP', 'civilCode586', { capFen: 5 });
    expect(refusal).toEqual({ code: 'DEPOSIT_OVER_CAP', params: { capFen: 5, article: 'civilCode586' } });
    expect(articleOf(refusal.params)).toBe(articles.civilCode586);
    expect(articleOf({ article: 'nothing' })).toBeUndefined();
    expect(articleOf(undefined)).toBeUndefined();
  });
});

function faultsOf<S extends string, E extends string, F, X extends string>(table: Lifecycle<S, E, F, X>): string[] {
  return lifecycleFaults(table);
}

describe('The tables of the office are sound', () => {
  it('reaches every state, leaves no final one, and hides no row', () => {
    expect(faultsOf(unitCommercial)).toEqual([]);
    expect(faultsOf(unitLegal)).toEqual([]);
    expect(faultsOf(unitEncumbranceAxis)).toEqual([]);
    expect(faultsOf(unitPostSale)).toEqual([]);
    expect(faultsOf(subscriptionLifecycle)).toEqual([]);
    expect(faultsOf(contractLifecycle)).toEqual([]);
    expect(faultsOf(approvalLifecycle)).toEqual([]);
    expect(faultsOf(changeLifecycle)).toEqual([]);
  });

  it('takes the states from the lists that the database checks too', () => {
    expect(subscriptionLifecycle.states).toBe(subscriptionStates);
    expect(contractLifecycle.states).toBe(contractStates);
    expect(approvalLifecycle.states).toBe(approvalStates);
    expect(changeLifecycle.states).toBe(changeStates);
  });

  it('keeps the pages of docs/states as the tables are', () => {
    expect(stalePages()).toEqual([]);
  });
});
