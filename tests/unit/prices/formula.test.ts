import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyFormula,
  type PricedUnit,
  type PriceFormula,
  type PriceRule,
  type Reckoned,
} from '#shared/domain/prices/formula.ts';
import { area } from '#shared/kernel/area.ts';
import { type Fen, fen, yuan } from '#shared/kernel/money.ts';

const anywhere: PriceRule['where'] = {
  buildingIds: [],
  uses: [],
  houseTypes: [],
  orientations: [],
  floorFrom: null,
  floorTo: null,
};
const rule = (
  change: PriceRule['change'],
  where: Partial<PriceRule['where']> = {},
  price: PriceRule['price'] = 'list',
): PriceRule => ({ where: { ...anywhere, ...where }, price, change });
const formula = (...rules: PriceRule[]): PriceFormula => ({ rules, roundTo: 1 });
const home: PricedUnit = {
  buildingId: 3,
  floor: 18,
  use: 'home',
  houseType: '三室两厅',
  orientation: '南北',
  builtArea: area(12_345),
  innerArea: area(9876),
  prices: { filed: yuan(1_500_000), list: yuan(1_234_567), floor: yuan(1_100_000) },
};
const after = (rules: PriceFormula, unit: PricedUnit = home): Reckoned => applyFormula(rules, unit, 'innerArea');
const listAfter = (rules: PriceFormula, unit: PricedUnit = home) => after(rules, unit).prices.list;

describe('A formula of price changes', () => {
  it('raises by percent, by m², by floor and by an amount, one rule after the other', () => {
    expect(listAfter(formula(rule({ by: 'percent', ratePpm: 20_000 })))).toBe(125_925_834);
    // 98.76 m² at 100 yuan each.
    expect(listAfter(formula(rule({ by: 'perMetre', amount: yuan(100) })))).toBe(123_456_700 + 987_600);
    // Eight storeys above the tenth, at 10 yuan for each m².
    expect(listAfter(formula(rule({ by: 'perFloor', amount: yuan(10), floor: 10 })))).toBe(123_456_700 + 790_080);
    expect(listAfter(formula(rule({ by: 'amount', amount: fen(-12_345) })))).toBe(123_444_355);
    expect(
      listAfter(formula(rule({ by: 'amount', amount: yuan(1000) }), rule({ by: 'percent', ratePpm: 10_000 }))),
    ).toBe(Math.round((123_456_700 + 100_000) * 1.01));
  });

  it('sets prices to what is said, also where there was none', () => {
    const bare = { ...home, prices: { filed: null, list: null, floor: null } };
    expect(listAfter(formula(rule({ by: 'setPerMetre', amount: yuan(12_000) })), bare)).toBe(118_512_000);
    expect(listAfter(formula(rule({ by: 'percent', ratePpm: 20_000 })), bare)).toBeNull();
    const both = formula(
      rule({ by: 'set', amount: yuan(2_000_000) }),
      rule({ by: 'ofList', ratePpm: 900_000 }, {}, 'floor'),
    );
    expect(after(both, bare).prices).toEqual({ filed: null, list: yuan(2_000_000), floor: yuan(1_800_000) });
  });

  it('is for the homes of its place only, and leaves all others to the fen', () => {
    const odd = { ...home, prices: { ...home.prices, list: fen(123_456_789) } };
    for (const where of [
      { buildingIds: [4] },
      { uses: ['shop' as const] },
      { houseTypes: ['两室一厅'] },
      { orientations: ['东'] },
      { floorFrom: 19 },
      { floorTo: 17 },
    ]) {
      const rules: PriceFormula = { rules: [rule({ by: 'percent', ratePpm: 50_000 }, where)], roundTo: 10_000 };
      expect(listAfter(rules, odd)).toBe(123_456_789);
    }
    const inside = { buildingIds: [3], uses: ['home' as const], floorFrom: 18, floorTo: 18 };
    expect(listAfter({ rules: [rule({ by: 'percent', ratePpm: 50_000 }, inside)], roundTo: 10_000 }, odd)).toBe(
      129_630_000,
    );
  });

  it('knows no floor 0: from the first basement to the ground floor is one storey', () => {
    const below = { ...home, floor: -1 };
    expect(listAfter(formula(rule({ by: 'perFloor', amount: yuan(10), floor: 1 })), below)).toBe(123_456_700 - 98_760);
  });

  it('names what cannot be reckoned, and leaves the prices as they were', () => {
    const unmeasured = { ...home, innerArea: null };
    expect(after(formula(rule({ by: 'perMetre', amount: yuan(1) })), unmeasured)).toEqual({
      prices: home.prices,
      fault: 'areaMissing',
    });
    expect(after(formula(rule({ by: 'amount', amount: yuan(-2_000_000) }))).fault).toBe('outOfRange');
    const tenfold = Array.from({ length: 40 }, () => rule({ by: 'percent', ratePpm: 9_000_000 }));
    expect(after(formula(...tenfold)).fault).toBe('outOfRange');
  });

  const unit = fc.record({
    floor: fc.integer({ min: -3, max: 60 }).filter((floor) => floor !== 0),
    inner: fc.integer({ min: 1, max: 40_000 }),
    list: fc.integer({ min: 10_000_000, max: 9_000_000_000 }),
  });
  const homeOf = ({ floor, inner, list }: { floor: number; inner: number; list: number }): PricedUnit => ({
    ...home,
    floor,
    innerArea: area(inner),
    prices: { ...home.prices, list: fen(list) },
  });
  const amount = fc.integer({ min: 1, max: 10_000 });

  it('comes back to the fen when as much is taken off as was put on, wherever the floors lie', () => {
    fc.assert(
      fc.property(unit, amount, fc.integer({ min: 1, max: 30 }), (drawn, more, floor) => {
        const one = homeOf(drawn);
        for (const by of ['perMetre', 'amount', 'perFloor'] as const) {
          const change = (value: Fen): PriceRule['change'] =>
            by === 'perFloor' ? { by, amount: value, floor } : { by, amount: value };
          const there = formula(rule(change(fen(more))), rule(change(fen(-more))));
          const { prices, fault } = after(there, one);
          if (fault === null) expect(prices.list).toBe(one.prices.list);
        }
      }),
    );
  });

  it('rounds once: two halves of a change come to the whole of it', () => {
    fc.assert(
      fc.property(unit, amount, (drawn, more) => {
        const one = homeOf(drawn);
        const halves = formula(
          rule({ by: 'perMetre', amount: fen(more) }),
          rule({ by: 'perMetre', amount: fen(more) }),
        );
        expect(listAfter(halves, one)).toBe(listAfter(formula(rule({ by: 'perMetre', amount: fen(2 * more) })), one));
      }),
    );
  });

  it('keeps the order of dearer and cheaper homes of the same size under every change', () => {
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: -200_000, max: 200_000 }),
        (drawn, gap, ratePpm) => {
          const cheap = homeOf(drawn);
          const dear = homeOf({ ...drawn, list: drawn.list + gap });
          const rules = {
            ...formula(rule({ by: 'percent', ratePpm }), rule({ by: 'perMetre', amount: yuan(10) })),
            roundTo: 100 as const,
          };
          expect(Number(listAfter(rules, dear))).toBeGreaterThanOrEqual(Number(listAfter(rules, cheap)));
        },
      ),
    );
  });
});
