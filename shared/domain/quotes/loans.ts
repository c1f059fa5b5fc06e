import type { Fen } from '#shared/kernel/money.ts';
import { type LoanTerms, type RepaymentSummary, type RepaymentWay, repaymentSummary } from '../loans/repayment.ts';
import type { PlanLine } from '../plans/expand.ts';
import type { HomeOrder } from './states.ts';

/** Kinds of loans in a payment plan. */
export const loanKinds = ['commercialLoan', 'providentLoan'] as const;
/** Kind of loan. */
export type LoanKind = (typeof loanKinds)[number];

type Rates = { readonly firstHome: number; readonly secondHome: number };

/** Yearly rates by kind of loan; the provident fund lends cheaper for five years and less. */
export type LoanRates = Readonly<Record<LoanKind | 'providentShort', Rates>>;

/** A loan of a payment way with its rate. */
export type QuotedLoan = LoanTerms & { readonly kind: LoanKind };

/** Loans of a payment way, and what they ask each month by either way to repay; null where nothing is lent. */
export type QuotedLoans = {
  readonly loans: readonly QuotedLoan[];
  readonly repayment: Readonly<Record<RepaymentWay, RepaymentSummary>> | null;
};

const MONTHS = 12;
const SHORT_YEARS = 5;

/** The yearly rate of a loan by the office's settings. Lenders ask for a further home what they ask for a second. */
export function loanRatePpm(kind: LoanKind, years: number, homeOrder: HomeOrder, rates: LoanRates): number {
  const row = kind === 'providentLoan' && years <= SHORT_YEARS ? rates.providentShort : rates[kind];
  return homeOrder === 'first' ? row.firstHome : row.secondHome;
}

/** The loans of a payment plan over so many years, repaid by equal instalments and by equal principal. */
export function quotedLoans(
  plan: readonly PlanLine[],
  terms: { readonly years: number; readonly homeOrder: HomeOrder; readonly rates: LoanRates },
): QuotedLoans {
  const { years, homeOrder, rates } = terms;
  const loans = plan.flatMap(({ item, amount, inPrice }) => {
    const kind = loanKinds.find((one) => one === item);
    if (kind === undefined || !inPrice) return [];
    return [{ kind, principal: amount, ratePpm: loanRatePpm(kind, years, homeOrder, rates), months: years * MONTHS }];
  });
  if (loans.length === 0) return { loans, repayment: null };

  const repayment = {
    equalInstalments: repaymentSummary('equalInstalments', loans),
    equalPrincipal: repaymentSummary('equalPrincipal', loans),
  };
  return { loans, repayment };
}

/** What the provident fund lends in a plan. */
export function providentLoanOf(loans: readonly QuotedLoan[]): Fen | undefined {
  return loans.find(({ kind }) => kind === 'providentLoan')?.principal;
}
