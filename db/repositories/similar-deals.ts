import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import { unitLabel } from '#shared/domain/units/label.ts';
import type { ReadDb } from '../access.ts';
import { approvals } from '../schema/approvals.ts';
import { subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import type { UnitRow } from './units.ts';

/** Standing deals of the same house type and use, newest first, each with the post by which its price was required. */
export function dealsLike(db: ReadDb, unit: UnitRow, exceptId: number, limit: number) {
  if (unit.houseType === '') return [];
  return db
    .select({
      subscription: subscriptions,
      consultant: accounts.name,
      decidedFor: approvals.requiredPost,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(subscriptions)
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .leftJoin(
      approvals,
      and(
        eq(approvals.noun, 'subscriptions'),
        eq(approvals.subjectId, subscriptions.id),
        eq(approvals.kind, 'priceBelowAuthority'),
        eq(approvals.state, 'approved'),
      ),
    )
    .where(
      and(
        eq(units.houseType, unit.houseType),
        eq(units.use, unit.use),
        ne(subscriptions.id, exceptId),
        inArray(subscriptions.state, ['approved', 'depositComplete', 'converted']),
      ),
    )
    .orderBy(desc(subscriptions.subscribedOn), desc(subscriptions.id))
    .limit(limit)
    .all()
    .map(({ subscription, consultant, decidedFor, ...place }) => ({
      subscription,
      consultant,
      decidedFor,
      unit: unitLabel(place),
    }));
}

/** Earlier requests about the price of what a customer wanted to buy, newest first. */
export function priceRequestsOf(db: ReadDb, customerId: number, exceptId: number) {
  return db
    .select({ state: approvals.state, facts: approvals.facts, requestedAt: approvals.requestedAt })
    .from(approvals)
    .innerJoin(
      subscriptionBuyers,
      and(eq(approvals.noun, 'subscriptions'), eq(subscriptionBuyers.subscriptionId, approvals.subjectId)),
    )
    .where(
      and(
        eq(subscriptionBuyers.customerId, customerId),
        eq(approvals.kind, 'priceBelowAuthority'),
        ne(approvals.id, exceptId),
      ),
    )
    .orderBy(desc(approvals.id), asc(subscriptionBuyers.position))
    .all();
}
