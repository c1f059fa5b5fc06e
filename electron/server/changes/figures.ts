import type { ReadDb } from '#db/access.ts';
import { planLinesOf, receiptsOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import type { ChangeFigure, Simulation } from '#shared/domain/changes/simulation.ts';
import type { PlanLine } from '#shared/domain/plans/expand.ts';
import { keptPlan, planFigure } from '#shared/domain/plans/naming.ts';
import type { PlanTemplate } from '#shared/domain/plans/template.ts';
import { depositFacts } from '#shared/domain/subscriptions/deposit.ts';
import { ZERO_FEN } from '#shared/kernel/money.ts';

/** One figure before and after. */
export function figure(
  name: ChangeFigure,
  before: string | number | null,
  after: string | number | null,
): Simulation['figures'][number] {
  return { name, before, after };
}

/** The payment plan of a deal before and after; without `after` the office has no such plan any more. */
export function figureOfPlan(row: SubscriptionRow, after: PlanTemplate | undefined): Simulation['figures'][number] {
  return figure('planKind', planFigure(row), after === undefined ? null : planFigure(keptPlan(after)));
}

/** The customers' money where a change moves none of it. */
export function cashOf(db: ReadDb, { id, depositDue }: SubscriptionRow): Simulation['cash'] {
  const receipts = receiptsOf(db, [id]).map(({ receipt }) => receipt);
  const { receivedInAll } = depositFacts(depositDue, receipts);
  return { received: receivedInAll, toPay: ZERO_FEN, toReturn: ZERO_FEN, kept: ZERO_FEN };
}

/** The plan of a deal as a change looks at it. */
export function planOfDeal(db: ReadDb, { id }: SubscriptionRow): PlanLine[] {
  return planLinesOf(db, id).map(({ position, item, amount, dueOn, inPrice }) => ({
    position,
    item,
    amount,
    dueOn,
    inPrice,
  }));
}
