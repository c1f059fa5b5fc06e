import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { CustomerRating } from '../customers/states.ts';

/** Days to the next contact by rating, after a first and after a later contact; the setting `followUpDays`. */
export type FollowUpDays = {
  readonly first: Readonly<Record<CustomerRating, number>>;
  readonly next: Readonly<Record<CustomerRating, number>>;
};

/** A contact from which the next one is reckoned. */
export type LastContact = {
  readonly rating: CustomerRating;
  readonly on: LocalDate;
  readonly first: boolean;
  /** A day agreed with the customer, if any. */
  readonly promisedOn: LocalDate | null;
};

/**
 * The day on which a customer should be called next (management 1.10): the rating's interval or the promised day,
 * whichever is earlier. Off days move the interval to the next open day; a promised day is kept as promised.
 */
export function nextFollowUpOn(
  contact: LastContact,
  rules: FollowUpDays,
  isOffDay: (day: LocalDate) => boolean = () => false,
): LocalDate {
  const days = (contact.first ? rules.first : rules.next)[contact.rating];
  let due = addDays(contact.on, days);
  for (let moved = 0; moved < 30 && isOffDay(due); moved += 1) due = addDays(due, 1);
  return contact.promisedOn !== null && contact.promisedOn < due ? contact.promisedOn : due;
}
