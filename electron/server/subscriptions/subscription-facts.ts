import { liveBookingOf } from '#db/repositories/bookings.ts';
import { ownedMoney } from '#db/repositories/owned-money.ts';
import { buyersOf, planLinesOf, receiptsOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { liveContractOf, liveHoldsOf, liveLockOf, unitById } from '#db/repositories/units.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { postMayDecide } from '#shared/domain/approvals/authority.ts';
import { standingOf } from '#shared/domain/payments/owned-money.ts';
import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import { depthBelowList } from '#shared/domain/pricing/limits.ts';
import { buyersRefusal } from '#shared/domain/subscriptions/buyers.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import type { SubscriptionEvent } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { bareSubscriptionFacts, type SubscriptionFacts } from '#shared/domain/subscriptions/lifecycle-facts.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Actor } from '../kernel/session.ts';
import { countingAs, postsHeld } from '../kernel/standing.ts';
import type { UnitContext } from '../units/unit-facts.ts';
import { saleFactsOf } from '../units/unit-facts.ts';
import { terminationOf } from './deal-notices.ts';
import { copiesOfDeal } from './papers-outside.ts';
import { signersOfDealRefusal } from './signers.ts';

/** What an act on a subscription brings with it; what it says of the deal itself stands for what the records say. */
export type SubscriptionCircumstances = Partial<
  Pick<
    SubscriptionFacts,
    | 'amended'
    | 'belowListPpm'
    | 'buyersComplete'
    | 'contract'
    | 'depositFen'
    | 'filedPriceFen'
    | 'mortgageDisclosed'
    | 'nameProof'
    | 'permit'
    | 'priceFen'
    | 'pricePublished'
    | 'receiptsRecovered'
    | 'sensitiveConsent'
    | 'signers'
    | 'targetFree'
    | 'terminationNoticeServed'
    | 'toReturnFen'
    | 'encumbrance'
  >
> & {
  /** The price is within authority, or the approval for it was given. */
  readonly priceAuthorised: boolean;
  readonly authorised?: readonly SubscriptionEvent[];
};

/** By their own post or by one that somebody lends them with one of these permissions. */
function holds(actor: Actor | undefined, permissions: readonly Permission[], required: Post): boolean {
  const posts = actor === undefined ? [] : permissions.flatMap((permission) => postsHeld(actor, permission));
  return posts.some((post) => postMayDecide(post, required));
}

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
  const booking = liveBookingOf(db, unit.id)?.booking;
  const booked = booking?.state === 'open' && shares.some(({ customerId }) => customerId === booking.customerId);
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
    ...(holds(actor, ['approvals.decide', 'subscriptions.review'], 'supervisor') ? (['approve'] as const) : []),
    ...(holds(actor, ['subscriptions.cancel'], 'manager') ? (['cancel', 'forfeit'] as const) : []),
  ];
  const { priceAuthorised, authorised = [], ...given } = circumstances;
  return {
    ...bareSubscriptionFacts(today),
    ...saleFactsOf(db, unit, today),
    actorId: actor?.id ?? null,
    authorIds: countingAs(actor, [row.consultantId]),
    authorised: [...byPost, ...authorised],
    unit: unit.commercialState,
    unitIsOurs: locked || held || booked,
    buyersComplete: buyersRefusal(shares) === undefined && complete,
    signers: signersOfDealRefusal(db, row.id, today) ?? null,
    sensitiveConsent: row.consent,
    mortgageDisclosed: row.mortgageDisclosed,
    priceFen: price.housePrice,
    filedBand: setting('filedBand', row.subscribedOn),
    belowListPpm: depthBelowList(row.listPrice, price.housePrice),
    priceAuthorised,
    depositFen: row.depositDue,
    depositCapPpm: setting('depositCapPpm', row.subscribedOn),
    depositDueOn: planLinesOf(db, row.id).find(({ item }) => item === 'deposit')?.dueOn ?? row.subscribedOn,
    receivedFen: deposit.received,
    signByOn: row.signBy,
    terminationNoticeServed: terminationOf(context, row).state === 'over',
    receiptsRecovered: copiesOfDeal(db, row.id) === 0,
    toReturnFen: standingOf(ownedMoney(db, { noun: 'subscriptions', id: row.id })).held,
    contract: liveContractOf(db, unit.id)?.state ?? null,
    ...given,
  };
}
