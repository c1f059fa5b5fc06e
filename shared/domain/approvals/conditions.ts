import { z } from 'zod';
import type { Refusal } from '#shared/kernel/errors.ts';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { isLoan, type PlanItem } from '../plans/states.ts';

/** What an approval is tied to (附带条件): the deal carries it and everybody who opens the deal sees it. */
export const approvalConditionsSchema = z.strictObject({
  /** To be signed by this day; the deal's own day to sign moves up to it. */
  signBy: localDateSchema.nullable(),
  /** The deposit is to be whole by this day; it is due then. */
  depositBy: localDateSchema.nullable().default(null),
  /** The first payment is to be here by this day; it is due then, and nobody signs without it. */
  firstPaymentBy: localDateSchema.nullable().default(null),
  /** The way of payment stays as it was asked for; no act of this office changes it once the deal is agreed to. */
  planKept: z.boolean(),
  /** No further discount comes on top; no act of this office changes the price once the deal is agreed to. */
  noFurtherDiscount: z.boolean(),
  /** In words, for people: no rule can see whether it is met. */
  text: z.string().trim().max(200),
});
/** What an approval is tied to. */
export type ApprovalConditions = z.output<typeof approvalConditionsSchema>;
/** The same as it is kept. */
export type KeptConditions = z.input<typeof approvalConditionsSchema>;

/** How an approval without conditions is kept. */
export const nothingKept: KeptConditions = { signBy: null, planKept: false, noFurtherDiscount: false, text: '' };

/** An approval without conditions. */
export const noConditions: ApprovalConditions = approvalConditionsSchema.parse(nothingKept);

/** True when somebody has tied an approval to anything. */
export function isConditional(conditions: ApprovalConditions): boolean {
  const { planKept, noFurtherDiscount, text } = conditions;
  return hasDay(conditions) || planKept || noFurtherDiscount || text !== '';
}

/** A deal as conditions look at it. */
export type TiedDeal = {
  readonly signBy: LocalDate;
  readonly plan: readonly {
    readonly position: number;
    readonly item: PlanItem;
    readonly dueOn: LocalDate;
    readonly inPrice: boolean;
  }[];
};

/** Days that may be set, both included. */
export type DayRange = { readonly from: LocalDate; readonly until: LocalDate };

/**
 * Between which days each payment may be set: the deposit until the day to sign, the first payment after the deposit and
 * no later than it is due or the deal is signed. Null where the plan has no such line.
 */
export function payableDays(
  { signBy: chosen, depositBy }: Pick<ApprovalConditions, 'signBy' | 'depositBy'>,
  { signBy: agreed, plan }: TiedDeal,
  today: LocalDate,
): { readonly deposit: DayRange | null; readonly firstPayment: DayRange | null } {
  const signBy = chosen ?? agreed;
  const first = firstOf(plan);
  const from = depositBy ?? today;
  return {
    deposit: plan.some(({ item }) => item === 'deposit') ? { from: today, until: signBy } : null,
    firstPayment: first === undefined ? null : { from, until: first.dueOn < signBy ? first.dueOn : signBy },
  };
}

/** Why an approval cannot be tied to this, or undefined: a day to sign lies between today and the deal's own. */
export function conditionsRefusal(
  conditions: ApprovalConditions,
  deal: TiedDeal | null,
  today: LocalDate,
): Refusal | undefined {
  const { signBy, depositBy, firstPaymentBy } = conditions;
  if (!hasDay(conditions)) return undefined;
  if (deal === null) return { code: 'CONDITION_WITHOUT_DEAL' };
  if (signBy !== null && (signBy < today || signBy > deal.signBy))
    return { code: 'CONDITION_DAY_WRONG', params: { todayOn: today, signByOn: deal.signBy } };
  const { deposit, firstPayment } = payableDays(conditions, deal, today);
  return outside(depositBy, deposit) ?? outside(firstPaymentBy, firstPayment);
}

/**
 * The days of a deal that is tied: the day to sign moves up, and with it what is due by it, so that nobody signs without
 * the first payment; deposit and first payment are due on the days that were set. Only lines that move are answered.
 */
export function tiedDays(
  { signBy: chosen, depositBy, firstPaymentBy }: ApprovalConditions,
  { signBy: agreed, plan }: TiedDeal,
): { readonly signBy: LocalDate; readonly lines: readonly { readonly position: number; readonly dueOn: LocalDate }[] } {
  const signBy = chosen ?? agreed;
  const first = firstOf(plan)?.position;
  const lines = plan.flatMap(({ position, item, dueOn }) => {
    const set = item === 'deposit' ? depositBy : position === first ? firstPaymentBy : null;
    const day = set ?? (!isLoan(item) && dueOn > signBy && dueOn <= agreed ? signBy : dueOn);
    return day === dueOn ? [] : [{ position, dueOn: day }];
  });
  return { signBy, lines };
}

/** The first line of the buyers' own money after the deposit. */
function firstOf(plan: TiedDeal['plan']): TiedDeal['plan'][number] | undefined {
  return plan.find(({ item, inPrice }) => inPrice && item !== 'deposit' && !isLoan(item));
}

function hasDay({ signBy, depositBy, firstPaymentBy }: ApprovalConditions): boolean {
  return signBy !== null || depositBy !== null || firstPaymentBy !== null;
}

function outside(day: LocalDate | null, range: DayRange | null): Refusal | undefined {
  if (day === null) return undefined;
  if (range === null) return { code: 'CONDITION_PAYMENT_MISSING' };
  return day < range.from || day > range.until
    ? { code: 'CONDITION_PAYMENT_DAY_WRONG', params: { fromOn: range.from, untilOn: range.until } }
    : undefined;
}
