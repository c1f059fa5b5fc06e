import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balancesOf,
  bankedEntries,
  depositBecomesPrice,
  isBalanced,
  receiptEntries,
  voidingEntries,
} from '#shared/domain/payments/entries.ts';
import { receiptRefusal, voidRefusal } from '#shared/domain/payments/receipt-rules.ts';
import { ledgerAccounts, paymentMethods, receiptItems } from '#shared/domain/payments/states.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');

describe('the double entry of money taken', () => {
  it('puts a transferred deposit into the supervised account and owes it as a deposit', () => {
    expect(receiptEntries({ item: 'deposit', method: 'transfer', amount: yuan(50_000), receivedOn: today })).toEqual([
      { account: 'supervisedAccount', amount: 5_000_000, bookedOn: today },
      { account: 'depositsReceived', amount: -5_000_000, bookedOn: today },
    ]);
  });

  it.each([
    ['bookingMoney', 'bookingMoneyReceived'],
    ['intentMoney', 'intentMoneyReceived'],
  ] as const)('owes %s for itself until it is exchanged or paid back', (item, account) => {
    const [, owed] = receiptEntries({ item, method: 'cash', amount: yuan(5_000), receivedOn: today });
    expect(owed).toEqual({ account, amount: -500_000, bookedOn: today });
  });

  it('turns a deposit into price at signing and brings the till to the bank', () => {
    const cash = { item: 'deposit', method: 'cash', amount: yuan(50_000), receivedOn: today } as const;
    const entries = [
      ...receiptEntries(cash),
      ...bankedEntries(yuan(50_000), today),
      ...depositBecomesPrice(yuan(50_000), today),
    ];
    expect(balancesOf(entries)).toMatchObject({
      supervisedAccount: 5_000_000,
      cashOnHand: 0,
      depositsReceived: 0,
      pricesReceived: -5_000_000,
    });
  });

  it('balances whatever is received and voided, and a voided receipt leaves nothing behind', () => {
    const receipts = fc.array(
      fc.record({
        item: fc.constantFrom(...receiptItems),
        method: fc.constantFrom(...paymentMethods),
        amount: fc.integer({ min: 1, max: 10_000_000_000 }).map(fen),
        receivedOn: fc.constant(today),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(receipts, (all) => {
        const booked = all.flatMap(receiptEntries);
        expect(isBalanced(booked)).toBe(true);
        const undone = balancesOf([...booked, ...all.flatMap((one) => voidingEntries(one, today))]);
        expect(Object.values(undone)).toEqual(ledgerAccounts.map(() => 0));
      }),
    );
  });
});

describe('a receipt', () => {
  const request = {
    method: 'transfer',
    amount: yuan(50_000),
    balance: yuan(50_000),
    reference: '0826',
    receivedOn: today,
    today,
  } as const;
  const rules = { receiptNeedsReference: true, paymentMethods: ['transfer', 'cash', 'card'] } as const;

  it.each([
    ['the whole balance with a bank slip', {}, undefined],
    ['one fen too much', { amount: fen(5_000_001) }, 'RECEIPT_ABOVE_BALANCE'],
    ['nothing', { amount: fen(0) }, 'RECEIPT_ABOVE_BALANCE'],
    ['a transfer without its slip', { reference: ' ' }, 'RECEIPT_REFERENCE_MISSING'],
    ['cash without a number', { method: 'cash', reference: '' }, undefined],
    ['a way to pay that the office does not take', { method: 'alipay' }, 'PAYMENT_METHOD_NOT_TAKEN'],
    ['money of tomorrow', { receivedOn: localDate('2026-11-24') }, 'RECEIPT_IN_FUTURE'],
  ] as const)('over %s is answered', (_, change, code) => {
    expect(receiptRefusal({ ...request, ...change }, rules)?.code).toBe(code);
  });

  it('is voided once, by somebody who did not take the money', () => {
    const receipt = {
      state: 'valid',
      item: 'instalment',
      cashierId: 1,
      replacesId: null,
      actorId: 2,
      standsFor: [] as number[],
      dealState: 'converted',
    } as const;
    expect(voidRefusal(receipt)).toBeUndefined();
    expect(voidRefusal({ ...receipt, actorId: 1 })?.code).toBe('RECEIPT_IS_OWN');
    expect(voidRefusal({ ...receipt, standsFor: [1] })?.code).toBe('RECEIPT_IS_OWN');
    expect(voidRefusal({ ...receipt, state: 'voided' })?.code).toBe('RECEIPT_VOIDED');
  });

  it('is not voided as a deposit that stands in a contract', () => {
    const deposit = {
      state: 'valid',
      item: 'deposit',
      cashierId: 1,
      replacesId: null,
      actorId: 2,
      standsFor: [] as number[],
      dealState: 'converted',
    } as const;
    expect(voidRefusal(deposit)?.code).toBe('DEPOSIT_IN_CONTRACT');
    expect(voidRefusal({ ...deposit, dealState: 'depositComplete' })).toBeUndefined();
  });
});
