import type { OpenDatabase } from '#db/connection.ts';
import { conditionsOf } from '#db/repositories/approvals.ts';
import { changesOf, openChangeOf } from '#db/repositories/changes.ts';
import { contractsOfSubscription } from '#db/repositories/contracts.ts';
import { historyOf } from '#db/repositories/event-list.ts';
import {
  buyersOf,
  latestApprovalOf,
  priceLinesOf,
  receiptsOf,
  type SubscriptionRow,
} from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import { canOf } from '#shared/domain/lifecycle.ts';
import type { SettledLine } from '#shared/domain/payments/allocation.ts';
import { namedPlan } from '#shared/domain/plans/naming.ts';
import { buildPrice, priceLineKinds } from '#shared/domain/pricing/build-up.ts';
import { isDiscounted } from '#shared/domain/pricing/effects.ts';
import { priceFacts } from '#shared/domain/pricing/limits.ts';
import { aboveDepositWarning, depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { identityKindSchema } from '#shared/kernel/identity-number.ts';
import { changedDeal } from '../changes/deal.ts';
import { changesNow } from '../changes/kinds-now.ts';
import { standsRefusal } from '../changes/simulate.ts';
import { openIdentity } from '../customers/identity.ts';
import { addressFor, identityNumberFor, phoneFor } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { presentReceipt } from '../payments/present.ts';
import { receivingRefusal } from '../payments/receive-money.ts';
import { planOf } from '../payments/take-money.ts';
import { filesForReview, maskedSigner, signerRefusal, signersOfDeal, signersOfDealRefusal } from './signers.ts';
import { standStillWarning } from './stand-still.ts';
import { gatherSubscriptionFacts } from './subscription-facts.ts';

function canWith(
  context: QueryContext,
  row: SubscriptionRow,
  plan: readonly SettledLine[],
): Record<string, true | Refusal> {
  const facts = gatherSubscriptionFacts(context, row, { priceAuthorised: true });
  const approved: true | Refusal =
    row.state === 'approved' || row.state === 'depositComplete' || row.state === 'converted'
      ? true
      : { code: isEnded(row.state) ? 'SUBSCRIPTION_ENDED' : 'SUBSCRIPTION_NOT_APPROVED' };
  const forbidden: Refusal = { code: 'FORBIDDEN' };
  const { cancel, convert } = canOf(subscriptionLifecycle, row.state, facts, ['cancel', 'convert']);
  return {
    receiveMoney: context.can('payments.receive') ? (receivingRefusal(context, row, plan) ?? true) : forbidden,
    issueBook: context.can('documents.issue') ? approved : forbidden,
    issuePapers: context.can('documents.issue')
      ? isEnded(row.state)
        ? { code: 'SUBSCRIPTION_ENDED' }
        : true
      : forbidden,
    // Money comes in and goes back after a deal has ended, too.
    issueLedger: context.can('documents.issue') || forbidden,
    // It tells the floor price, and there is none of a deal at list price: for nobody else is there such a paper.
    ...(context.level('floorPrice') === 'full' && isDiscounted(row.adjustments)
      ? { issueDiscount: context.can('documents.issue') || forbidden }
      : {}),
    nameSigner: context.can('subscriptions.write') ? (signerRefusal(row) ?? true) : forbidden,
    cancel: context.can('subscriptions.cancel') ? cancel : forbidden,
    // Only what was sent back can be corrected; for anything else there is no such button.
    ...(row.state === 'draft' && latestApprovalOf(context.db, row.id)?.state === 'returned'
      ? { resubmit: context.can('subscriptions.write') ? (true as const) : forbidden }
      : {}),
    change: context.can('changes.write')
      ? (standsRefusal(context.db, changedDeal(context.db, row.id), null) ?? true)
      : forbidden,
    // With the contract there is nothing left to draft.
    ...(row.state === 'converted' ? {} : { draftContract: context.can('contracts.write') ? convert : forbidden }),
  };
}

/** One subscription with its buyers, price, plan, receipts, approval and history. */
export function subscriptionDetail<R>(
  context: QueryContext,
  database: OpenDatabase,
  subscription: SubscriptionRow,
  row: R,
) {
  const { db } = context;
  const received = receiptsOf(db, [subscription.id]);
  const receipts = received.map(({ receipt }) => receipt);
  const plan = planOf(context, subscription.id);
  const deposit = depositFacts(subscription.depositDue, receipts);
  const { state, depositDue: due } = subscription;
  const warning = aboveDepositWarning({ state, due, received: deposit.receivedInAll });
  const [contract] = contractsOfSubscription(db, subscription.id);
  const change = openChangeOf(db, subscription.id);
  return {
    row,
    listPrice: subscription.listPrice,
    ...priceOfDeal(context, subscription),
    depositRemaining: deposit.remaining,
    methods: [...context.setting('paymentMethods')],
    receivedInAll: deposit.receivedInAll,
    consent: subscription.consent,
    mortgageDisclosed: subscription.mortgageDisclosed,
    warnings: [...standStillWarning(context, subscription), ...(warning === undefined ? [] : [warning])],
    ...namedPlan(subscription),
    adjustments: [...subscription.adjustments],
    buyers: presentBuyers(context, database, subscription),
    files: filesForReview(db, subscription.id),
    signersRefusal: signersOfDealRefusal(db, subscription.id, context.today) ?? null,
    lines: priceLinesOf(db, subscription.id).map(({ kind, label, ratePpm, amount, after }) => ({
      kind: priceLineKinds.find((one) => one === kind) ?? 'list',
      label,
      ratePpm,
      amount,
      after,
    })),
    plan: plan.map(({ position, item, amount, dueOn, inPrice, paid, contractDueOn, penaltyWaived }) => ({
      position,
      item,
      amount,
      dueOn,
      inPrice,
      received: paid,
      contractDueOn,
      penaltyWaived,
    })),
    receipts: received.map((one) => presentReceipt(context, one, subscription.state)),
    conditions: conditionsOf(db, 'subscriptions', subscription.id),
    approval: presentApproval(context, subscription),
    endReason: subscription.endReason,
    history: dealHistory(context, subscription),
    change: change === undefined ? null : { id: change.id, number: change.number, kind: change.kind },
    contract: contract === undefined ? null : { id: contract.id, number: contract.number },
    can: canWith(context, subscription, plan),
    changes: changesNow(context, subscription),
    version: subscription.version,
  };
}

/** What happened to a subscription and to what was drafted of it, newest first. */
function dealHistory(context: QueryContext, row: SubscriptionRow) {
  const { db } = context;
  const subscriptionId = row.id;
  const contracts = context.can('contracts.read') ? contractsOfSubscription(db, subscriptionId) : [];
  const told = [
    ...historyOf(db, 'subscriptions', subscriptionId),
    ...contracts.flatMap(({ id }) => historyOf(db, 'contracts', id)),
    ...changesOf(db, subscriptionId).flatMap(({ id }) => historyOf(db, 'changes', id)),
  ];
  // What a court did to the home while the deal stood moved its days.
  const last = isEnded(row.state) ? Math.max(...told.map(({ at }) => at)) : context.now;
  const courts = historyOf(db, 'units', row.unitId).filter(
    ({ kind, at }) => (kind === 'seized' || kind === 'seizureLifted') && at >= row.createdAt && at <= last,
  );
  // One act may be told of both, as the signing is.
  return [...new Map([...told, ...courts].map((event) => [event.seq, event])).values()].toSorted(
    (a, b) => b.seq - a.seq,
  );
}

/** How the agreed price stands against list and filed price, by the settings of the day it was agreed on. */
export function priceOfDeal({ db, setting }: QueryContext, row: SubscriptionRow) {
  const { listPrice, subscribedOn } = row;
  const basis = setting('priceBasis', subscribedOn);
  const unit = unitById(db, row.unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  const price = buildPrice({
    listPrice,
    innerArea: unit.innerArea,
    builtArea: unit.builtArea,
    basis,
    adjustments: row.adjustments,
    order: setting('discountOrder', subscribedOn),
    rounding: setting('priceRounding', subscribedOn),
  });
  const prices = { listPrice, filedPrice: unit.filedPrice, floorPrice: unit.floorPrice };
  const { depthPpm, filedPosition } = priceFacts(price, prices, setting('filedBand', subscribedOn));
  return { basis, unitPrice: price.unitPrice ?? null, belowListPpm: depthPpm, filedPosition };
}

function presentBuyers(context: QueryContext, { client }: OpenDatabase, { id }: SubscriptionRow) {
  const signers = signersOfDeal(context.db, client, id);
  return buyersOf(context.db, [id]).map(({ customer, sharePpm }) => {
    const number = identityNumberFor(context, openIdentity(client, customer));
    const kind = identityKindSchema.safeParse(customer.identityKind);
    return {
      customerId: customer.id,
      name: customer.name,
      phone: phoneFor(context, customer),
      identityKind: kind.success ? kind.data : null,
      identityNumber: number,
      address: addressFor(context, customer.address),
      sharePpm,
      signer: maskedSigner(signers(customer.id)),
    };
  });
}

function presentApproval({ db }: QueryContext, { id }: SubscriptionRow) {
  const approval = latestApprovalOf(db, id);
  if (approval === undefined) return null;
  const { kind, state, requiredPost, reason, requestedAt, expiresAt, decider, decidedAt, opinion } = approval;
  return {
    id: approval.id,
    kind,
    state,
    requiredPost,
    reason,
    requestedAt,
    expiresAt,
    decidedBy: decider,
    decidedAt,
    opinion,
  };
}
