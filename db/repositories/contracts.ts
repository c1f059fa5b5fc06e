import { and, asc, count, desc, eq, getTableColumns, inArray, ne, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ContractState } from '#shared/domain/contracts/states.ts';
import type { ReadDb } from '../access.ts';
import { contractDefects, contractParties, contractReviews, contractSignatures } from '../schema/contracts.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { buildings, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';

/** A contract as stored. */
export type ContractRow = typeof contracts.$inferSelect;

/** Which contracts a list shows; `whose` narrows to those that some people sold or drafted, `ids` to what a search found. */
export type ContractFilter = {
  readonly whose: readonly number[] | null;
  readonly states: readonly ContractState[] | null;
  readonly ids: readonly number[] | null;
};

/** One contract. */
export function contractById(db: ReadDb, id: number): ContractRow | undefined {
  return db.select().from(contracts).where(eq(contracts.id, id)).get();
}

/** The contracts of a subscription, the newest first; dropped ones too. */
export function contractsOfSubscription(db: ReadDb, subscriptionId: number): ContractRow[] {
  return db
    .select()
    .from(contracts)
    .where(eq(contracts.subscriptionId, subscriptionId))
    .orderBy(desc(contracts.id))
    .all();
}

/** The latest contract of a unit that was signed and ended, beside the given one. */
export function endedContractOf(
  db: ReadDb,
  unitId: number,
  exceptId: number | null,
): Pick<ContractRow, 'number' | 'endedOn'> | undefined {
  return db
    .select({ number: contracts.number, endedOn: contracts.endedOn })
    .from(contracts)
    .where(
      and(
        eq(contracts.unitId, unitId),
        eq(contracts.state, 'terminated'),
        ...(exceptId === null ? [] : [ne(contracts.id, exceptId)]),
      ),
    )
    .orderBy(desc(contracts.id))
    .limit(1)
    .get();
}

const { terms: _terms, reviewedHash: _hash, ...listed } = getTableColumns(contracts);

/** Contracts of a filter, the newest first, without their terms, with their subscription, unit, consultant and drafter. */
export function listContracts(db: ReadDb, filter: ContractFilter) {
  const drafter = alias(accounts, 'drafter');
  const conditions: (SQL | undefined)[] = [];
  if (filter.whose !== null)
    conditions.push(
      or(inArray(subscriptions.consultantId, [...filter.whose]), inArray(contracts.draftedBy, [...filter.whose])),
    );
  if (filter.states !== null) conditions.push(inArray(contracts.state, [...filter.states]));
  if (filter.ids !== null) conditions.push(inArray(contracts.id, [...filter.ids]));
  return db
    .select({
      contract: listed,
      subscription: subscriptions,
      consultant: accounts.name,
      drafter: drafter.name,
      building: buildings.name,
      entrance: units.entrance,
      floorName: units.floorName,
      roomNo: units.roomNo,
    })
    .from(contracts)
    .innerJoin(subscriptions, eq(subscriptions.id, contracts.subscriptionId))
    .innerJoin(accounts, eq(accounts.id, subscriptions.consultantId))
    .innerJoin(drafter, eq(drafter.id, contracts.draftedBy))
    .innerJoin(units, eq(units.id, contracts.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(...conditions))
    .orderBy(desc(contracts.id))
    .all();
}

/** Everything that reviewers said of a contract, the oldest first, with their names. */
export function reviewsOf(db: ReadDb, contractId: number) {
  return db
    .select({ review: contractReviews, reviewer: accounts.name })
    .from(contractReviews)
    .innerJoin(accounts, eq(accounts.id, contractReviews.reviewerId))
    .where(eq(contractReviews.contractId, contractId))
    .orderBy(asc(contractReviews.id))
    .all();
}

/** The reviews of some contracts, the oldest first. */
export function reviewsOfMany(db: ReadDb, contractIds: readonly number[]) {
  return db
    .select()
    .from(contractReviews)
    .where(inArray(contractReviews.contractId, [...contractIds]))
    .orderBy(asc(contractReviews.id))
    .all();
}

/** The defects of a contract, the oldest first, with who raised them. */
export function defectsOf(db: ReadDb, contractId: number) {
  return db
    .select({ defect: contractDefects, raiser: accounts.name })
    .from(contractDefects)
    .innerJoin(accounts, eq(accounts.id, contractDefects.raisedBy))
    .where(eq(contractDefects.contractId, contractId))
    .orderBy(asc(contractDefects.id))
    .all();
}

/** One defect. */
export function defectById(db: ReadDb, id: number) {
  return db.select().from(contractDefects).where(eq(contractDefects.id, id)).get();
}

/** How many defects of some contracts nobody has corrected. */
export function openDefectCounts(db: ReadDb, contractIds: readonly number[]): ReadonlyMap<number, number> {
  const rows = db
    .select({ id: contractDefects.contractId, n: count() })
    .from(contractDefects)
    .where(and(inArray(contractDefects.contractId, [...contractIds]), eq(contractDefects.state, 'open')))
    .groupBy(contractDefects.contractId)
    .all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** Who has signed a contract, in the order of signing. */
export function signaturesOf(db: ReadDb, contractId: number) {
  return db
    .select({ signature: contractSignatures, recorder: accounts.name })
    .from(contractSignatures)
    .innerJoin(accounts, eq(accounts.id, contractSignatures.recordedBy))
    .where(eq(contractSignatures.contractId, contractId))
    .orderBy(asc(contractSignatures.position))
    .all();
}

/** How many have signed each of some contracts. */
export function signatureCounts(db: ReadDb, contractIds: readonly number[]): ReadonlyMap<number, number> {
  const rows = db
    .select({ id: contractSignatures.contractId, n: count() })
    .from(contractSignatures)
    .where(inArray(contractSignatures.contractId, [...contractIds]))
    .groupBy(contractSignatures.contractId)
    .all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** What a contract keeps of its buyers beyond their files, still sealed. */
export function partiesOf(db: ReadDb, contractId: number) {
  return db.select().from(contractParties).where(eq(contractParties.contractId, contractId)).all();
}

/** The latest other contract of a building, dropped ones left out: what it says of land and house is said again. */
export function latestOfBuilding(db: ReadDb, buildingId: number, exceptId: number | null): ContractRow | undefined {
  return db
    .select({ contract: contracts })
    .from(contracts)
    .innerJoin(units, eq(units.id, contracts.unitId))
    .where(
      and(
        eq(units.buildingId, buildingId),
        ne(contracts.state, 'superseded'),
        ...(exceptId === null ? [] : [ne(contracts.id, exceptId)]),
      ),
    )
    .orderBy(desc(contracts.id))
    .limit(1)
    .get()?.contract;
}
