import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, sumFen } from '#shared/kernel/money.ts';
import type { PlanItem } from '../plans/states.ts';

/** A line of the payment plan as far as signing looks at it. */
type Line = {
  readonly item: PlanItem;
  readonly amount: Fen;
  readonly dueOn: LocalDate;
  readonly inPrice: boolean;
};

const loans: readonly PlanItem[] = ['commercialLoan', 'providentLoan'];

/** What the buyers themselves owe by the day of signing: it must be here before anybody signs. */
export function firstPaymentOf(plan: readonly Line[], signBy: LocalDate): Fen {
  return sumFen(
    plan
      .filter(({ item, dueOn, inPrice }) => inPrice && dueOn <= signBy && !loans.includes(item))
      .map(({ amount }) => amount),
  );
}
