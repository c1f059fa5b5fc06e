import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import type { quotes as quotesApi } from '#shared/api/quotes.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { downPaymentOf } from '#shared/domain/plans/down-payment.ts';
import type { Adjustment } from '#shared/domain/pricing/catalogue.ts';
import { feesOf, feesTogether } from '#shared/domain/quotes/fees.ts';
import { providentLoanOf, quotedLoans } from '#shared/domain/quotes/loans.ts';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import { quoteValidUntil } from '#shared/domain/quotes/states.ts';
import { depositCap } from '#shared/domain/subscriptions/deposit.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { type Reckoning, reckon } from '../subscriptions/price-terms.ts';
import { feeRates } from './fee-rates.ts';
import { homeRefusals } from './home-refusals.ts';

/** What somebody wants quoted. */
export type QuoteTerms = z.output<(typeof quotesApi)['reckon']['input']>['terms'];

type Context = Pick<QueryContext, 'setting' | 'today'> & { readonly db: ReadDb };
type Way = QuoteReckoning['ways'][number];

/** Terms as the office reckons them, and what stands in the way of giving them to a customer. */
export type ReckonedQuote = {
  readonly reckoning: QuoteReckoning;
  readonly adjustments: readonly Adjustment[];
  readonly validUntil: LocalDate;
  readonly needsApprovalOf: Post | null;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly Refusal[];
};

/**
 * Reckons a purchase plan by the engine of subscriptions, once for each payment way, and by the office's settings of the
 * day. A price beyond the caller's own authority is no price to give away in writing.
 */
export function reckonQuote(context: Context, terms: QuoteTerms, post: Post): ReckonedQuote {
  const { setting, today } = context;
  const ways = terms.ways.map((wish) => ({ wish, reckoned: reckonWay(context, terms, wish.planCode, post) }));
  const [first] = ways;
  if (first === undefined) throw new DomainError('PLAN_NOT_VALID');
  const { unit, listPrice, price, facts, needsApprovalOf, adjustments } = first.reckoned;
  const quoted = ways.map(({ wish, reckoned }) => wayOf(context, terms, wish, reckoned));
  const fees = feesOf(
    { use: unit.use, builtArea: unit.builtArea, price: price.total, homeOrder: terms.homeOrder },
    feeRates(context),
  );
  const most = setting('loanYearsMost');
  const refusals: (Refusal | undefined)[] = [
    ...homeRefusals(context, unit),
    ...ways.flatMap(({ reckoned }) => reckoned.refusals),
    terms.ways.some(({ loanYears }) => loanYears > most)
      ? { code: 'LOAN_TERM_TOO_LONG', params: { years: most } }
      : undefined,
    needsApprovalOf === null
      ? undefined
      : { code: 'QUOTE_NEEDS_APPROVAL', params: { belowPpm: facts.depthPpm, post: needsApprovalOf } },
  ];
  return {
    reckoning: {
      listPrice,
      lines: price.lines.map(({ kind, label, ratePpm, amount, after }) => ({ kind, label, ratePpm, amount, after })),
      price: price.total,
      unitPrice: price.unitPrice ?? null,
      basis: setting('priceBasis'),
      belowListPpm: facts.depthPpm,
      ways: quoted,
      fees,
      feesTogether: feesTogether(fees),
    },
    adjustments,
    validUntil: quoteValidUntil(today, setting('quoteDays'), adjustments, setting('discounts')),
    needsApprovalOf,
    refusals: withoutTwins(refusals),
    warnings: withoutTwins(quoted.map((way) => overCap(way, setting('providentLoanCap')))),
  };
}

/** A plan as if the home were subscribed today by the office's usual terms: its deposit and its days to sign. */
function reckonWay(context: Context, terms: QuoteTerms, planCode: string, post: Post): Reckoning {
  const { setting, today } = context;
  const signBy = addDays(today, setting('signingDays'));
  const wish = { unitId: terms.unitId, adjustments: terms.adjustments, planCode, signBy };
  const plain = reckon(context, { ...wish, deposit: setting('defaultDeposit') }, post);
  const most = depositCap(plain.price.total, setting('depositCapPpm'));
  if (setting('defaultDeposit') <= most) return plain;
  return reckon(context, { ...wish, deposit: fen(most) }, post);
}

function wayOf(context: Context, terms: QuoteTerms, wish: QuoteTerms['ways'][number], reckoned: Reckoning): Way {
  const { setting } = context;
  const { template } = reckoned;
  const { loans, repayment } = quotedLoans(reckoned.plan, {
    years: wish.loanYears,
    homeOrder: terms.homeOrder,
    rates: setting('loanRates'),
  });
  return {
    planKind: template.kind,
    planCode: wish.planCode,
    label: template.label,
    loanYears: wish.loanYears,
    downPayment: downPaymentOf(reckoned.plan, reckoned.price.total),
    plan: [...reckoned.plan],
    loans: [...loans],
    repayment,
  };
}

function overCap({ loans }: Way, cap: Way['downPayment']['amount']): Refusal | undefined {
  const loan = providentLoanOf(loans);
  return loan !== undefined && loan > cap
    ? { code: 'PROVIDENT_LOAN_OVER_CAP', params: { loanFen: loan, capFen: cap } }
    : undefined;
}

function withoutTwins(refusals: readonly (Refusal | undefined)[]): Refusal[] {
  const present = refusals.filter((one) => one !== undefined);
  return present.filter(({ code }, index) => present.findIndex((one) => one.code === code) === index);
}
