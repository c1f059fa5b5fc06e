import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { FollowUpMethod } from '../visits/states.ts';

/** For how long a contact protects its owner; the settings `protectionDays` and `firstFollowDays`. */
export type ProtectionRules = {
  readonly protectionDays: { readonly call: number; readonly visit: number };
  readonly firstFollowDays: number;
};

/** A contact that counts (有效跟进); a call or a message by whatever wire is a call, whoever came has visited. */
export type EffectiveContact = { readonly on: LocalDate; readonly by: 'call' | 'visit' };

/** An ownership as far as its clock is concerned. `until` is the last day on which it holds. */
export type Protection = { readonly since: LocalDate; readonly until: LocalDate; readonly visited: boolean };

/** The protection that a first registration gives: it ends early unless something effective follows in time. */
export function startProtection(first: EffectiveContact, rules: ProtectionRules): Protection {
  return { since: first.on, until: addDays(first.on, rules.firstFollowDays), visited: first.by === 'visit' };
}

/**
 * The protection after a further effective contact (management 1.6): its last day is the contact's day plus 7 when only
 * calls were exchanged, plus 15 once somebody came; never shortened. A contact after the end extends nothing.
 */
export function extendProtection(current: Protection, contact: EffectiveContact, rules: ProtectionRules): Protection {
  if (contact.on > current.until || contact.on < current.since) return current;
  const visited = current.visited || contact.by === 'visit';
  const until = addDays(contact.on, visited ? rules.protectionDays.visit : rules.protectionDays.call);
  return { since: current.since, until: until > current.until ? until : current.until, visited };
}

/** The protection after a row of contacts, the first of which is the registration; undefined without any. */
export function protectionOf(contacts: readonly EffectiveContact[], rules: ProtectionRules): Protection | undefined {
  const [first, ...rest] = contacts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return (
    first && rest.reduce((current, contact) => extendProtection(current, contact, rules), startProtection(first, rules))
  );
}

/** A follow-up as written down. Instants in UTC ms. */
export type FollowUpRecord = {
  readonly method: FollowUpMethod;
  readonly reached: boolean;
  readonly content: string;
  readonly nextOn: LocalDate | null;
  readonly closingReason: string;
  readonly happenedAt: number;
  readonly recordedAt: number;
};

/** Shortest note that counts, in characters, and how late it may be written down, in hours (custom). */
export const EFFECTIVE_NOTE_LENGTH = 10;
export const RECORDED_WITHIN_HOURS = 24;

/**
 * True when a follow-up counts (management 1.5): the customer was reached and answered, the note says something, it
 * names the next day or why there is none, and it was written down within 24 hours.
 */
export function isEffective(record: FollowUpRecord): boolean {
  const late = record.recordedAt - record.happenedAt > RECORDED_WITHIN_HOURS * 3_600_000;
  const noted = [...record.content.trim()].length >= EFFECTIVE_NOTE_LENGTH;
  return record.reached && noted && !late && (record.nextOn !== null || record.closingReason.trim() !== '');
}
