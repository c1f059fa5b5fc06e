import { type Fen, fen, mulDivHalfUp, ONE_PPM, subtractFen, sumFen } from '#shared/kernel/money.ts';

/** Ways to repay a loan (还款方式): 等额本息 and 等额本金. */
export const repaymentWays = ['equalInstalments', 'equalPrincipal'] as const;
/** Way to repay a loan. */
export type RepaymentWay = (typeof repaymentWays)[number];

/** A loan as a bank or the provident fund reckons it: a nominal rate per year, repaid every month. */
export type LoanTerms = { readonly principal: Fen; readonly ratePpm: number; readonly months: number };

/** One month of a repayment schedule. `open` is what is still owed after it. */
export type Repayment = {
  readonly month: number;
  readonly principal: Fen;
  readonly interest: Fen;
  readonly payment: Fen;
  readonly open: Fen;
};

/** What a person wants to know of a schedule: the first and the last month, and what the loan costs. */
export type RepaymentSummary = { readonly first: Fen; readonly last: Fen; readonly interest: Fen };

const MONTHS = 12;

/**
 * The months of a loan, exact to the fen: interest of each month half up on what is still owed, and the last month pays
 * the rest, so that the principal parts sum to the loan whatever was rounded before.
 */
export function repayments(way: RepaymentWay, terms: LoanTerms): Repayment[] {
  const { principal, ratePpm, months } = terms;
  const instalment = way === 'equalInstalments' ? monthlyInstalment(terms) : undefined;
  const part = fen(mulDivHalfUp(principal, 1, months));
  const schedule: Repayment[] = [];
  let open = principal;
  for (let month = 1; month <= months; month += 1) {
    const interest = fen(mulDivHalfUp(open, ratePpm, ONE_PPM * MONTHS));
    const wanted = instalment === undefined ? part : subtractFen(instalment, interest);
    // A tiny loan over many months rounds to nothing or too much; nobody owes less than nothing.
    const paid = month === months ? open : fen(Math.min(Math.max(wanted, 0), open));
    open = subtractFen(open, paid);
    schedule.push({ month, principal: paid, interest, payment: sumFen([paid, interest]), open });
  }
  return schedule;
}

/**
 * The equal monthly instalment (等额本息月供): P·r·(1+r)^n / ((1+r)^n − 1) with r a twelfth of the yearly rate, reckoned
 * as one fraction of whole numbers and rounded half up once.
 */
export function monthlyInstalment({ principal, ratePpm, months }: LoanTerms): Fen {
  if (ratePpm === 0) return fen(mulDivHalfUp(principal, 1, months));
  const rate = BigInt(ratePpm);
  const whole = BigInt(ONE_PPM * MONTHS);
  const grown = (whole + rate) ** BigInt(months);
  const numerator = BigInt(principal) * rate * grown;
  const denominator = whole * (grown - whole ** BigInt(months));
  return fen(Number((numerator * 2n + denominator) / (denominator * 2n)));
}

/** First and last instalment and all the interest of a loan, or of several repaid side by side (组合贷). */
export function repaymentSummary(way: RepaymentWay, loans: readonly LoanTerms[]): RepaymentSummary {
  const schedules = loans.map((loan) => repayments(way, loan));
  const longest = Math.max(0, ...schedules.map(({ length }) => length));
  const inMonth = (month: number): Fen => sumFen(schedules.flatMap((schedule) => schedule[month]?.payment ?? []));
  return {
    first: inMonth(0),
    last: longest === 0 ? fen(0) : inMonth(longest - 1),
    interest: sumFen(schedules.flat().map(({ interest }) => interest)),
  };
}
