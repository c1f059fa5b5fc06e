import { and, eq, gt, ne } from 'drizzle-orm';
import type { LaunchFact, PickFact, UnpaidIntentFact } from '#shared/domain/tasks/facts.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';
import type { ReadDb } from '../access.ts';
import { customers } from '../schema/customers.ts';
import { buildings, units } from '../schema/inventory.ts';
import { intents, launches, launchPicks } from '../schema/launches.ts';

/** Launches that are not over. */
export function launchesAhead(db: ReadDb): LaunchFact[] {
  return db
    .select({ launchId: launches.id, name: launches.name, state: launches.state, opensAt: launches.opensAt })
    .from(launches)
    .where(ne(launches.state, 'ended'))
    .all()
    .flatMap(({ state, ...launch }) => (state === 'ended' ? [] : { ...launch, state }));
}

/** Whom somebody registered for a launch that asks for earnest money and does not have it, while its list is open. */
export function unpaidIntents(db: ReadDb, consultantId: number): UnpaidIntentFact[] {
  return db
    .select({
      customerId: intents.customerId,
      customer: customers.name,
      consultantId: intents.consultantId,
      queueNo: intents.queueNo,
      amount: launches.intentMoney,
      opensAt: launches.opensAt,
    })
    .from(intents)
    .innerJoin(launches, eq(launches.id, intents.launchId))
    .innerJoin(customers, eq(customers.id, intents.customerId))
    .where(
      and(
        eq(intents.consultantId, consultantId),
        eq(intents.state, 'registered'),
        eq(launches.state, 'registering'),
        gt(launches.intentMoney, ZERO_FEN),
      ),
    )
    .all();
}

/** The homes that are kept for whom somebody registered, until they are subscribed. */
export function picksToSubscribe(db: ReadDb, consultantId: number): PickFact[] {
  return db
    .select({
      unitId: launchPicks.unitId,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
      customer: customers.name,
      consultantId: intents.consultantId,
      expiresAt: launchPicks.expiresAt,
    })
    .from(launchPicks)
    .innerJoin(intents, eq(intents.id, launchPicks.intentId))
    .innerJoin(customers, eq(customers.id, intents.customerId))
    .innerJoin(units, eq(units.id, launchPicks.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(eq(launchPicks.state, 'held'), eq(intents.consultantId, consultantId)))
    .all()
    .map(({ unitId, customer, consultantId: of, expiresAt, ...unit }) => ({
      ...{ unitId, customer, consultantId: of, expiresAt },
      unit: unitLabel(unit),
    }));
}
