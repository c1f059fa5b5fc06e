import { boardAsOf } from '#db/repositories/board-as-of.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { liveDeals, unitsOf } from '#db/repositories/units.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/**
 * The names of those who buy the homes of a building, by deal: only of deals that the person may open, and of nobody for
 * whoever may not read customers. People have the names that they have now, also on a board of the past.
 */
export function buyersOfBuilding(context: QueryContext, buildingId: number, at: number | null) {
  const { db, now } = context;
  if (!context.can('customers.read')) return [];
  const past = at === null ? undefined : boardAsOf(db, Math.min(at, now));
  const homes = new Set(
    (past?.units ?? unitsOf(db, null)).filter((unit) => unit.buildingId === buildingId).map(({ id }) => id),
  );
  const deals = (past?.deals ?? liveDeals(db, past === undefined ? [...homes] : null)).filter(
    ({ unitId, accountId }) => homes.has(unitId) && context.sees('subscriptions', accountId),
  );
  const names = new Map<number, string[]>();
  for (const { subscriptionId, customer } of buyersOf(
    db,
    deals.map(({ subscriptionId: id }) => id),
  ))
    names.set(subscriptionId, [...(names.get(subscriptionId) ?? []), customer.name]);
  return deals.map(({ subscriptionId, unitId }) => ({
    id: subscriptionId,
    unitId,
    names: names.get(subscriptionId) ?? [],
  }));
}
