import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { expandPlan, type PlanLine, planRefusal } from '../plans/expand.ts';
import type { PlanTemplate } from '../plans/template.ts';

/** A deal as far as the days of its plan follow from it. */
type ExtendedDeal = {
  readonly subscribedOn: LocalDate;
  readonly signBy: LocalDate;
  readonly price: Fen;
  readonly depositDue: Fen;
};

/**
 * The lines of a plan when the deal is signed later: what was due by its way to pay, counted from the day to sign, is due
 * by the new day; a day that somebody set otherwise stays. A plan that no way to pay explains moves what was due on the
 * day to sign itself. Amounts and order stay.
 */
export function extendedLines(
  lines: readonly PlanLine[],
  { subscribedOn, signBy, price, depositDue }: ExtendedDeal,
  until: LocalDate,
  template: PlanTemplate | undefined,
): PlanLine[] {
  const expanded = (signing: LocalDate): readonly PlanLine[] | undefined => {
    const terms = { subscription: subscribedOn, signing, deposit: depositDue };
    return template === undefined || planRefusal(template, price, terms) !== undefined
      ? undefined
      : expandPlan(template, price, terms);
  };
  const was = expanded(signBy);
  const will = expanded(until);
  const explained =
    was?.length === lines.length &&
    will?.length === lines.length &&
    was.every((line, index) => line.item === lines[index]?.item && line.item === will[index]?.item);
  return lines.map((line, index) => {
    const [from, to] = explained ? [was[index]?.dueOn, will[index]?.dueOn] : [signBy, until];
    return line.dueOn === from && to !== undefined ? { ...line, dueOn: to } : line;
  });
}
