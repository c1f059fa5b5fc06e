import { type Fen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import type { UnitUse } from '../units/states.ts';
import { type ByUse, type Fee, feeKinds } from './fees.ts';

/** What nobody has to buy with a home (自愿项目): insurance, a notary, an agency that runs the errands. */
export const optionalCharges = ['insurance', 'notary', 'agency'] as const;
/** Kind of such a charge. */
export type OptionalCharge = (typeof optionalCharges)[number];

/** Everything that a purchase costs, in the order in which it is shown. */
export const expenseKinds = ['homePrice', ...feeKinds, 'mortgageRegistration', ...optionalCharges] as const;
/** Kind of an expense. */
export type ExpenseKind = (typeof expenseKinds)[number];

/** One expense with what it is reckoned from, as a {@link Fee} says it. */
export type Expense = Omit<Fee, 'kind'> & { readonly kind: ExpenseKind };

/** What everything comes to; what nobody has to buy stands apart and is in none of the others. */
export type ExpenseSums = {
  readonly toSeller: Fen;
  readonly toOthers: Fen;
  readonly together: Fen;
  readonly optional: Fen;
};

/** True for an expense that the buyer is free to leave out. */
export function isOptional(kind: ExpenseKind): kind is OptionalCharge {
  return optionalCharges.some((one) => one === kind);
}

/** What of it the settings say beside taxes and fees. */
export type ChargeRates = {
  readonly mortgageRegistration: ByUse<Fen>;
  readonly optional: Readonly<Record<OptionalCharge, Fen>>;
};

/**
 * Everything that a purchase costs (购房费用): the price, its taxes and fees as {@link Fee} reckons them, the registration of
 * a mortgage for whoever borrows, and what may be bought beside. What comes to nothing is left out: a charge that is not
 * shown is not asked for.
 */
export function expensesOf(
  { fees, price, use, borrows }: { fees: readonly Fee[]; price: Fen; use: UnitUse; borrows: boolean },
  rates: ChargeRates,
): Expense[] {
  const once = (kind: ExpenseKind, amount: Fen): Expense => ({
    kind,
    ratePpm: null,
    perSquareMetre: null,
    months: null,
    amount,
  });
  const mortgage = borrows ? rates.mortgageRegistration[use === 'home' ? 'home' : 'otherUse'] : ZERO_FEN;
  return [
    once('homePrice', price),
    ...fees,
    once('mortgageRegistration', mortgage),
    ...optionalCharges.map((kind) => once(kind, rates.optional[kind])),
  ].filter(({ amount }) => amount > 0);
}

/** What the expenses come to: to the seller, to all others who must be paid, both together; and what is voluntary. */
export function expenseSums(expenses: readonly Pick<Expense, 'kind' | 'amount'>[]): ExpenseSums {
  const sumOf = (belongs: (kind: ExpenseKind) => boolean) =>
    sumFen(expenses.flatMap(({ kind, amount }) => (belongs(kind) ? [amount] : [])));
  const toSeller = sumOf((kind) => kind === 'homePrice');
  const toOthers = sumOf((kind) => kind !== 'homePrice' && !isOptional(kind));
  return { toSeller, toOthers, together: sumFen([toSeller, toOthers]), optional: sumOf(isOptional) };
}
