import { describe, expect, it } from 'vitest';
import { commissionEffect } from '#shared/domain/changes/commission.ts';
import { yuan } from '#shared/kernel/money.ts';

describe('What a change does to the commission on a deal', () => {
  const price = yuan(1_000_000);
  const cheaper = { name: 'price', before: price, after: yuan(980_000) } as const;

  it('follows the amount of the deal where its price moves, and the home that it goes to', () => {
    expect(commissionEffect('priceChange', [cheaper], price)).toEqual({
      ...{ effect: 'moves', before: price, after: yuan(980_000), homes: null },
    });
    const unit = { name: 'unit', before: '1-1-101', after: '2-1-202' } as const;
    expect(commissionEffect('unitChange', [unit, cheaper], price)).toMatchObject({
      homes: { from: '1-1-101', to: '2-1-202' },
    });
  });

  it('ends with the deal, and stays where the price does', () => {
    expect(commissionEffect('cancellation', [], price)).toEqual({ effect: 'ends', amount: price });
    expect(commissionEffect('forfeiture', [cheaper], price)).toEqual({ effect: 'ends', amount: price });
    expect(commissionEffect('planChange', [], price)).toEqual({ effect: 'stays', amount: price });
  });
});
