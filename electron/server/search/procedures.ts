import type { OpenDatabase } from '#db/connection.ts';
import { bookingsFound } from '#db/repositories/bookings.ts';
import { changesFound } from '#db/repositories/changes.ts';
import { listContracts } from '#db/repositories/contracts.ts';
import { customersByIds, subscriptionsOfCustomer } from '#db/repositories/customers.ts';
import { intentsWithLaunch } from '#db/repositories/intents.ts';
import { findSubjects } from '#db/repositories/search.ts';
import { buyersOf, listSubscriptions } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, liveSubscriptionOf, unitById } from '#db/repositories/units.ts';
import type { search } from '#shared/api/search.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { liesAt, typedPlace } from '#shared/domain/units/typed-place.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { syllablesOf } from '#shared/kernel/pinyin.ts';
import { nameFor, phoneFor } from '../customers/present.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';

/** Hits of each noun that a palette shows. */
const EACH = 8;

/** Fewer signs than these stand in too many numbers. */
const NUMBER_SIGNS = 3;

/** So many records of a noun that a search found lead on to others. */
const MOST_FOUND = 200;

const isLive = (state: string): boolean => liveSubscriptionStates.some((live) => live === state);

/** One's own customers first, then those that were spoken to last. */
function customersFound(context: QueryContext, ids: readonly number[]) {
  const { db, actor } = context;
  return customersByIds(db, ids.slice(0, 200))
    .filter((customer) => context.sees('customers', customer.ownerId))
    .toSorted(
      (a, b) => Number(b.ownerId === actor.id) - Number(a.ownerId === actor.id) || b.lastContactAt - a.lastContactAt,
    )
    .slice(0, EACH)
    .map((customer) => {
      const deal = subscriptionsOfCustomer(db, customer.id).find(({ subscription }) => isLive(subscription.state));
      return {
        noun: 'customers' as const,
        id: customer.id,
        title: customer.name,
        reading: syllablesOf(customer.name),
        phone: phoneFor(context, customer),
        owner: customer.ownerName,
        rating: customer.rating,
        deal: deal === undefined ? null : { unit: deal.unit, state: deal.unitState },
      };
    });
}

/** Names of the buyers of a subscription, in their order. */
function buyerNames({ db }: QueryContext, subscriptionId: number): string {
  return buyersOf(db, [subscriptionId])
    .map(({ customer }) => customer.name)
    .join('、');
}

/** Homes at a building and room that were typed as people say them, the entrance left out. */
function unitsAt(database: OpenDatabase, { db }: QueryContext, text: string): number[] {
  const place = typedPlace(text);
  if (place === undefined) return [];
  const terms = [`${place.building}-`, place.room].map((term) => ({ term, match: 'prefix' as const }));
  return findSubjects(database.client, terms, 'units').filter((id) => liesAt(labelOfUnit(db, id), place));
}

function unitFound(context: QueryContext, unitId: number) {
  const { db } = context;
  const unit = unitById(db, unitId);
  if (unit === undefined) return [];
  const deal = liveSubscriptionOf(db, unitId)?.subscription;
  const knows =
    deal !== undefined && context.can('subscriptions.read') && context.sees('subscriptions', deal.consultantId);
  return [
    {
      noun: 'units' as const,
      id: unit.id,
      title: labelOfUnit(db, unit.id),
      buyers: knows ? buyerNames(context, deal.id) : '',
      builtArea: unit.builtArea,
      price: deal?.price ?? unit.listPrice,
      state: unit.commercialState,
    },
  ];
}

/** Subscriptions that the person's list shows too: one's own, or all. */
function subscriptionsFound(context: QueryContext, ids: readonly number[]) {
  const whose = context.reach('subscriptions');
  return listSubscriptions(context.db, { whose, state: null, ids: ids.slice(0, 200) }).slice(0, EACH);
}

/** Contracts that the person's list shows too: those they sold or drafted, or all. */
function contractsFound(context: QueryContext, ids: readonly number[]) {
  const whose = context.reach('contracts');
  return listContracts(context.db, { whose, states: null, ids: ids.slice(0, 200) })
    .slice(0, EACH)
    .map(({ contract, subscription, consultant: _consultant, drafter: _drafter, ...unit }) => ({
      noun: 'contracts' as const,
      id: contract.id,
      title: contract.number,
      buyers: buyerNames(context, subscription.id),
      unit: unitLabel(unit),
      draftedOn: contract.draftedOn,
      signBy: subscription.signBy,
      signedOn: contract.signedOn,
      state: contract.state,
    }));
}

/** Intents by their own number or their customer, as far as the person sees the customer's file; those of whoever is only kept are not found. */
function intentsFound(context: QueryContext, ids: readonly number[], customerIds: readonly number[]) {
  const rows = [
    ...intentsWithLaunch(context.db, { ids: ids.slice(0, 200) }),
    ...intentsWithLaunch(context.db, { customerIds: customerIds.slice(0, 200) }),
  ];
  return [...new Map(rows.map((row) => [row.intent.id, row])).values()]
    .filter(({ customer }) => context.sees('customers', customer.ownerId) && customer.restrictedAt === null)
    .slice(0, EACH)
    .map(({ intent, customer, launch }) => ({
      noun: 'intents' as const,
      id: intent.id,
      title: intent.number,
      customer: nameFor(context, customer),
      launchId: launch.id,
      launch: launch.name,
      queueNo: intent.queueNo,
      state: intent.state,
    }));
}

/** What a search of papers goes by: what was typed, and the deals and homes of it. */
type PapersOf = { readonly number: string; readonly deals: readonly number[]; readonly units: readonly number[] };

/** Changes that the person's list shows too. */
function changesOfSearch(context: QueryContext, found: PapersOf & { readonly people: readonly number[] }) {
  return changesFound(context.db, context.reach('subscriptions'), found, EACH).map(({ change, ...unit }) => ({
    noun: 'changes' as const,
    id: change.id,
    title: change.number,
    kind: change.kind,
    unit: unitLabel(unit),
    buyers: buyerNames(context, change.subscriptionId),
    state: change.state,
  }));
}

/** Small bookings that the person's page of claims shows too. */
function bookingsOfSearch(context: QueryContext, found: Omit<PapersOf, 'deals'>, customers: readonly number[]) {
  const whose = context.reach('subscriptions');
  return bookingsFound(context.db, whose, { ...found, customers }, EACH).map(({ booking, customer, unit }) => ({
    noun: 'bookings' as const,
    id: booking.id,
    title: booking.number,
    unit,
    buyers: customer,
    expiresAt: booking.expiresAt,
    state: booking.state,
  }));
}

/** Handlers of the search behind Ctrl+K; what a post may not read is not found by it. */
export function searchHandlers(database: OpenDatabase): Handlers<typeof search> {
  return {
    find: (context, { text }) => {
      const terms = gramsOfQuery(text);
      const found = (noun: string) => findSubjects(database.client, terms, noun);
      const deals = context.can('subscriptions.read') ? subscriptionsFound(context, found('subscriptions')) : [];
      // Whoever looks for a buyer looks for the home as well.
      const ofBuyers = deals.filter(({ subscription }) => isLive(subscription.state));
      const homes = [
        ...unitsAt(database, context, text),
        ...found('units'),
        ...ofBuyers.map(({ subscription }) => subscription.unitId),
      ];
      const some = (ids: readonly number[]) => ids.slice(0, MOST_FOUND);
      const papers = {
        number: text.length < NUMBER_SIGNS ? '' : text,
        deals: some(found('subscriptions')),
        units: some(homes),
      };
      return [
        ...(context.can('customers.read') ? customersFound(context, found('customers')) : []),
        ...(context.can('board.read')
          ? [...new Set(homes)].slice(0, EACH).flatMap((id) => unitFound(context, id))
          : []),
        ...deals.map(({ subscription }) => ({
          noun: 'subscriptions' as const,
          id: subscription.id,
          title: subscription.number,
          buyers: buyerNames(context, subscription.id),
          subscribedOn: subscription.subscribedOn,
          signBy: subscription.signBy,
          state: subscription.state,
        })),
        ...(context.can('contracts.read') ? contractsFound(context, found('contracts')) : []),
        ...(context.can('launches.read') && context.can('customers.read')
          ? intentsFound(context, found('intents'), found('customers'))
          : []),
        ...(context.can('changes.read')
          ? changesOfSearch(context, { ...papers, people: some(found('customers')) })
          : []),
        ...(context.can('subscriptions.read') ? bookingsOfSearch(context, papers, some(found('customers'))) : []),
      ];
    },
  };
}
