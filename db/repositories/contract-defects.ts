import { aliasedTable, and, asc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { contractDefects, contractReviews } from '../schema/contracts.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** Defects raised from one instant until before another, the newest last, with their contract, home, raiser and drafter. */
export function defectsRaised(db: ReadDb, from: number, until: number) {
  const raiser = aliasedTable(accounts, 'raiser');
  const drafter = aliasedTable(accounts, 'drafter');
  return db
    .select({
      defect: contractDefects,
      number: contracts.number,
      draftedBy: contracts.draftedBy,
      consultantId: subscriptions.consultantId,
      raiser: raiser.name,
      drafter: drafter.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(contractDefects)
    .innerJoin(contracts, eq(contracts.id, contractDefects.contractId))
    .innerJoin(subscriptions, eq(subscriptions.id, contracts.subscriptionId))
    .innerJoin(raiser, eq(raiser.id, contractDefects.raisedBy))
    .innerJoin(drafter, eq(drafter.id, contracts.draftedBy))
    .innerJoin(units, eq(units.id, contracts.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(gte(contractDefects.raisedAt, from), lt(contractDefects.raisedAt, until)))
    .orderBy(asc(contractDefects.id))
    .all();
}

/** What reviewers said of some contracts, the oldest first, with their names. */
export function namedReviewsOf(db: ReadDb, contractIds: readonly number[]) {
  return db
    .select({
      contractId: contractReviews.contractId,
      round: contractReviews.round,
      level: contractReviews.level,
      reviewerId: contractReviews.reviewerId,
      reviewer: accounts.name,
      verdict: contractReviews.verdict,
    })
    .from(contractReviews)
    .innerJoin(accounts, eq(accounts.id, contractReviews.reviewerId))
    .where(inArray(contractReviews.contractId, [...contractIds]))
    .orderBy(asc(contractReviews.id))
    .all();
}
