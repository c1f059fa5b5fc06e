import { consentLinesOf, newestNotice, openConsent } from '#db/repositories/consents.ts';
import { customers } from '#db/schema/customers.ts';
import { consents } from '#db/schema/privacy.ts';
import type { Language } from '#shared/domain/accounts/posts.ts';
import { mayBeCalled, standingsOf } from '#shared/domain/privacy/consents.ts';
import { firstNotice } from '#shared/domain/privacy/notice-text.ts';
import type { ConsentMethod, ConsentPurpose } from '#shared/domain/privacy/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';

/** The notice in force in a language: the office's own, else the program's as edition 0. */
export function noticeInForce({ db }: Pick<QueryContext, 'db'>, language: Language) {
  const own = newestNotice(db, language);
  return own === undefined ? { edition: 0, body: firstNotice[language] } : { edition: own.edition, body: own.body };
}

type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'now'>;

/** What was agreed, how, on which day, after which text, and who took it down. */
export type GivenConsents = {
  readonly purposes: readonly ConsentPurpose[];
  readonly method: ConsentMethod;
  readonly on: LocalDate;
  /** None where nobody knows what was read. */
  readonly notice: { readonly language: Language; readonly edition: number } | null;
  readonly takenBy: number | null;
};

/**
 * Writes down what a customer agreed to, a line for each purpose; what is agreed already stays as it is. For use within
 * an act of its own, such as a registration. Answers the purposes that are new.
 */
export function giveConsents({ db, tx, now }: Writing, customerId: number, what: GivenConsents): ConsentPurpose[] {
  const fresh = what.purposes.filter((purpose) => openConsent(db, customerId, purpose) === undefined);
  for (const purpose of fresh)
    tx.insert(consents, {
      customerId,
      purpose,
      method: what.method,
      language: what.notice?.language ?? null,
      edition: what.notice?.edition ?? null,
      givenOn: what.on,
      takenBy: what.takenBy,
      recordedAt: now,
    });
  return fresh;
}

/** Checks that a text that was read is one of the office's. Throws NOTICE_UNKNOWN. */
export function checkNotice(context: Pick<QueryContext, 'db'>, language: Language, edition: number): void {
  if (edition > noticeInForce(context, language).edition) throw new DomainError('NOTICE_UNKNOWN');
}

/** A customer agrees no longer: the line is closed, and with the follow-up goes the day of the next call. */
export function withdrawConsent(
  { db, tx, actor }: CommandContext,
  customer: { readonly id: number; readonly nextFollowUpOn: LocalDate | null; readonly state: string },
  { purpose, via, on }: { readonly purpose: ConsentPurpose; readonly via: ConsentMethod; readonly on: LocalDate },
): void {
  const open = openConsent(db, customer.id, purpose);
  if (open === undefined) throw new DomainError('CONSENT_NOT_GIVEN');
  if (on < open.givenOn) throw new DomainError('CONSENT_DAY_WRONG');
  tx.update(consents, open.id, { withdrawnOn: on, withdrawnBy: actor.id, withdrawnVia: via });
  const called = purpose !== 'followUp' || mayBeCalled('withdrawn', hasDeal(customer));
  if (!called && customer.nextFollowUpOn !== null) tx.update(customers, customer.id, { nextFollowUpOn: null });
}

/** Throws FOLLOW_UP_WITHDRAWN for whoever is not to be called any more. */
export function checkMayBeCalled(
  { db }: Pick<QueryContext, 'db'>,
  customer: { readonly id: number; readonly state: string },
): void {
  const { followUp } = standingsOf(consentLinesOf(db, customer.id));
  if (!mayBeCalled(followUp, hasDeal(customer))) throw new DomainError('FOLLOW_UP_WITHDRAWN');
}

function hasDeal({ state }: { readonly state: string }): boolean {
  return state === 'subscribed' || state === 'signed';
}
