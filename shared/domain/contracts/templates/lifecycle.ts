import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { lifecycle } from '../../lifecycle.ts';
import { type TemplateState, templateStates } from './states.ts';

/** What happens to a version of a contract text. */
export const templateEvents = ['edit', 'submit', 'withdraw', 'sendBack', 'approve', 'retire', 'drop'] as const;
/** What happens to a version of a contract text. */
export type TemplateEvent = (typeof templateEvents)[number];

/** What the rules of a version look at. */
export type TemplateFacts = {
  readonly today: LocalDate;
  readonly actorId: number | null;
  /** Who wrote it or submitted it, and whoever they act for: they do not approve it (decision 19). */
  readonly authorIds: readonly number[];
  /** Findings of the check that stop it. */
  readonly blocking: number;
  /** The day from which it is to be used; null where none is named. */
  readonly activeFrom: LocalDate | null;
};

/** Nothing in it is void, undeclared or left to be filled in. */
function checkClear({ blocking }: TemplateFacts): Refusal | undefined {
  return blocking > 0 ? { code: 'TEMPLATE_NOT_CLEAR', params: { count: blocking } } : undefined;
}

/** Somebody else approves than who wrote it. */
function notOwnText({ actorId, authorIds }: TemplateFacts): Refusal | undefined {
  return actorId === null || authorIds.includes(actorId) ? { code: 'OWN_WORK' } : undefined;
}

/** It comes into use on a day that is not past: contracts of that day were drafted in another text. */
function usedFromNowOn({ activeFrom, today }: TemplateFacts): Refusal | undefined {
  return activeFrom === null || activeFrom < today ? { code: 'TEMPLATE_DAY_PAST' } : undefined;
}

/**
 * A version of a contract text (合同文本版本): it begins as a copy, is approved by somebody else, and stays as it was: a
 * contract keeps the version it was drafted in, also when that is used no longer.
 */
export const templateLifecycle = lifecycle<TemplateState, TemplateEvent, TemplateFacts, never>({
  noun: 'contractTemplate',
  states: templateStates,
  initial: 'draft',
  final: ['retired'],
  events: templateEvents,
  transitions: [
    { from: 'draft', event: 'edit', to: 'draft', guards: [] },
    { from: 'draft', event: 'submit', to: 'inApproval', guards: [checkClear] },
    { from: 'inApproval', event: 'withdraw', to: 'draft', guards: [] },
    { from: 'inApproval', event: 'sendBack', to: 'draft', guards: [notOwnText] },
    { from: 'inApproval', event: 'approve', to: 'approved', guards: [notOwnText, checkClear, usedFromNowOn] },
    { from: 'approved', event: 'retire', to: 'retired', guards: [] },
    { from: 'draft', event: 'drop', to: 'retired', guards: [] },
  ],
});
