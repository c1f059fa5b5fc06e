import { and, eq, gte, inArray, isNotNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { liveContractStates, unsignedContractStates } from '#shared/domain/contracts/states.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { cases } from '../schema/cases.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { receipts } from '../schema/papers.ts';

type Whose = readonly number[] | null;

const ofThem = (whose: Whose) => (whose === null ? undefined : inArray(subscriptions.consultantId, [...whose]));

/** Deals that are on their way to their signatures, each with its contract where one is drafted. */
export function dealsToSign(db: ReadDb, whose: Whose) {
  const drafted = alias(contracts, 'drafted');
  return db
    .select({ subscription: subscriptions, contractId: drafted.id, state: drafted.state })
    .from(subscriptions)
    .leftJoin(
      drafted,
      and(eq(drafted.subscriptionId, subscriptions.id), inArray(drafted.state, [...liveContractStates])),
    )
    .where(
      and(
        inArray(subscriptions.state, [...liveSubscriptionStates]),
        or(sql`${drafted.id} is null`, inArray(drafted.state, [...unsignedContractStates])),
        ofThem(whose),
      ),
    )
    .all();
}

/** Contracts that were signed and stand, with the day of delivery that they promise. */
export function signedContracts(db: ReadDb, whose: Whose) {
  return db
    .select({
      contractId: contracts.id,
      subscriptionId: contracts.subscriptionId,
      state: contracts.state,
      price: contracts.price,
      signedOn: contracts.signedOn,
      filedOn: contracts.filedOn,
      deliveryOn: sql<LocalDate | null>`json_extract(${contracts.terms}, '$.fields.deliveryOn')`,
    })
    .from(contracts)
    .innerJoin(subscriptions, eq(subscriptions.id, contracts.subscriptionId))
    .where(and(inArray(contracts.state, ['signed', 'filed']), isNotNull(contracts.signedOn), ofThem(whose)))
    .all();
}

/** Money of deals that came in on some days. */
export function moneyReceived(db: ReadDb, from: LocalDate, to: LocalDate, whose: Whose) {
  return db
    .select({
      id: receipts.id,
      subscriptionId: subscriptions.id,
      item: receipts.item,
      amount: receipts.amount,
      receivedOn: receipts.receivedOn,
    })
    .from(receipts)
    .innerJoin(subscriptions, eq(subscriptions.id, receipts.subscriptionId))
    .where(
      and(eq(receipts.state, 'valid'), gte(receipts.receivedOn, from), lte(receipts.receivedOn, to), ofThem(whose)),
    )
    .all();
}

/** When the bank is expected to pay each loan that is under way, by the line of the plan. */
export function loansExpected(db: ReadDb): ReadonlyMap<number, LocalDate> {
  const rows = db
    .select({ planLineId: cases.planLineId, expectedOn: cases.expectedOn })
    .from(cases)
    .where(and(eq(cases.kind, 'mortgage'), isNotNull(cases.expectedOn), inArray(cases.state, ['running', 'returned'])))
    .all();
  return new Map(
    rows.flatMap(({ planLineId, expectedOn }) =>
      planLineId === null || expectedOn === null ? [] : [[planLineId, expectedOn] as const],
    ),
  );
}
