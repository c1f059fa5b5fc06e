import type { ReadDb } from '#db/access.ts';
import { liveBookingOf } from '#db/repositories/bookings.ts';
import { type UnitRow, unitById } from '#db/repositories/units.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { approverFor } from '#shared/domain/approvals/authority.ts';
import { downPaymentRefusal, downPaymentSetting } from '#shared/domain/plans/down-payment.ts';
import type { PlanLine } from '#shared/domain/plans/expand.ts';
import { expandPlan, planRefusal } from '#shared/domain/plans/expand.ts';
import { planByCode } from '#shared/domain/plans/naming.ts';
import type { PlanTemplate } from '#shared/domain/plans/template.ts';
import { buildPrice, type PriceBuildUp } from '#shared/domain/pricing/build-up.ts';
import type { Adjustment, WantedAdjustment } from '#shared/domain/pricing/catalogue.ts';
import { grantDiscounts } from '#shared/domain/pricing/discount-rules.ts';
import { type PriceFacts, priceApprovalAsk, priceFacts, priceRefusals } from '#shared/domain/pricing/limits.ts';
import { depositCap, depositRefusal } from '#shared/domain/subscriptions/deposit.ts';
import { termsWarnings } from '#shared/domain/subscriptions/terms-warnings.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { saleFactsOf } from '../units/unit-facts.ts';

/** What somebody wants to sell at. */
export type Terms = {
  readonly unitId: number;
  readonly adjustments: readonly WantedAdjustment[];
  readonly planCode: string;
  readonly deposit: Fen;
  readonly signBy: LocalDate;
};

/** Terms as the office reckons them: the price, the plan, who must agree, and what forbids them. */
export type Reckoning = {
  readonly unit: UnitRow;
  readonly listPrice: Fen;
  /** What is taken off and put on, with the catalogue's own rates and names. */
  readonly adjustments: readonly Adjustment[];
  readonly price: PriceBuildUp;
  readonly facts: PriceFacts;
  readonly plan: readonly PlanLine[];
  /** The payment plan of the office that the lines follow. */
  readonly template: PlanTemplate;
  readonly depositCap: Fen;
  readonly needsApprovalOf: Post | null;
  readonly refusals: readonly Refusal[];
  /** What is worth a word and forbids nothing. */
  readonly warnings: readonly Refusal[];
};

type ReckoningContext = Pick<QueryContext, 'setting' | 'today'> & { readonly db: ReadDb };

/**
 * Reckons terms by the office's settings of the day; the screen's own figures are never used. Throws NOT_FOUND,
 * LIST_PRICE_MISSING, and PLAN_NOT_VALID where the office has no such plan any more.
 */
export function reckon(context: ReckoningContext, terms: Terms, post: Post): Reckoning {
  const { db, setting, today } = context;
  const unit = unitById(db, terms.unitId);
  if (unit === undefined) throw new DomainError('NOT_FOUND');
  // A small booking keeps its price for the only customer who can subscribe the home while it lasts.
  const booking = liveBookingOf(db, unit.id)?.booking;
  const listPrice = booking?.listPrice ?? unit.listPrice;
  if (listPrice === null) throw new DomainError('LIST_PRICE_MISSING');
  const granted = grantDiscounts(setting('discounts'), terms.adjustments, { day: today, post });
  const price = buildPrice({
    listPrice,
    innerArea: unit.innerArea,
    builtArea: unit.builtArea,
    basis: setting('priceBasis'),
    adjustments: granted.adjustments,
    order: setting('discountOrder'),
    rounding: setting('priceRounding'),
  });
  const prices = { listPrice, filedPrice: unit.filedPrice, floorPrice: unit.floorPrice };
  const facts = priceFacts(price, prices, setting('filedBand'));
  const sale = saleFactsOf(db, unit, today);
  const capPpm = setting('depositCapPpm');
  const approver = approverFor(setting('approvalPolicy'), priceApprovalAsk(facts, post));
  const template = planByCode(setting('planTemplates'), terms.planCode);
  if (template === undefined) throw new DomainError('PLAN_NOT_VALID');
  const { plan, refusal } = planOf(template, { ...terms, today }, price.total);
  const refusals = [
    ...priceRefusals(facts),
    ...granted.refusals,
    depositRefusal(sale, { deposit: terms.deposit, price: price.total, capPpm }),
    terms.deposit === 0 ? ({ code: 'DEPOSIT_MISSING' } satisfies Refusal) : undefined,
    terms.signBy < today ? ({ code: 'SIGN_BY_IN_PAST', params: { todayOn: today } } satisfies Refusal) : undefined,
    refusal,
    downPaymentRefusal(plan, price.total, setting(downPaymentSetting(unit.use))),
  ].filter((one) => one !== undefined);
  return {
    unit,
    listPrice,
    adjustments: granted.adjustments,
    price,
    facts,
    plan,
    template,
    depositCap: depositCap(price.total, capPpm),
    needsApprovalOf: approver.needed ? approver.post : null,
    refusals,
    warnings: termsWarnings(sale, { signBy: terms.signBy, signingDays: setting('signingDays') }),
  };
}

function planOf(
  template: PlanTemplate,
  { today, signBy, deposit }: Pick<Terms, 'signBy' | 'deposit'> & { readonly today: LocalDate },
  total: Fen,
): { plan: PlanLine[]; refusal?: Refusal } {
  const days = { subscription: today, signing: signBy, deposit };
  const refusal = planRefusal(template, total, days);
  return refusal === undefined ? { plan: expandPlan(template, total, days) } : { plan: [], refusal };
}
