import type { Refusal } from '../../kernel/errors.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { CompetitorFacts, HandbookTopic } from './topics.ts';

/** An entry as somebody wants it to be. */
export type WrittenEntry = {
  readonly topic: HandbookTopic;
  readonly body: string;
  readonly facts: CompetitorFacts;
  readonly asOf: LocalDate;
  readonly validUntil: LocalDate | null;
};

/** Why an entry can't stand; undefined when it can. */
export function entryRefusal({ topic, body, facts, asOf, validUntil }: WrittenEntry, today: LocalDate) {
  const empty: Refusal = { code: 'HANDBOOK_EMPTY' };
  if (body === '' && (topic !== 'competitors' || Object.keys(facts).length === 0)) return empty;
  const future: Refusal = { code: 'HANDBOOK_AS_OF_FUTURE', params: { today } };
  if (asOf > today) return future;
  const ends: Refusal = { code: 'HANDBOOK_ENDS_FIRST' };
  return validUntil !== null && validUntil < asOf ? ends : undefined;
}

/** True for an entry whose time is over: it is shown as such, and not told to customers any more. */
export function isOver({ validUntil }: { readonly validUntil: LocalDate | null }, today: LocalDate): boolean {
  return validUntil !== null && validUntil < today;
}
