import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, sumFen } from '#shared/kernel/money.ts';

/** States of an invoice (发票): one that was reversed by a red one (红冲) counts no more, and neither does the red one. */
export const invoiceStates = ['valid', 'reversed', 'red'] as const;
/** State of an invoice. */
export type InvoiceState = (typeof invoiceStates)[number];

/** An invoice as its rules see it; the amount of a red one is what it takes back. */
export type Invoice = { readonly amount: Fen; readonly issuedOn: LocalDate; readonly state: InvoiceState };

/** What is invoiced of a deal and stands. */
export function invoicedOf(invoices: readonly Invoice[]): Fen {
  return sumFen(invoices.filter(({ state }) => state === 'valid').map(({ amount }) => amount));
}

/** What of the money of a deal has no invoice yet; less than nothing where money went back after its invoice. */
export function uninvoicedOf(held: Fen, invoices: readonly Invoice[]): Fen {
  return fen(held - invoicedOf(invoices));
}

/** Why an invoice cannot be entered, or undefined: never above what was received, no number twice, no day to come. */
export function invoiceRefusal(
  { amount, issuedOn }: Pick<Invoice, 'amount' | 'issuedOn'>,
  facts: {
    readonly held: Fen;
    readonly invoices: readonly Invoice[];
    readonly taken: boolean;
    readonly today: LocalDate;
  },
): Refusal | undefined {
  if (facts.taken) return { code: 'INVOICE_NUMBER_TAKEN' };
  if (issuedOn > facts.today) return { code: 'INVOICE_DAY_WRONG', params: { todayOn: facts.today } };
  const open = fen(Math.max(0, uninvoicedOf(facts.held, facts.invoices)));
  return amount <= 0 || amount > open ? { code: 'INVOICE_ABOVE_RECEIVED', params: { openFen: open } } : undefined;
}

/** Why an invoice cannot be reversed by a red one, or undefined. */
export function reversalRefusal(
  invoice: Invoice,
  red: { readonly issuedOn: LocalDate; readonly taken: boolean; readonly today: LocalDate },
): Refusal | undefined {
  if (invoice.state !== 'valid') return { code: 'INVOICE_REVERSED' };
  if (red.taken) return { code: 'INVOICE_NUMBER_TAKEN' };
  return red.issuedOn < invoice.issuedOn || red.issuedOn > red.today
    ? { code: 'INVOICE_DAY_WRONG', params: { todayOn: red.today } }
    : undefined;
}

/** For whom an invoice is taken: the customer, or the title office (办证), which sees it with the application. */
export const invoiceTakers = ['customer', 'titleOffice'] as const;
/** For whom an invoice is taken. */
export type InvoiceTaker = (typeof invoiceTakers)[number];

/** Who took an invoice for whom, as it is kept. */
type Takings = { readonly takenOn: LocalDate | null; readonly titleTakenOn: LocalDate | null };

/** Why it cannot be entered that somebody took an invoice, or undefined: once for each, on a day between its own and today. */
export function handingRefusal(
  invoice: Invoice & Takings,
  taking: { readonly taker: InvoiceTaker; readonly takenOn: LocalDate; readonly today: LocalDate },
): Refusal | undefined {
  const { taker, takenOn, today } = taking;
  const known = taker === 'customer' ? invoice.takenOn : invoice.titleTakenOn;
  if (known !== null) return { code: 'INVOICE_HANDED_OVER' };
  return takenOn < invoice.issuedOn || takenOn > today
    ? { code: 'INVOICE_DAY_WRONG', params: { todayOn: today } }
    : undefined;
}
