import { and, asc, desc, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { liveContractStates } from '#shared/domain/contracts/states.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import type { ReadDb } from '../access.ts';
import { contracts, subscriptions } from '../schema/deals.ts';
import { accounts } from '../schema/office.ts';
import { partnerAgreements, partnerDeals } from '../schema/partner-agreements.ts';

/** A partner agreement as stored. */
export type PartnerAgreementRow = typeof partnerAgreements.$inferSelect;

/** One partner agreement. */
export function partnerAgreementById(db: ReadDb, id: number): PartnerAgreementRow | undefined {
  return db.select().from(partnerAgreements).where(eq(partnerAgreements.id, id)).get();
}

/** Partner agreements with whoever answers for each, the newest first; one of them, if asked. */
export function listPartnerAgreements(db: ReadDb, id: number | null) {
  return db
    .select({ agreement: partnerAgreements, owner: accounts.name })
    .from(partnerAgreements)
    .innerJoin(accounts, eq(accounts.id, partnerAgreements.ownerId))
    .where(id === null ? undefined : eq(partnerAgreements.id, id))
    .orderBy(desc(partnerAgreements.id))
    .all();
}

/** The agreement that takes the place of another, or is about to; those that came to nothing left out. */
export function successorOf(db: ReadDb, id: number): PartnerAgreementRow | undefined {
  return db
    .select()
    .from(partnerAgreements)
    .where(and(eq(partnerAgreements.renewsId, id), notInArray(partnerAgreements.state, ['rejected', 'withdrawn'])))
    .get();
}

const signedAway = sql<number>`(${subscriptions.state} = 'converted' and not exists (select 1 from ${contracts} where ${contracts.subscriptionId} = ${subscriptions.id} and ${inArray(contracts.state, [...liveContractStates])}))`;

/** The deals on the account of some agreements, the oldest first: what each costs, whose it is and whether it ended. */
export function dealsOfAgreements(db: ReadDb, agreementIds: readonly number[]) {
  return db
    .select({
      agreementId: partnerDeals.agreementId,
      subscriptionId: subscriptions.id,
      consultantId: subscriptions.consultantId,
      price: subscriptions.price,
      ended: sql<number>`(${notInArray(subscriptions.state, [...liveSubscriptionStates])} or ${signedAway})`.mapWith(
        Boolean,
      ),
    })
    .from(partnerDeals)
    .innerJoin(subscriptions, eq(subscriptions.id, partnerDeals.subscriptionId))
    .where(inArray(partnerDeals.agreementId, [...agreementIds]))
    .orderBy(asc(partnerDeals.id))
    .all();
}

/** On whose account a deal is. */
export function agreementOfDeal(db: ReadDb, subscriptionId: number) {
  return db
    .select({ entry: partnerDeals, number: partnerAgreements.number })
    .from(partnerDeals)
    .innerJoin(partnerAgreements, eq(partnerAgreements.id, partnerDeals.agreementId))
    .where(eq(partnerDeals.subscriptionId, subscriptionId))
    .get();
}

/** Every deal that is on the account of some agreement. */
export function dealsOnAccounts(db: ReadDb): ReadonlySet<number> {
  const rows = db.select({ id: partnerDeals.subscriptionId }).from(partnerDeals).all();
  return new Set(rows.map(({ id }) => id));
}

/** Agreements in force, whose end the tasks look at. */
export function activePartnerAgreements(db: ReadDb): PartnerAgreementRow[] {
  return db.select().from(partnerAgreements).where(eq(partnerAgreements.state, 'active')).all();
}
