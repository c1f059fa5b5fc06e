import type { OpenDatabase } from '#db/connection.ts';
import { conditionsOf, type listApprovals, stepsOf } from '#db/repositories/approvals.ts';
import { changeById } from '#db/repositories/changes.ts';
import { customerById, visitsOf } from '#db/repositories/customers.ts';
import { dealsLike, priceRequestsOf } from '#db/repositories/similar-deals.ts';
import { buyersOf, planLinesOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { type UnitRow, unitById } from '#db/repositories/units.ts';
import { approvalLadder } from '#shared/domain/approvals/ladder.ts';
import { canDecideApproval } from '#shared/domain/approvals/lifecycle.ts';
import { nearestLower, placeOnScale, priceOnScale } from '#shared/domain/approvals/scale.ts';
import { namedPlan } from '#shared/domain/plans/naming.ts';
import { addOnsOf, priceEffects } from '#shared/domain/pricing/effects.ts';
import { depthBelowList, filedLimits } from '#shared/domain/pricing/limits.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { mulDivHalfUp, ONE_PPM, subtractFen } from '#shared/kernel/money.ts';
import { peopleOf } from '../changes/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { signersOfNext } from '../subscriptions/signers.ts';
import { cellsOf } from '../units/present.ts';
import { approvalActor, requestOf } from './decide-approval.ts';

/** A request as the list finds it. */
export type Listed = ReturnType<typeof listApprovals>[number];

const SIMILAR_DEALS = 5;

/** Everything that whoever decides a request must know; the row itself is presented by the caller. */
export function approvalDetail(context: QueryContext, { client }: OpenDatabase, found: Listed) {
  const { db, actor, now, setting } = context;
  const { approval, decider, requesterPost } = found;
  const policy = setting('approvalPolicy');
  const change = approval.noun === 'changes' ? changeById(db, approval.subjectId) : undefined;
  const dealId = approval.noun === 'subscriptions' ? approval.subjectId : change?.subscriptionId;
  const deal = dealId === undefined ? undefined : subscriptionById(db, dealId);
  const priced = change === undefined ? deal : undefined;
  const unit = approval.unitId === null ? undefined : unitById(db, approval.unitId);
  return {
    requesterPost,
    reason: approval.reason,
    decidedBy: approval.decidedBy === null ? null : { id: approval.decidedBy, name: decider ?? '' },
    decidedAt: approval.decidedAt,
    opinion: approval.opinion,
    ladder: ladderOf(context, found),
    unit: unit === undefined ? null : unitView(context, unit),
    deal: deal === undefined ? null : dealView(context, deal),
    change:
      change === undefined
        ? null
        : {
            id: change.id,
            simulation: change.simulation,
            people: peopleOf(context, change.simulation),
            signers: signersOfNext({ db, client }, change),
          },
    price: priced === undefined || unit === undefined ? null : priceView(context, priced, unit),
    similar: similarView(context, unit, deal),
    customer: customerView(context, deal, approval.id),
    conditions: conditionsOf(db, approval.noun, approval.subjectId),
    can: canDecideApproval(policy, requestOf(db, approval), approvalActor(actor, approval.requiredPost), now),
    version: approval.version,
  };
}

/** The ladder by the policy of the day of the request, with what was said and decided on it. */
function ladderOf({ db, setting }: QueryContext, { approval }: Listed) {
  const policy = setting('approvalPolicy', dayOf(approval.requestedAt));
  const done = stepsOf(db, approval.id);
  const { measure, rungs } = approvalLadder(
    policy,
    requestOf(db, approval),
    done.map(({ step }) => step),
  );
  return {
    measure,
    rungs: rungs.map(({ post, from, limit, status }) => {
      const step = done.findLast((one) => one.step.post === post);
      const entry = step === undefined ? null : { name: step.name, at: step.step.at, opinion: step.step.opinion };
      return { post, from, limit, status, entry };
    }),
  };
}

function unitView({ db, actor }: QueryContext, unit: UnitRow) {
  const [cell] = cellsOf(db, [unit.id], actor);
  return { id: unit.id, state: unit.commercialState, by: cell?.by ?? null, until: cell?.until ?? null };
}

function dealView({ db }: QueryContext, deal: SubscriptionRow) {
  const { id, number, state, depositDue, signBy } = deal;
  const buyers = buyersOf(db, [id]).map(({ customer, sharePpm }) => ({ name: customer.name, sharePpm }));
  const plan = planLinesOf(db, id).map(({ position, item, dueOn, inPrice }) => ({ position, item, dueOn, inPrice }));
  return { subscriptionId: id, number, state, ...namedPlan(deal), deposit: depositDue, signBy, plan, buyers };
}

/** The asked price by the rules of the day on which it was built; the floor price only for whom it is meant. */
function priceView({ level, setting }: QueryContext, deal: SubscriptionRow, unit: UnitRow) {
  const { listPrice, price, adjustments, subscribedOn: day } = deal;
  const floorPrice = level('floorPrice') === 'full' ? unit.floorPrice : null;
  const house = subtractFen(price, addOnsOf(adjustments));
  const scale = priceOnScale(setting('approvalPolicy', day), { listPrice, house, floorPrice });
  const { depth, belowFloor, bands, shown } = scale;
  const place = placeOnScale(bands, shown);
  const lower = nearestLower(bands, shown) ?? null;
  const basis = setting('priceBasis', day);
  const filedBand = setting('filedBand', day);
  const built = {
    listPrice,
    innerArea: unit.innerArea,
    builtArea: unit.builtArea,
    basis,
    order: setting('discountOrder', day),
    rounding: setting('priceRounding', day),
    adjustments,
    total: price,
  };
  const prices = { listPrice, filedPrice: unit.filedPrice, floorPrice };
  const limits = unit.filedPrice === null ? null : filedLimits(unit.filedPrice, filedBand);
  return {
    listPrice,
    price,
    belowList: subtractFen(listPrice, house),
    belowListPpm: depth,
    basis,
    scale: { bands, band: place.band, share: place.share },
    lower,
    effects: priceEffects(built, prices, lower?.limitPpm ?? null),
    filed:
      unit.filedPrice === null || limits === null
        ? null
        : {
            belowPpm: mulDivHalfUp(unit.filedPrice - house, ONE_PPM, unit.filedPrice),
            limitPpm: filedBand.belowPpm,
            within: house >= limits.lowest && house <= limits.highest,
          },
    belowFloor,
  };
}

function similarView({ db }: QueryContext, unit: UnitRow | undefined, deal: SubscriptionRow | undefined) {
  const found = unit === undefined ? [] : dealsLike(db, unit, deal?.id ?? 0, SIMILAR_DEALS);
  const deals = found.map(({ subscription, consultant, decidedFor, unit: label }) => ({
    subscriptionId: subscription.id,
    unitId: subscription.unitId,
    unit: label,
    subscribedOn: subscription.subscribedOn,
    consultant,
    price: subscription.price,
    belowListPpm: depthBelowList(
      subscription.listPrice,
      subtractFen(subscription.price, addOnsOf(subscription.adjustments)),
    ),
    approvedBy: decidedFor,
  }));
  const sum = deals.reduce((total, { belowListPpm }) => total + belowListPpm, 0);
  return {
    houseType: unit?.houseType ?? '',
    averagePpm: deals.length === 0 ? null : mulDivHalfUp(sum, 1, deals.length),
    deals,
  };
}

function customerView(context: QueryContext, deal: SubscriptionRow | undefined, approvalId: number) {
  const { db } = context;
  const first = deal === undefined ? undefined : buyersOf(db, [deal.id])[0];
  const customer = first === undefined ? undefined : customerById(db, first.customer.id);
  if (customer === undefined || !context.can('customers.read') || !context.sees('customers', customer.ownerId))
    return null;
  const received = visitsOf(db, customer.id);
  const visits = received.filter(({ kind }) => kind !== 'call');
  return {
    id: customer.id,
    name: customer.name,
    rating: customer.rating,
    channel: customer.channel,
    visits: visits.length,
    calls: received.length - visits.length,
    firstVisitAt: visits.at(-1)?.at ?? null,
    lastVisitAt: visits[0]?.at ?? null,
    earlierRequests: priceRequestsOf(db, customer.id, approvalId).map(({ state, facts, requestedAt }) => ({
      state,
      belowListPpm: Number(facts['belowListPpm'] ?? 0),
      requestedAt,
    })),
  };
}
