import { and, asc, eq, gt, inArray, isNull, lte, ne, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { unsignedContractStates } from '#shared/domain/contracts/states.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import type {
  BookingFact,
  CustomerFact,
  DocumentFact,
  HoldFact,
  LockFact,
  PaymentFact,
  SubscriptionFact,
} from '#shared/domain/tasks/facts.ts';
import type { SignedContract } from '#shared/domain/tasks/reminders.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { fen, subtractFen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { ReadDb } from '../access.ts';
import { approvals } from '../schema/approvals.ts';
import { unitBookings } from '../schema/claims.ts';
import { customers } from '../schema/customers.ts';
import { contracts, planLines, subscriptionBuyers, subscriptions } from '../schema/deals.ts';
import { buildings, unitHolds, unitLocks, units } from '../schema/inventory.ts';
import { accounts } from '../schema/office.ts';
import { documents, receipts } from '../schema/papers.ts';
import { customerOfRequest } from './approvals.ts';
import { openLines } from './receipts.ts';

const label = { building: buildings.name, entrance: units.entrance, floorName: units.floorName, roomNo: units.roomNo };

/** Customers of one owner whose next contact is due on a day or was before. */
export function dueCustomers(db: ReadDb, ownerId: number, day: LocalDate): CustomerFact[] {
  return db
    .select({
      customerId: customers.id,
      name: customers.name,
      ownerId: customers.ownerId,
      rating: customers.rating,
      state: customers.state,
      nextFollowUpOn: customers.nextFollowUpOn,
    })
    .from(customers)
    .where(and(eq(customers.ownerId, ownerId), lte(customers.nextFollowUpOn, day)))
    .orderBy(asc(customers.nextFollowUpOn))
    .limit(200)
    .all();
}

/** Live locks that still run. */
export function runningLocks(db: ReadDb, now: number): LockFact[] {
  return db
    .select({ unitId: units.id, ...label, accountId: unitLocks.accountId, expiresAt: unitLocks.expiresAt })
    .from(unitLocks)
    .innerJoin(units, eq(units.id, unitLocks.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(and(isNull(unitLocks.endedAt), gt(unitLocks.expiresAt, now)))
    .all()
    .map(({ unitId, accountId, expiresAt, ...unit }) => ({ unitId, accountId, expiresAt, unit: unitLabel(unit) }));
}

/** Live holds of one person; a unit parked for an approval is none. */
export function runningHolds(db: ReadDb, accountId: number, now: number): HoldFact[] {
  return db
    .select({
      unitId: units.id,
      ...label,
      accountId: unitHolds.heldBy,
      customer: customers.name,
      expiresAt: unitHolds.expiresAt,
    })
    .from(unitHolds)
    .innerJoin(units, eq(units.id, unitHolds.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .leftJoin(customers, eq(customers.id, unitHolds.customerId))
    .where(
      and(
        eq(unitHolds.heldBy, accountId),
        isNull(unitHolds.endedAt),
        notInArray(unitHolds.purpose, ['approval', 'launchPick']),
        gt(unitHolds.expiresAt, now),
      ),
    )
    .all()
    .map(({ unitId, accountId: heldBy, customer, expiresAt, ...unit }) => ({
      unitId,
      accountId: heldBy,
      customer,
      expiresAt,
      unit: unitLabel(unit),
    }));
}

/** Small bookings that keep a home and have not run out, of everybody. */
export function runningBookings(db: ReadDb, now: number): BookingFact[] {
  return db
    .select({
      unitId: units.id,
      ...label,
      number: unitBookings.number,
      consultantId: unitBookings.consultantId,
      customer: customers.name,
      expiresAt: unitBookings.expiresAt,
    })
    .from(unitBookings)
    .innerJoin(units, eq(units.id, unitBookings.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .innerJoin(customers, eq(customers.id, unitBookings.customerId))
    .where(and(eq(unitBookings.state, 'open'), gt(unitBookings.expiresAt, now)))
    .all()
    .map(({ building, entrance, floorName, roomNo, ...booking }) => ({
      ...booking,
      unit: unitLabel({ building, entrance, floorName, roomNo }),
    }));
}

/** Pending approvals with the requester's name, the unit's label and whom they are about. */
export function pendingApprovals(db: ReadDb) {
  return db
    .select({ approval: approvals, requester: accounts.name, customer: customerOfRequest, ...label })
    .from(approvals)
    .innerJoin(accounts, eq(accounts.id, approvals.requestedBy))
    .leftJoin(units, eq(units.id, approvals.unitId))
    .leftJoin(buildings, eq(buildings.id, units.buildingId))
    .where(eq(approvals.state, 'pending'))
    .orderBy(asc(approvals.requestedAt))
    .all()
    .map(({ approval, requester, customer, building, entrance, floorName, roomNo }) => ({
      ...approval,
      requester,
      customer,
      unit: unitLabel({
        building: building ?? '',
        entrance: entrance ?? '',
        floorName: floorName ?? '',
        roomNo: roomNo ?? '',
      }),
    }));
}

/**
 * Live subscriptions with what is still missing of the deposit; those of seized homes are left out, for nothing of them can
 * be paid, drafted or signed until then.
 */
export function liveSubscriptions(db: ReadDb): SubscriptionFact[] {
  const received = db
    .select({ subscriptionId: receipts.subscriptionId, sum: sql<number>`sum(${receipts.amount})`.as('received_sum') })
    .from(receipts)
    .where(and(eq(receipts.state, 'valid'), eq(receipts.item, 'deposit')))
    .groupBy(receipts.subscriptionId)
    .as('received');
  return db
    .select({
      subscription: subscriptions,
      buyer: customers.name,
      sum: received.sum,
      depositDueOn: planLines.dueOn,
      ...label,
    })
    .from(subscriptions)
    .innerJoin(units, eq(units.id, subscriptions.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .leftJoin(
      subscriptionBuyers,
      and(eq(subscriptionBuyers.subscriptionId, subscriptions.id), eq(subscriptionBuyers.position, 1)),
    )
    .leftJoin(customers, eq(customers.id, subscriptionBuyers.customerId))
    .leftJoin(received, eq(received.subscriptionId, subscriptions.id))
    .leftJoin(planLines, and(eq(planLines.subscriptionId, subscriptions.id), eq(planLines.item, 'deposit')))
    .where(and(inArray(subscriptions.state, ['approved', 'depositComplete']), ne(units.encumbrance, 'seized')))
    .all()
    .map(({ subscription, buyer, sum, depositDueOn, ...unit }) => {
      const got = fen(sum ?? 0);
      return {
        subscriptionId: subscription.id,
        number: subscription.number,
        unit: unitLabel(unit),
        state: subscription.state,
        consultantId: subscription.consultantId,
        buyer: buyer ?? '',
        price: subscription.price,
        depositDueOn: depositDueOn ?? subscription.subscribedOn,
        depositRemaining: got >= subscription.depositDue ? ZERO_FEN : subtractFen(subscription.depositDue, got),
        signByOn: subscription.signBy,
      };
    });
}

/** Contracts that nobody has signed to their end, with the day to sign of their subscription and who handed them in. */
export function unsignedContracts(db: ReadDb) {
  const submitter = alias(accounts, 'submitter');
  return db
    .select({
      contractId: contracts.id,
      subscriptionId: contracts.subscriptionId,
      number: contracts.number,
      state: contracts.state,
      price: contracts.price,
      draftedBy: contracts.draftedBy,
      submittedBy: contracts.submittedBy,
      submitter: submitter.name,
      reviewRound: contracts.reviewRound,
      consultantId: subscriptions.consultantId,
      signByOn: subscriptions.signBy,
      buyer: customers.name,
      encumbrance: units.encumbrance,
      ...label,
    })
    .from(contracts)
    .innerJoin(subscriptions, eq(subscriptions.id, contracts.subscriptionId))
    .innerJoin(units, eq(units.id, contracts.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .leftJoin(submitter, eq(submitter.id, contracts.submittedBy))
    .leftJoin(
      subscriptionBuyers,
      and(eq(subscriptionBuyers.subscriptionId, contracts.subscriptionId), eq(subscriptionBuyers.position, 1)),
    )
    .leftJoin(customers, eq(customers.id, subscriptionBuyers.customerId))
    .where(inArray(contracts.state, [...unsignedContractStates]))
    .all()
    .flatMap(({ building, entrance, floorName, roomNo, state, buyer, submitter: name, encumbrance, ...row }) => {
      const unsigned = unsignedContractStates.find((one) => one === state);
      if (unsigned === undefined) return [];
      const unit = unitLabel({ building, entrance, floorName, roomNo });
      return {
        ...row,
        state: unsigned,
        unit,
        buyer: buyer ?? '',
        submitter: name ?? '',
        seized: encumbrance === 'seized',
      };
    });
}

/** Contracts of one consultant's deals that were signed on a day. */
export function contractsSignedOn(db: ReadDb, consultantId: number, day: LocalDate): SignedContract[] {
  return db
    .select({ contractId: contracts.id, number: contracts.number, signedOn: contracts.signedOn, ...label })
    .from(contracts)
    .innerJoin(subscriptions, eq(subscriptions.id, contracts.subscriptionId))
    .innerJoin(units, eq(units.id, contracts.unitId))
    .innerJoin(buildings, eq(buildings.id, units.buildingId))
    .where(
      and(
        eq(subscriptions.consultantId, consultantId),
        eq(contracts.signedOn, day),
        inArray(contracts.state, ['signed', 'filed']),
      ),
    )
    .all()
    .map(({ contractId, number, ...unit }) => ({ contractId, number, unit: unitLabel(unit), signedOn: day }));
}

/** Papers whose number is taken and whose bytes have not come. */
export function unsealedDocuments(db: ReadDb): DocumentFact[] {
  return db
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      state: documents.state,
      issuedBy: documents.issuedBy,
      issuedAt: documents.issuedAt,
    })
    .from(documents)
    .where(eq(documents.state, 'issuing'))
    .all();
}

/**
 * What buyers owe by today, one fact for each deal; loans are left out. A payment that is due before the signing, as an
 * approval may insist, is called out some days before.
 */
export function paymentsDue(db: ReadDb, today: LocalDate, soonDays: number): PaymentFact[] {
  const facts = new Map<number, PaymentFact>();
  for (const { line, paid, subscription, home, buyer, unit } of openLines(db, addDays(today, soonDays), null)) {
    // Before the signing nothing is taken for a home that a court has seized.
    if (home.encumbrance === 'seized' && home.state !== 'signed') continue;
    const due = subscription.state === 'converted' && line.dueOn <= today;
    const promised = subscription.state !== 'approved' && line.item !== 'deposit' && line.dueOn < subscription.signBy;
    if (isLoan(line.item) || !(due || promised)) continue;
    const before = facts.get(subscription.id);
    facts.set(subscription.id, {
      subscriptionId: subscription.id,
      unit,
      buyer,
      consultantId: subscription.consultantId,
      open: fen((before?.open ?? 0) + line.amount - paid),
      dueOn: before?.dueOn ?? line.dueOn,
    });
  }
  return [...facts.values()];
}
