import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptPrice, keptPrices, type PriceChange, priceMoves } from '#shared/domain/prices/history.ts';
import { type Fen, fen, yuan } from '#shared/kernel/money.ts';

type Change = PriceChange<{ seq: number }>;
const change = (seq: number, written: { readonly [Price in KeptPrice]?: Fen | null | undefined }): Change => ({
  of: { seq },
  filed: undefined,
  list: undefined,
  floor: undefined,
  ...written,
});

describe('The history of a unit’s prices', () => {
  it('tells each act that moved a price, the newest first', () => {
    const first = change(3, { filed: yuan(120), list: yuan(110), floor: null });
    const dearer = change(9, { list: yuan(115), floor: yuan(100) });
    expect(priceMoves([first, change(5, {}), dearer])).toEqual([
      {
        of: { seq: 9 },
        filed: null,
        list: { before: yuan(110), after: yuan(115) },
        floor: { before: null, after: yuan(100) },
      },
      {
        of: { seq: 3 },
        filed: { before: null, after: yuan(120) },
        list: { before: null, after: yuan(110) },
        floor: null,
      },
    ]);
  });

  it('tells an act that wrote twice once, and one that wrote back not at all', () => {
    const begun = change(1, { list: yuan(100) });
    expect(priceMoves([begun, change(2, { list: yuan(105) }), change(2, { list: yuan(108) })])[0]?.list).toEqual({
      before: yuan(100),
      after: yuan(108),
    });
    expect(priceMoves([begun, change(2, { list: yuan(105) }), change(2, { list: yuan(100) })])).toHaveLength(1);
  });

  it('is a chain: each price begins where the one before it ended, up to what holds now', () => {
    const price = fc.integer({ min: 1, max: 5 }).map((value) => fen(value));
    const written = fc.record({
      filed: fc.option(price, { nil: undefined }),
      list: fc.option(price, { nil: undefined }),
      floor: fc.option(price, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), written), { maxLength: 20 }), (steps) => {
        let seq = 0;
        const changes = steps.map(([step, prices]) => change((seq += step), prices));
        for (const kept of keptPrices) {
          const moves = priceMoves(changes)
            .toReversed()
            .flatMap((act) => act[kept] ?? []);
          const befores = moves.map(({ before }) => before);
          expect(befores).toEqual([null, ...moves.map(({ after }) => after)].slice(0, moves.length));
          const last = changes.findLast((one) => one[kept] !== undefined)?.[kept];
          expect(moves.at(-1)?.after).toBe(last);
        }
      }),
    );
  });
});
