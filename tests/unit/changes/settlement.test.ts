import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitCauses, mostKept, settlementOf, settlementRefusal } from '#shared/domain/changes/settlement.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const deal = { held: yuan(50_000), deposit: yuan(50_000), price: yuan(1_000_000), capPpm: 200_000 };

describe('A deal that ends before its contract', () => {
  it.each([
    ['gives everything back where the seller is the cause', 'seller', yuan(0), undefined],
    ['keeps nothing then', 'seller', fen(1), 'NOTHING_TO_KEEP'],
    ['keeps nothing where nobody is', 'nobody', fen(1), 'NOTHING_TO_KEEP'],
    ['keeps the whole deposit of a buyer in breach', 'buyer', yuan(50_000), undefined],
    ['keeps less of it out of goodwill', 'buyer', yuan(10_000), undefined],
    ['never keeps a fen more than the deposit', 'buyer', fen(5_000_001), 'KEPT_ABOVE_DEPOSIT'],
  ] as const)('%s', (_, cause, keep, code) => {
    expect(settlementRefusal(deal, cause, keep)?.code).toBe(code);
  });

  it('keeps of a deposit above a fifth of the price only that fifth, and of price money nothing', () => {
    expect(mostKept({ ...deal, price: yuan(100_000) }, 'buyer')).toBe(yuan(20_000));
    expect(mostKept({ ...deal, held: yuan(350_000) }, 'buyer')).toBe(yuan(50_000));
    expect(mostKept({ ...deal, held: yuan(30_000) }, 'buyer')).toBe(yuan(30_000));
  });

  it('is settled to the fen whatever was received and is kept', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000 }).map(fen);
    const any = fc.record({
      held: amount,
      deposit: amount,
      price: amount,
      capPpm: fc.integer({ min: 0, max: 200_000 }),
    });
    fc.assert(
      fc.property(any, fc.constantFrom(...exitCauses), (ending, cause) => {
        const most = mostKept(ending, cause);
        expect(settlementRefusal(ending, cause, most)).toBeUndefined();
        const { kept, back } = settlementOf(ending, most);
        expect(kept + back).toBe(ending.held);
        expect(back).toBeGreaterThanOrEqual(0);
        expect(kept * 1_000_000).toBeLessThanOrEqual(ending.price * ending.capPpm);
      }),
    );
  });
});
