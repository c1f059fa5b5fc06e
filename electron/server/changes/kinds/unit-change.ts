import { type ChangeRow, openChangeOf } from '#db/repositories/changes.ts';
import { noticesOfDeal } from '#db/repositories/deal-notices.ts';
import { buyersOf, receiptsOf } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, liveHoldsOf, liveLockOf, type UnitRow, unitById } from '#db/repositories/units.ts';
import { dealNotices } from '#db/schema/deal-notices.ts';
import { subscriptions } from '#db/schema/deals.ts';
import { documents } from '#db/schema/papers.ts';
import { approverFor } from '#shared/domain/approvals/authority.ts';
import type { AskOf } from '#shared/domain/changes/asks.ts';
import { settle } from '#shared/domain/payments/allocation.ts';
import { keptPlan, planCodeOf } from '#shared/domain/plans/naming.ts';
import { priceApprovalAsk } from '#shared/domain/pricing/limits.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { fen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { exchangeDeal } from '../../payments/exchange.ts';
import { moneyArrived } from '../../payments/receive-money.ts';
import { applySubscriptionEvent } from '../../subscriptions/apply-subscription-event.ts';
import { claimingPapers } from '../../subscriptions/papers-outside.ts';
import { type Reckoning, reckon } from '../../subscriptions/price-terms.ts';
import type { SubscriptionCircumstances } from '../../subscriptions/subscription-facts.ts';
import { applyUnitEvent } from '../../units/apply-unit-event.ts';
import { showDeposit } from '../../units/move-legal.ts';
import { saleFactsOf, type UnitContext } from '../../units/unit-facts.ts';
import { type ChangedDeal, hasDraft } from '../deal.ts';
import { type Asking, defineChange, givenFor, refusalOfDeal } from '../definition.ts';
import { cashOf, figure, figureOfPlan, planOfDeal } from '../figures.ts';
import { replacePlan, replacePriceLines } from '../replace-plan.ts';
import { isKeptFor, wantedFor } from '../target-home.ts';

type Ask = AskOf<'unitChange'>;

/** The other home. Throws NOT_FOUND. */
function targetOf({ db }: UnitContext, { unitId }: Pick<Ask, 'unitId'>): UnitRow {
  const unit = unitById(db, unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  return unit;
}

function reckonTarget(context: UnitContext, { row }: ChangedDeal, ask: Ask, { post }: Asking): Reckoning {
  const { unitId, adjustments, planCode } = ask;
  return reckon(context, { unitId, adjustments, planCode, deposit: row.depositDue, signBy: row.signBy }, post);
}

/** Free for anybody, locked by whoever acts, held for a buyer of this deal, or kept for this very change. */
function isFree(
  { db, actor, now }: UnitContext,
  { row }: ChangedDeal,
  target: UnitRow,
  change: ChangeRow | undefined,
): boolean {
  const buyers = buyersOf(db, [row.id]).map(({ customer }) => customer.id);
  const holds = liveHoldsOf(db, target.id).map(({ hold }) => hold);
  switch (target.commercialState) {
    case 'available':
      return true;
    case 'locked': {
      const lock = liveLockOf(db, target.id)?.lock;
      return lock !== undefined && lock.accountId === actor?.id && lock.expiresAt > now;
    }
    case 'held':
      return (
        holds.length > 0 &&
        holds.every(({ id, purpose, customerId }) =>
          purpose === 'approval' ? isKeptFor(db, change, id) : customerId !== null && buyers.includes(customerId),
        )
      );
    default:
      return false;
  }
}

/** What of the other home the deal's own table looks at. */
function factsOfTarget(
  context: UnitContext,
  deal: ChangedDeal,
  ask: Ask,
  { unit, facts, price }: Reckoning,
  change: ChangeRow | undefined = openChangeOf(context.db, deal.row.id),
): Omit<SubscriptionCircumstances, 'priceAuthorised' | 'authorised'> {
  const { permit, encumbrance, filedPriceFen, pricePublished } = saleFactsOf(context.db, unit, context.today);
  return {
    ...{ permit, encumbrance, filedPriceFen, pricePublished },
    targetFree: isFree(context, deal, unit, change),
    mortgageDisclosed: ask.mortgageDisclosed,
    priceFen: price.housePrice,
    belowListPpm: facts.depthPpm,
  };
}

/** What is paid has to find room in the new plan: what is too much goes back first. */
function roomRefusal(context: UnitContext, { row }: ChangedDeal, { plan, price }: Reckoning): Refusal[] {
  const receipts = receiptsOf(context.db, [row.id])
    .map(({ receipt }) => receipt)
    .filter(({ state }) => state === 'valid');
  const { unused } = settle(
    plan,
    receipts.map(({ item, amount, receivedOn, state }) => ({ item, amount, receivedOn, state })),
    context.today,
  );
  const received = sumFen(receipts.map(({ amount }) => amount));
  return unused > 0 ? [{ code: 'PAID_ABOVE_NEW_PLAN', params: { receivedFen: received, priceFen: price.total } }] : [];
}

/** A manager decides about a room change: a price that only a higher post may give is asked for by itself. */
function priceRefusal({ setting }: UnitContext, { facts }: Reckoning): Refusal[] {
  const approver = approverFor(setting('approvalPolicy'), priceApprovalAsk(facts, 'manager'));
  return approver.needed ? [{ code: 'PRICE_NEEDS_APPROVAL', params: { ratePpm: Math.max(0, facts.depthPpm) } }] : [];
}

/** 换房: the deal goes over to another home at its price of today, in one transaction on two homes; what is paid goes along. */
export const unitChange = defineChange({
  kind: 'unitChange',
  dropsDraft: true,
  replaces: ['subscriptionBook', 'depositReceipt'],
  targetOf: ({ unitId }) => unitId,

  reckon: (context, deal, ask, asking) => {
    const { db } = context;
    const { row, unit } = deal;
    const target = targetOf(context, ask);
    const reckoning = reckonTarget(context, deal, ask, asking);
    const { price, listPrice, plan, facts } = reckoning;
    const more = fen(Math.max(0, price.total - row.price));
    const moved = [
      figure('unit', labelOfUnit(db, unit.id), labelOfUnit(db, target.id)),
      figure('listPrice', row.listPrice, listPrice),
      figure('price', row.price, price.total),
      figure('belowListPpm', null, facts.depthPpm),
      ...(ask.planCode === planCodeOf(row) ? [] : [figureOfPlan(row, reckoning.template)]),
    ];
    return {
      simulation: {
        figures: moved,
        plan: { before: planOfDeal(db, row), after: [...plan] },
        priceLines: price.lines.map(({ kind, label, ratePpm, amount, after }) => ({
          kind,
          label,
          ratePpm,
          amount,
          after,
        })),
        buyers: null,
        cash: { ...cashOf(db, row), toPay: more, toReturn: ZERO_FEN },
        effects: [
          'unitsExchanged',
          'linesReplaced',
          'bookReplaced',
          ...(hasDraft(deal) ? (['draftDropped'] as const) : []),
        ],
        approval: { amount: 0, belowFloor: facts.belowFloor },
      },
      refusals: [
        ...(target.id === unit.id ? [{ code: 'CHANGE_NOTHING' } as const] : []),
        ...reckoning.refusals,
        ...refusalOfDeal(context, deal, 'changeUnit', factsOfTarget(context, deal, ask, reckoning)),
        ...priceRefusal(context, reckoning),
        ...roomRefusal(context, deal, reckoning),
      ],
    };
  },

  carryOut: (command, { change, deal, ask }) => {
    const { db, tx, actor, today } = command;
    const { row, unit } = deal;
    const reckoning = reckonTarget(command, deal, ask, { post: 'manager', askedOn: today });
    const target = targetOf(command, ask);
    const customerId = wantedFor(db, row.id, target.id);
    const of = { customerId, subscription: row.state, contract: null };
    const given = givenFor('changeUnit', { ...factsOfTarget(command, deal, ask, reckoning, change), contract: null });
    applySubscriptionEvent(command, row, 'changeUnit', given);
    showDeposit(command, unit.id, false);
    applyUnitEvent(
      command,
      targetOf(command, { unitId: unit.id }),
      'moveOut',
      { ...of, approved: ['moveOut'] },
      { reason: change.number },
    );
    const after = tx.update(subscriptions, row.id, {
      unitId: target.id,
      listPrice: reckoning.listPrice,
      price: reckoning.price.total,
      adjustments: reckoning.adjustments,
      ...keptPlan(reckoning.template),
      mortgageDisclosed: ask.mortgageDisclosed,
    });
    applyUnitEvent(command, target, 'moveIn', { ...of, approved: ['moveIn'] });
    showDeposit(command, target.id, after.state === 'depositComplete');
    for (const { paper } of claimingPapers(db, row.id))
      if (paper.state !== 'voided') tx.update(documents, paper.id, { state: 'voided', voidReason: change.number });
    for (const notice of noticesOfDeal(db, row.id))
      if (!notice.voided) tx.update(dealNotices, notice.id, { voided: true });
    replacePriceLines(command, row.id, reckoning.price.lines);
    exchangeDeal(command, row.id, actor?.id ?? change.requestedBy, () => replacePlan(command, row.id, reckoning.plan));
    moneyArrived(command, after);
  },
});
