import { eq, inArray } from 'drizzle-orm';
import type { ReadDb } from '#db/access.ts';
import type { OpenDatabase } from '#db/connection.ts';
import { customersByIds } from '#db/repositories/customers.ts';
import { findSubjects } from '#db/repositories/search.ts';
import { subscriptions } from '#db/schema/deals.ts';
import { buildings, units } from '#db/schema/inventory.ts';
import type { search } from '#shared/api/search.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { areaToDecimal } from '#shared/kernel/area.ts';
import { gramsOfQuery } from '#shared/kernel/grams.ts';
import { maySee, phoneFor } from '../customers/present.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';

/** Hits of each noun that a palette shows. */
const EACH = 8;

function unitsByIds(db: ReadDb, ids: readonly number[]) {
  return db
    .select({
      id: units.id,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
      houseType: units.houseType,
      builtArea: units.builtArea,
    })
    .from(units)
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(inArray(units.id, [...ids]))
    .all();
}

function customersFound(context: QueryContext, ids: readonly number[]) {
  const seesAll = context.can('customers.readAll');
  return customersByIds(context.db, ids.slice(0, 200))
    .filter((customer) => maySee(context.actor, customer, seesAll))
    .slice(0, EACH)
    .map((customer) => ({
      noun: 'customers' as const,
      id: customer.id,
      title: customer.name,
      detail: [phoneFor(context.actor, customer), customer.ownerName].filter(Boolean).join(' · '),
    }));
}

function subscriptionsFound({ db }: QueryContext, ids: readonly number[]) {
  return db
    .select({ id: subscriptions.id, number: subscriptions.number, subscribedOn: subscriptions.subscribedOn })
    .from(subscriptions)
    .where(inArray(subscriptions.id, ids.slice(0, EACH)))
    .all()
    .map(({ id, number, subscribedOn }) => ({
      noun: 'subscriptions' as const,
      id,
      title: number,
      detail: subscribedOn,
    }));
}

/** Handlers of the search behind Ctrl+K; what a post may not read is not found by it. */
export function searchHandlers(database: OpenDatabase): Handlers<typeof search> {
  return {
    find: (context, { text }) => {
      const terms = gramsOfQuery(text);
      const found = (noun: string) => findSubjects(database.client, terms, noun);
      const homes = context.can('board.read') ? unitsByIds(context.db, found('units').slice(0, EACH)) : [];
      return [
        ...(context.can('customers.read') ? customersFound(context, found('customers')) : []),
        ...homes.map((unit) => ({
          noun: 'units' as const,
          id: unit.id,
          title: unitLabel(unit),
          detail: `${unit.houseType} ${areaToDecimal(unit.builtArea)} m²`.trim(),
        })),
        ...(context.can('subscriptions.read') ? subscriptionsFound(context, found('subscriptions')) : []),
      ];
    },
  };
}
