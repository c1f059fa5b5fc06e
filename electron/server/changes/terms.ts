import type { ReadDb } from '#db/access.ts';
import { conditionsOf } from '#db/repositories/approvals.ts';
import { incomingOf, receiptLinesOf } from '#db/repositories/receipts.ts';
import { planLinesOf, receiptsOf } from '#db/repositories/subscriptions.ts';
import { planLines } from '#db/schema/deals.ts';
import { receiptLines } from '#db/schema/papers.ts';
import { settle, spread } from '#shared/domain/payments/allocation.ts';
import { downPaymentRefusal, downPaymentSetting } from '#shared/domain/plans/down-payment.ts';
import { expandPlan, type PlanLine, planRefusal } from '#shared/domain/plans/expand.ts';
import { planByCode } from '#shared/domain/plans/naming.ts';
import type { PlanTemplate } from '#shared/domain/plans/template.ts';
import { buildPrice, type PriceBuildUp } from '#shared/domain/pricing/build-up.ts';
import type { Adjustment } from '#shared/domain/pricing/catalogue.ts';
import { type PriceFacts, priceFacts } from '#shared/domain/pricing/limits.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, mulDivHalfUp, ONE_PPM, sumFen } from '#shared/kernel/money.ts';
import { endLoanOf } from '../cases/end-loan.ts';
import type { UnitCommand, UnitContext } from '../units/unit-facts.ts';
import type { ChangedDeal } from './deal.ts';

/** The plan of a deal at a price and by a way to pay of a day, counted from the days of the deal. */
export function planAt(
  { setting }: Pick<UnitContext, 'setting'>,
  { row, unit }: ChangedDeal,
  { planCode, total, askedOn }: { readonly planCode: string; readonly total: Fen; readonly askedOn: LocalDate },
): { readonly template: PlanTemplate | undefined; readonly lines: PlanLine[]; readonly refusals: Refusal[] } {
  const template = planByCode(setting('planTemplates', askedOn), planCode);
  if (template === undefined) return { template, lines: [], refusals: [{ code: 'PLAN_NOT_VALID' }] };
  const days = { subscription: row.subscribedOn, signing: row.signBy, deposit: row.depositDue };
  const refusal = planRefusal(template, total, days);
  if (refusal !== undefined) return { template, lines: [], refusals: [refusal] };
  const lines = expandPlan(template, total, days);
  const low = downPaymentRefusal(lines, total, setting(downPaymentSetting(unit.use)));
  return { template, lines, refusals: low === undefined ? [] : [low] };
}

/** The price of a deal with some discounts, on its own list price and by the settings of its day. */
export function priceAt(
  { setting }: Pick<UnitContext, 'setting'>,
  { row, unit }: ChangedDeal,
  adjustments: readonly Adjustment[],
): { readonly price: PriceBuildUp; readonly facts: PriceFacts } {
  const { listPrice, subscribedOn: day } = row;
  const price = buildPrice({
    listPrice,
    innerArea: unit.innerArea,
    builtArea: unit.builtArea,
    basis: setting('priceBasis', day),
    adjustments,
    order: setting('discountOrder', day),
    rounding: setting('priceRounding', day),
  });
  const prices = { listPrice, filedPrice: unit.filedPrice, floorPrice: unit.floorPrice };
  return { price, facts: priceFacts(price, prices, setting('filedBand', day)) };
}

/** What the consultant gets of a price, by the rate of the office: an estimate, nothing is paid by it. */
export function commissionOf({ setting }: Pick<UnitContext, 'setting'>, day: LocalDate, price: Fen): number {
  return mulDivHalfUp(price, setting('consultantCommissionPpm', day), ONE_PPM);
}

/** True where an approval of the deal promised that this stays. */
export function isTied({ db }: UnitContext, { row }: ChangedDeal, by: 'planKept' | 'noFurtherDiscount'): boolean {
  return conditionsOf(db, 'subscriptions', row.id).some((conditions) => conditions[by]);
}

/** Refuses a plan on which what was paid finds no line: nobody lends what is paid already. */
export function unplacedRefusal(
  { db, today }: UnitContext,
  { row }: ChangedDeal,
  after: readonly PlanLine[],
): Refusal[] {
  const received = incomingOf(db, row.id).map(({ lines: _named, ...money }) => money);
  const { unused } = settle(after, received, today);
  return unused === 0 || after.length === 0 ? [] : [{ code: 'CHANGE_MONEY_UNPLACED', params: { amountFen: unused } }];
}

/** The shares of a deal's receipts in the lines of its plan. */
function sharesOf(db: ReadDb, subscriptionId: number) {
  const receipts = receiptsOf(db, [subscriptionId]).map(({ receipt }) => receipt);
  const lines = receiptLinesOf(
    db,
    receipts.map(({ id }) => id),
  );
  return { receipts, shares: lines.map(({ line }) => line) };
}

/**
 * Writes a new plan over the old one. What was paid stays paid: a receipt keeps its lines where all of them stay by
 * position and item and still hold what was paid on them; else its money is spread over the new lines from the earliest.
 */
export function writePlan(command: UnitCommand, { row }: ChangedDeal, after: readonly PlanLine[]): void {
  const { db, tx } = command;
  const before = planLinesOf(db, row.id);
  const { receipts, shares } = sharesOf(db, row.id);
  const valid = new Set(receipts.filter(({ state }) => state === 'valid').map(({ id }) => id));
  const paidOn = (planLineId: number) =>
    sumFen(
      shares.filter((one) => one.planLineId === planLineId && valid.has(one.receiptId)).map(({ amount }) => amount),
    );
  const next = new Map(after.map((line) => [line.position, line]));
  const stays = new Set(
    before
      .filter(({ id, position, item }) => {
        const line = next.get(position);
        return line?.item === item && paidOn(id) <= line.amount;
      })
      .map(({ id }) => id),
  );
  const loose = new Set(shares.filter(({ planLineId }) => !stays.has(planLineId)).map(({ receiptId }) => receiptId));
  const gone = shares.filter(({ receiptId }) => loose.has(receiptId)).map(({ id }) => id);
  if (gone.length > 0) tx.removeAll(receiptLines, gone);
  for (const line of before) {
    const to = stays.has(line.id) ? next.get(line.position) : undefined;
    if (to === undefined) {
      endLoanOf(command, line.id, row.number);
      tx.remove(planLines, line.id);
    } else if (to.amount !== line.amount || to.dueOn !== line.dueOn || to.inPrice !== line.inPrice)
      tx.update(planLines, line.id, { amount: to.amount, dueOn: to.dueOn, inPrice: to.inPrice });
  }
  for (const line of after)
    if (!before.some(({ id, position }) => stays.has(id) && position === line.position))
      tx.insert(planLines, { subscriptionId: row.id, ...line });
  for (const receipt of receipts) {
    if (!loose.has(receipt.id) || receipt.state !== 'valid') continue;
    const lines = planLinesOf(db, row.id);
    // Of the loose ones only those that have their lines again: what is not spread yet holds no line.
    const spreadSoFar = incomingOf(db, row.id).filter(({ lines: named }) => (named?.length ?? 0) > 0);
    const open = settle(lines, spreadSoFar, command.today).lines;
    for (const { position, amount } of spread(receipt.item, receipt.amount, open)) {
      const line = lines.find((one) => one.position === position);
      if (line !== undefined) tx.insert(receiptLines, { receiptId: receipt.id, planLineId: line.id, amount });
    }
  }
}
