import { describe, expect, it } from 'vitest';
import {
  handingRefusal,
  type Invoice,
  invoicedOf,
  invoiceRefusal,
  reversalRefusal,
  uninvoicedOf,
} from '#shared/domain/payments/invoices.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const today = localDate('2026-11-16');
const invoice = (amount: number, state: Invoice['state'] = 'valid'): Invoice => ({
  amount: yuan(amount),
  issuedOn: localDate('2026-11-10'),
  state,
});

describe('Invoices of a deal', () => {
  const known = [invoice(30_000), invoice(20_000, 'reversed'), invoice(20_000, 'red')];
  const facts = { held: yuan(100_000), invoices: known, taken: false, today };

  it('count what stands: neither what was reversed nor the red one', () => {
    expect(invoicedOf(known)).toBe(yuan(30_000));
    expect(uninvoicedOf(yuan(100_000), known)).toBe(yuan(70_000));
    expect(uninvoicedOf(yuan(10_000), known)).toBe(yuan(-20_000));
  });

  it.each([
    ['to the last fen of what was received', yuan(70_000), today, facts, undefined],
    ['a fen above it', fen(7_000_001), today, facts, 'INVOICE_ABOVE_RECEIVED'],
    ['of nothing', fen(0), today, facts, 'INVOICE_ABOVE_RECEIVED'],
    ['after money went back', yuan(1), today, { ...facts, held: yuan(10_000) }, 'INVOICE_ABOVE_RECEIVED'],
    ['under a number that is there', yuan(1), today, { ...facts, taken: true }, 'INVOICE_NUMBER_TAKEN'],
    ['of tomorrow', yuan(1), localDate('2026-11-17'), facts, 'INVOICE_DAY_WRONG'],
  ] as const)('entered %s are answered', (_, amount, issuedOn, of, code) => {
    expect(invoiceRefusal({ amount, issuedOn }, of)?.code).toBe(code);
  });

  it('are reversed once, by a red one of its day or later with a number of its own', () => {
    const red = { issuedOn: today, taken: false, today };
    expect(reversalRefusal(invoice(1), red)).toBeUndefined();
    expect(reversalRefusal(invoice(1, 'reversed'), red)?.code).toBe('INVOICE_REVERSED');
    expect(reversalRefusal(invoice(1, 'red'), red)?.code).toBe('INVOICE_REVERSED');
    expect(reversalRefusal(invoice(1), { ...red, taken: true })?.code).toBe('INVOICE_NUMBER_TAKEN');
    expect(reversalRefusal(invoice(1), { ...red, issuedOn: localDate('2026-11-09') })?.code).toBe('INVOICE_DAY_WRONG');
  });

  it('are taken once for the customer and once to the title office, on a day between their own and today', () => {
    const free = { ...invoice(1), takenOn: null, titleTakenOn: null };
    const taking = { taker: 'customer', takenOn: today, today } as const;
    const toTitle = { ...taking, taker: 'titleOffice' } as const;
    expect(handingRefusal(free, taking)).toBeUndefined();
    expect(handingRefusal({ ...free, takenOn: today }, taking)?.code).toBe('INVOICE_HANDED_OVER');
    expect(handingRefusal({ ...free, takenOn: today }, toTitle)).toBeUndefined();
    expect(handingRefusal({ ...free, titleTakenOn: today }, toTitle)?.code).toBe('INVOICE_HANDED_OVER');
    expect(handingRefusal(free, { ...taking, takenOn: localDate('2026-11-09') })?.code).toBe('INVOICE_DAY_WRONG');
    expect(handingRefusal(free, { ...toTitle, takenOn: localDate('2026-11-17') })?.code).toBe('INVOICE_DAY_WRONG');
  });
});
