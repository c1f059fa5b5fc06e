import { accountById, theOffice } from '#db/repositories/accounts.ts';
import { customerById } from '#db/repositories/customers.ts';
import { theProject } from '#db/repositories/projects.ts';
import { type QuoteRow, quoteOfSubscription } from '#db/repositories/quotes.ts';
import { planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, unitById } from '#db/repositories/units.ts';
import type { ExpenseEstimateData } from '#shared/documents/expense-estimate/data.ts';
import { expenseWords } from '#shared/documents/kit/fee-words.ts';
import { type Expense, expenseSums, expensesOf } from '#shared/domain/quotes/expenses.ts';
import { type Fee, feesOf } from '#shared/domain/quotes/fees.ts';
import { loanKinds } from '#shared/domain/quotes/loans.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { buyerNames } from '../changes/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { feeRates } from '../quotes/fee-rates.ts';
import { rateSources } from '../quotes/fee-sources.ts';

type Context = Pick<QueryContext, 'db' | 'setting' | 'today'>;

/** What an estimate is made of, whatever record it goes with. */
type Estimated = {
  readonly on: LocalDate;
  readonly basedOn: string;
  readonly customer: string;
  readonly consultantId: number;
  readonly unitId: number;
  readonly price: Fen;
  readonly homeOrder: ExpenseEstimateData['homeOrder'];
  readonly borrows: boolean;
  /** Taxes and fees that were reckoned already. */
  readonly fees?: readonly Fee[];
};

const lending: readonly string[] = loanKinds;

/** The expense estimate of a purchase plan: by its figures and the settings of its day. Throws NOT_FOUND. */
export function estimateOfQuote(context: Context, quote: QuoteRow): ExpenseEstimateData {
  const { reckoning } = quote;
  return estimate(context, {
    on: quote.quotedOn,
    basedOn: `置业计划书 ${quote.number}`,
    customer: customerById(context.db, quote.customerId)?.name ?? '',
    consultantId: quote.consultantId,
    unitId: quote.unitId,
    price: quote.price,
    homeOrder: quote.homeOrder,
    borrows: reckoning.ways.some(({ loans }) => loans.length > 0),
    fees: reckoning.fees,
  });
}

/**
 * The expense estimate of a subscription by today's settings. Which home of the family it is says the purchase plan that
 * it came from; without one the full rate of deed tax is estimated. Throws NOT_FOUND.
 */
export function estimateOfSubscription(context: Context, row: SubscriptionRow): ExpenseEstimateData {
  return estimate(context, {
    on: context.today,
    basedOn: `认购书 ${row.number}`,
    customer: buyerNames(context, [row.id])(row.id),
    consultantId: row.consultantId,
    unitId: row.unitId,
    price: row.price,
    homeOrder: quoteOfSubscription(context.db, row.id)?.homeOrder ?? null,
    borrows: planLinesOf(context.db, row.id).some(({ item }) => lending.includes(item)),
  });
}

function estimate(context: Context, deal: Estimated): ExpenseEstimateData {
  const { db, setting } = context;
  const project = theProject(db);
  const unit = unitById(db, deal.unitId);
  if (project === undefined || unit === undefined) throw new DomainError('NOT_FOUND');
  const { use, builtArea } = unit;
  const purchase = { use, builtArea, price: deal.price, homeOrder: deal.homeOrder ?? 'further' } as const;
  const fees = deal.fees ?? feesOf(purchase, feeRates(context, deal.on));
  const expenses = expensesOf(
    { fees, price: deal.price, use, borrows: deal.borrows },
    {
      mortgageRegistration: setting('mortgageRegistrationFee', deal.on),
      optional: setting('optionalCharges', deal.on),
    },
  );
  return {
    estimatedOn: deal.on,
    basedOn: deal.basedOn,
    project: project.name,
    seller: { name: project.sellerName, phone: theOffice(db)?.companyPhone ?? '' },
    customer: deal.customer,
    consultant: accountById(db, deal.consultantId)?.name ?? '—',
    unit: { label: labelOfUnit(db, unit.id), use, builtArea },
    price: deal.price,
    homeOrder: deal.homeOrder,
    expenses,
    sums: expenseSums(expenses),
    sources: sourcesOf(context, expenses, deal.on),
  };
}

/** On what the rates rest, each setting once with the names of what is reckoned by it. */
function sourcesOf(context: Context, expenses: readonly Expense[], day: LocalDate): ExpenseEstimateData['sources'] {
  const sourceOf = rateSources(context, day);
  const rows = new Map<string, { names: string[]; from: LocalDate | null; note: string }>();
  for (const { kind } of expenses) {
    if (kind === 'homePrice') continue;
    const { key, from, note } = sourceOf(kind);
    const row = rows.get(key) ?? { names: [], from, note };
    rows.set(key, { ...row, names: [...row.names, expenseWords[kind].name] });
  }
  return [...rows.values()].map(({ names, from, note }) => ({ name: names.join('、'), from, note }));
}
