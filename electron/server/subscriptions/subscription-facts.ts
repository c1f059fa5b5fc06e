import { buyersOf, planLinesOf, receiptsOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { liveContractOf, liveHoldsOf, liveLockOf, unitById } from '#db/repositories/units.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import { depthBelowList } from '#shared/domain/pricing/limits.ts';
import { buyersRefusal } from '#shared/domain/subscriptions/buyers.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import type { SubscriptionEvent } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { bareSubscriptionFacts, type SubscriptionFacts } from '#shared/domain/subscriptions/lifecycle-facts.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { UnitContext } from '../units/unit-facts.ts';
import { saleFactsOf } from '../units/unit-facts.ts';

/** What an act on a subscription brings with it. */
export type SubscriptionCircumstances = {
  /** The price is within authority, or the approval for it was given. */
  readonly priceAuthorised: boolean;
  readonly authorised?: readonly SubscriptionEvent[];
};

/** Everything the guards of a subscription look at. */
export function gatherSubscriptionFacts(
  context: UnitContext,
  row: SubscriptionRow,
  circumstances: SubscriptionCircumstances,
): SubscriptionFacts {
  const { db, today, actor, now, setting } = context;
  const unit = unitById(db, row.unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const buyers = buyersOf(db, [row.id]);
  const shares = buyers.map(({ customer, sharePpm }) => ({ customerId: customer.id, sharePpm }));
  const complete = buyers.every(({ customer }) => customer.identitySealed !== null && customer.phone !== null);
  const receipts = receiptsOf(db, [row.id]).map(({ receipt }) => receipt);
  const deposit = depositFacts(row.depositDue, receipts);
  const lock = liveLockOf(db, unit.id)?.lock;
  const locked = lock !== undefined && lock.accountId === actor?.id && lock.expiresAt > now;
  const held = liveHoldsOf(db, unit.id).some(({ hold }) => hold.purpose === 'approval' || hold.customerId !== null);
  const price = buildPrice({
    listPrice: row.listPrice,
    innerArea: unit.innerArea,
    builtArea: unit.builtArea,
    basis: setting('priceBasis', row.subscribedOn),
    adjustments: row.adjustments,
    order: setting('discountOrder', row.subscribedOn),
    rounding: setting('priceRounding', row.subscribedOn),
  });
  const byPost: SubscriptionEvent[] = [
    ...(actor !== undefined && postMayDecide(actor.post, 'supervisor') ? (['approve'] as const) : []),
    ...(actor !== undefined && postMayDecide(actor.post, 'manager') ? (['cancel', 'forfeit'] as const) : []),
  ];
  return {
    ...bareSubscriptionFacts(today),
    ...saleFactsOf(db, unit, today),
    actorId: actor?.id ?? null,
    authorIds: [row.consultantId],
    authorised: [...byPost, ...(circumstances.authorised ?? [])],
    unit: unit.commercialState,
    unitIsOurs: locked || held,
    buyersComplete: buyersRefusal(shares) === undefined && complete,
    sensitiveConsent: row.consent,
    mortgageDisclosed: row.mortgageDisclosed,
    priceFen: price.housePrice,
    filedBand: setting('filedBand', row.subscribedOn),
    belowListPpm: depthBelowList(row.listPrice, price.housePrice),
    priceAuthorised: circumstances.priceAuthorised,
    depositFen: row.depositDue,
    depositCapPpm: setting('depositCapPpm', row.subscribedOn),
    depositDueOn: planLinesOf(db, row.id).find(({ item }) => item === 'deposit')?.dueOn ?? row.subscribedOn,
    receivedFen: deposit.received,
    signByOn: row.signBy,
    toReturnFen: deposit.receivedInAll,
    contract: liveContractOf(db, unit.id)?.state ?? null,
  };
}
