import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { lifecycle } from '../lifecycle.ts';
import { firstReminderOn } from './renewal.ts';
import { type PartnerAgreementState, partnerAgreementStates } from './states.ts';

/** What may happen to a partner agreement. `expireRequest` is the end of an approval that nobody decided. */
export const partnerAgreementEvents = [
  'edit',
  'submit',
  'approve',
  'sendBack',
  'expireRequest',
  'reject',
  'withdraw',
  'renew',
  'lapse',
  'terminate',
] as const;
/** Event of a partner agreement. */
export type PartnerAgreementEvent = (typeof partnerAgreementEvents)[number];

/** What the guards look at. `remindDays` are the office's days before the end, the longest first. */
export type PartnerAgreementFacts = {
  readonly today: LocalDate;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly remindDays: readonly number[];
};

function daysInOrder({ fromOn, toOn }: PartnerAgreementFacts): Refusal | undefined {
  return toOn < fromOn ? { code: 'PARTNER_ENDS_FIRST', params: { fromOn, toOn } } : undefined;
}

function notOver({ today, toOn }: PartnerAgreementFacts): Refusal | undefined {
  return toOn < today ? { code: 'PARTNER_OVER', params: { toOn } } : undefined;
}

/** Only one whose end is near is let go; before that it is ended, which is another thing to answer for. */
function endIsNear({ today, toOn, remindDays }: PartnerAgreementFacts): Refusal | undefined {
  const fromOn = firstReminderOn(toOn, remindDays);
  return today < fromOn ? { code: 'PARTNER_END_FAR', params: { toOn, fromOn } } : undefined;
}

/** The life of a contract of the department with a partner (合作合同). */
export const partnerAgreementLifecycle = lifecycle<
  PartnerAgreementState,
  PartnerAgreementEvent,
  PartnerAgreementFacts,
  never
>({
  noun: 'partnerAgreement',
  states: partnerAgreementStates,
  initial: 'draft',
  final: ['renewed', 'lapsed', 'terminated', 'rejected', 'withdrawn'],
  events: partnerAgreementEvents,
  otherwise: ({ from, event }) =>
    event === 'edit' || event === 'submit'
      ? { code: 'PARTNER_NOT_DRAFT', params: { state: from } }
      : { code: 'PARTNER_NOT_ACTIVE', params: { state: from } },
  transitions: [
    { from: ['draft', 'returned'], event: 'edit', to: 'itself', guards: [] },
    { from: ['draft', 'returned'], event: 'submit', to: 'pending', guards: [daysInOrder, notOver] },
    { from: 'pending', event: 'approve', to: 'active', guards: [] },
    { from: 'pending', event: 'sendBack', to: 'returned', guards: [] },
    { from: 'pending', event: 'expireRequest', to: 'returned', guards: [] },
    { from: 'pending', event: 'reject', to: 'rejected', guards: [] },
    { from: ['draft', 'returned', 'pending'], event: 'withdraw', to: 'withdrawn', guards: [] },
    { from: 'active', event: 'renew', to: 'renewed', guards: [] },
    { from: 'active', event: 'lapse', to: 'lapsed', guards: [endIsNear] },
    { from: 'active', event: 'terminate', to: 'terminated', guards: [] },
  ],
});
