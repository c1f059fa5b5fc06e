import { bookingsOfCustomers } from '#db/repositories/bookings.ts';
import type { CustomerWithOwner } from '#db/repositories/customers.ts';
import { intentsWithLaunch, picksOfIntents } from '#db/repositories/intents.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import type { Claim } from './customer-money.ts';

type Intents = ReturnType<typeof intentsWithLaunch>;

/** The intents of people whose files the caller sees, the newest first; none for who may not read launches. */
export function intentsOf(context: QueryContext, people: readonly CustomerWithOwner[]): Intents {
  if (!context.can('launches.read')) return [];
  return intentsWithLaunch(context.db, { customerIds: people.map(({ id }) => id) });
}

/** Intents as the file of a customer shows them, with the home that each picked. */
export function presentIntents({ db }: Pick<QueryContext, 'db'>, customerId: number, rows: Intents) {
  const picks = picksOfIntents(
    db,
    rows.map(({ intent }) => intent.id),
  ).filter(({ pick }) => pick.state !== 'lapsed');
  const homes = new Map(picks.map(({ pick, ...unit }) => [pick.intentId, unitLabel(unit)]));
  return rows.map(({ intent, customer, launch }) => ({
    ...{ id: intent.id, number: intent.number, queueNo: intent.queueNo, drawPlace: intent.drawPlace },
    ...{ state: intent.state, at: intent.registeredAt, launchId: launch.id, launch: launch.name },
    of: customer.id === customerId ? null : customer.name,
    unit: homes.get(intent.id) ?? null,
  }));
}

/** The small bookings of a household that the caller sees, and intents with what was picked: what money and papers are of. */
export function claimsOfFile(context: QueryContext, ids: readonly number[], intents: Intents): Claim[] {
  const { db } = context;
  const booked = context.can('subscriptions.read')
    ? bookingsOfCustomers(db, ids).filter(({ booking }) => context.sees('subscriptions', booking.consultantId))
    : [];
  const picks = picksOfIntents(
    db,
    intents.map(({ intent }) => intent.id),
  );
  return [
    ...booked.map(({ booking, unit }) => ({ noun: 'bookings' as const, id: booking.id, unit })),
    ...intents.map(({ intent, launch }) => ({ noun: 'intents' as const, id: intent.id, unit: launch.name })),
    ...picks.map(({ pick, ...unit }) => ({ noun: 'launchPicks' as const, id: pick.id, unit: unitLabel(unit) })),
  ];
}
