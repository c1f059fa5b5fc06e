import type Database from 'better-sqlite3';
import {
  quietCustomers,
  type RetainedCustomer,
  type RetainedDeal,
  retainedCustomers,
  retainedDeals,
} from '#db/repositories/retention.ts';
import {
  isDue,
  type Retention,
  type RetentionDeal,
  type RetentionTerms,
  retentionOf,
} from '#shared/domain/privacy/retention.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { grouped } from '#shared/kernel/grouped.ts';
import { addMonths, dayOf, instantOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** A customer with class and term. */
export type Retained = { readonly id: number; readonly lastContactOn: LocalDate; readonly retention: Retention };

const live: readonly string[] = liveSubscriptionStates;

function latest(days: readonly (LocalDate | null)[]): LocalDate | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}

/** When a deal ended: rescinded, cancelled, or carried out with the last money and the last case; null while it lives. */
function dealOf(deal: RetainedDeal): RetentionDeal {
  const { state, unitState, signedOn, endedOn, subscribedOn, lastEventOn, lastMoneyOn, lastCaseOn, openCases } = deal;
  if (signedOn !== null) {
    const carriedOut = unitState === 'paidUp' && openCases === 0 ? latest([signedOn, lastMoneyOn, lastCaseOn]) : null;
    return { signed: true, endedOn: endedOn ?? carriedOut };
  }
  const ended = live.includes(state) ? null : (latest([subscribedOn, lastEventOn]) ?? subscribedOn);
  return { signed: false, endedOn: ended };
}

function retainedOf(client: Database.Database, found: readonly RetainedCustomer[], terms: RetentionTerms): Retained[] {
  const deals = grouped(
    retainedDeals(
      client,
      found.map(({ id }) => id),
    ),
    ({ customerId }) => customerId,
  );
  return found.map(({ id, lastContactAt, followedUp }) => {
    const own = deals.get(id) ?? [];
    const lastContactOn = dayOf(lastContactAt);
    const facts = {
      lastContactOn,
      followedUp: followedUp === 1,
      deals: own.map(dealOf),
      lastMoneyOn: latest(own.map(({ lastMoneyOn }) => lastMoneyOn)),
    };
    return { id, lastContactOn, retention: retentionOf(facts, terms) };
  });
}

/** Class and term of one customer. */
export function retentionOfCustomer(client: Database.Database, id: number, terms: RetentionTerms): Retention {
  const [found] = retainedOf(client, retainedCustomers(client, [id]), terms);
  return found?.retention ?? { class: 'live', dueOn: null, papersUntil: null };
}

/** Class and term of some customers. */
export function retentionOfCustomers(client: Database.Database, ids: readonly number[], terms: RetentionTerms) {
  return retainedOf(client, retainedCustomers(client, ids), terms);
}

/** Every customer whose term has ended, the oldest first; who is held or has a live deal is not among them. */
export function dueCustomers(client: Database.Database, terms: RetentionTerms, today: LocalDate): Retained[] {
  const shortest = Math.min(terms.visitorMonths, terms.leadMonths);
  const quiet = quietCustomers(client, instantOf(addMonths(today, -shortest)) + 86_400_000);
  return retainedOf(client, quiet, terms).filter(({ retention }) => isDue(retention, today));
}
