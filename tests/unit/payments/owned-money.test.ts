import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  balancesOf,
  exchangeEntries,
  isBalanced,
  keptEntries,
  type LedgerEntry,
  owedAfter,
  receiptEntries,
  refundEntries,
  reversedEntries,
} from '#shared/domain/payments/entries.ts';
import {
  leftOf,
  type OwnedMoney,
  refundRefusal,
  sharesOfPayers,
  standingOf,
  stillStands,
  unaskedShares,
} from '#shared/domain/payments/owned-money.ts';
import { paymentMethods, receiptItems, refundStates } from '#shared/domain/payments/states.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, sumFen, yuan, ZERO_FEN } from '#shared/kernel/money.ts';

const today = localDate('2026-11-23');
const [wife, husband, stranger] = [1, 2, 3];

const money: OwnedMoney = {
  receipts: [
    { payerId: wife, amount: yuan(30_000), state: 'valid' },
    { payerId: husband, amount: yuan(20_000), state: 'valid' },
    { payerId: husband, amount: yuan(5_000), state: 'voided' },
    { payerId: husband, amount: yuan(9_000), state: 'exchanged' },
  ],
  refunds: [
    { payeeId: husband, amount: yuan(1_000), state: 'paid' },
    { payeeId: wife, amount: yuan(4_000), state: 'requested' },
    { payeeId: wife, amount: yuan(7_000), state: 'rejected' },
  ],
  kept: yuan(2_000),
};

describe('the money of a deal', () => {
  it('is what came in, went back, was kept and is still here', () => {
    expect(standingOf(money)).toEqual({
      received: yuan(50_000),
      back: yuan(1_000),
      kept: yuan(2_000),
      held: yuan(47_000),
      promised: yuan(4_000),
    });
    expect(leftOf(money, wife)).toBe(yuan(26_000));
    expect(leftOf(money, husband)).toBe(yuan(19_000));
  });

  it.each([
    ['to whoever brought it', wife, yuan(26_000), undefined],
    ['to nobody else', stranger, yuan(1), 'REFUND_TO_PAYER_ONLY'],
    ['not a fen more than they brought', husband, fen(1_900_001), 'REFUND_ABOVE_HELD'],
    ['never nothing', husband, fen(0), 'REFUND_ABOVE_HELD'],
  ] as const)('goes back %s', (_, payeeId, amount, code) => {
    expect(refundRefusal(money, { payeeId, amount, interest: ZERO_FEN }, yuan(100_000))?.code).toBe(code);
  });

  it('goes back only as far as its record lets it', () => {
    expect(refundRefusal(money, { payeeId: wife, amount: yuan(11), interest: yuan(5) }, yuan(10))).toEqual({
      code: 'REFUND_ABOVE_HELD',
      params: { heldFen: 1_000 },
    });
  });

  it('is shared among those who brought it, and nobody gets more than that', () => {
    expect(sharesOfPayers(money, yuan(40_000))).toEqual([
      { payeeId: wife, amount: yuan(21_000) },
      { payeeId: husband, amount: yuan(19_000) },
    ]);
  });
});

describe('what goes back by the end of a deal', () => {
  const states = fc.constantFrom(...refundStates);
  const asked = fc.record({
    payeeId: fc.constantFrom(husband, wife),
    lender: fc.constantFrom('', '建设银行'),
    amount: fc.nat(3_000_000).map(fen),
    state: states,
  });
  const share = asked.map(({ payeeId, lender, amount }) => ({ payeeId, lender, amount, interest: yuan(10) }));
  const sameShare = (a: { payeeId: number; lender: string }, b: { payeeId: number; lender: string }) =>
    a.payeeId === b.payeeId && a.lender === b.lender;
  const shares = fc.uniqueArray(share, { comparator: sameShare, maxLength: 4 });

  it('is asked for again to the fen where it came to nothing, and what stands is never asked for twice', () => {
    fc.assert(
      fc.property(shares, fc.array(asked, { maxLength: 6 }), (due, earlier) => {
        const again = unaskedShares(due, earlier);
        for (const one of due) {
          const standing = earlier.filter((some) => sameShare(some, one) && stillStands(some));
          const stands = sumFen(standing.map(({ amount }) => amount));
          const more = again.filter((some) => sameShare(some, one));
          expect(sumFen(more.map(({ amount }) => amount))).toBe(Math.max(0, one.amount - stands));
          expect(sumFen(more.map(({ interest }) => interest))).toBe(standing.length > 0 ? 0 : one.interest);
        }
        const both = [...earlier, ...again.map((one) => ({ ...one, state: 'requested' as const }))];
        expect(unaskedShares(due, both)).toEqual([]);
      }),
    );
  });
});

const amounts = fc.integer({ min: 1, max: 1_000_000_000 }).map(fen);
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('receive', 'refund', 'keep', 'exchange', 'undo'),
    item: fc.constantFrom(...receiptItems),
    method: fc.constantFrom(...paymentMethods),
    amount: amounts,
    interest: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50_000_000 })).map(fen),
  }),
  { maxLength: 30 },
);

describe('whatever is received, exchanged, kept and paid back', () => {
  it('leaves received = back + kept + owed and what is here short of that by the interest, to the fen, every set of lines balanced', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const booked: LedgerEntry[] = [];
        let [received, back, kept, paid] = [0, 0, 0, 0];
        let undoable: { entries: LedgerEntry[]; amount: number; interest: number } | undefined;
        for (const { act, item, method, amount, interest } of all) {
          const owed = owedAfter(booked);
          const held = sumFen(Object.values(owed).map((one) => one ?? fen(0)));
          const part = fen(Math.min(amount, held));
          let lines: LedgerEntry[] = [];
          if (act === 'receive') {
            lines = receiptEntries({ item, method, amount, receivedOn: today });
            received += amount;
          } else if (act === 'refund') {
            lines = refundEntries(owed, { method, amount: part, interest }, today);
            back += part;
            paid += interest;
            undoable = { entries: lines, amount: part, interest };
          } else if (act === 'keep') {
            lines = keptEntries(owed, part, today);
            kept += part;
          } else if (act === 'exchange') {
            const most = fen(Math.min(part, owed.bookingMoneyReceived ?? 0));
            lines = exchangeEntries('bookingMoney', item, most, today);
          } else if (undoable !== undefined) {
            lines = reversedEntries(undoable.entries, today);
            back -= undoable.amount;
            paid -= undoable.interest;
            undoable = undefined;
          }
          expect(isBalanced(lines)).toBe(true);
          booked.push(...lines);
          const left = sumFen(Object.values(owedAfter(booked)).map((one) => one ?? fen(0)));
          expect(received).toBe(back + kept + left);
          const { supervisedAccount, cashOnHand, interestPaid } = balancesOf(booked);
          expect(interestPaid).toBe(paid);
          expect(supervisedAccount + cashOnHand).toBe(received - back - paid);
        }
      }),
    );
  });
});
