import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, lifecycleFaults } from '#shared/domain/lifecycle.ts';
import { type FairUnit, fairnessByFloor } from '#shared/domain/prices/fairness.ts';
import { type PriceBatchFacts, priceBatchLifecycle } from '#shared/domain/prices/lifecycle.ts';
import { flagsOf, isPriceAgreed, type WhatIfLine, whatIf } from '#shared/domain/prices/what-if.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const band = { belowPpm: 150_000, abovePpm: 0 };
const prices = (filed: number, list: number, floor: number) => ({
  filed: yuan(filed),
  list: yuan(list),
  floor: yuan(floor),
});

describe('What a price batch comes to', () => {
  it('sums its homes: the totals are the sums of the lines, the change their difference', () => {
    const price = fc.option(fc.integer({ min: 1, max: 1_000_000_000 }).map(fen), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(price, price), { maxLength: 50 }), (drawn) => {
        const lines = drawn.map(
          ([before, after]): WhatIfLine => ({
            size: area(10_000),
            before: { filed: null, list: before, floor: null },
            after: { filed: null, list: after, floor: null },
            flags: [],
          }),
        );
        const sums = whatIf(lines);
        const moves = drawn.map(([before, after]) => (after ?? 0) - (before ?? 0));
        expect(sums.after - sums.before).toBe(moves.reduce((sum, one) => sum + one, 0));
        expect(sums.raised).toBe(moves.filter((one) => one > 0).length);
        expect(sums.lowered).toBe(moves.filter((one) => one < 0).length);
      }),
    );
  });

  it('flags a list price that the filed price forbids, and one below the floor price', () => {
    expect(flagsOf(prices(100, 100, 90), band, null)).toEqual([]);
    expect(flagsOf(prices(100, 101, 90), band, null)).toEqual(['outsideBand']);
    expect(flagsOf(prices(100, 84, 90), band, null)).toEqual(['outsideBand', 'belowFloor']);
    expect(flagsOf({ filed: null, list: yuan(84), floor: null }, band, null)).toEqual([]);
    expect(flagsOf(prices(100, 500, 90), band, 'areaMissing')).toEqual(['areaMissing']);
  });

  it('leaves homes out whose price was agreed, also while they are frozen', () => {
    const unit = { commercialState: 'available', cameFrom: null, hasDeal: false } as const;
    expect(isPriceAgreed(unit)).toBe(false);
    expect(isPriceAgreed({ ...unit, commercialState: 'locked' })).toBe(false);
    expect(isPriceAgreed({ ...unit, commercialState: 'held', hasDeal: true })).toBe(true);
    expect(isPriceAgreed({ ...unit, commercialState: 'frozen', cameFrom: 'available' })).toBe(false);
    expect(isPriceAgreed({ ...unit, commercialState: 'frozen', cameFrom: 'booked' })).toBe(true);
    expect(isPriceAgreed({ ...unit, commercialState: 'signed' })).toBe(true);
  });
});

describe('The fairness of a price list by floor', () => {
  const home = (floor: number, room: string, before: number, after: number): FairUnit => ({
    buildingId: 1,
    entrance: '1单元',
    floor,
    floorName: String(floor),
    roomNo: `${floor}${room}`,
    size: area(10_000),
    before: yuan(before * 100),
    after: yuan(after * 100),
  });

  it('tells what a m² costs more than in the homes right below, and which cost less', () => {
    const floors = fairnessByFloor([
      home(3, '01', 10_200, 10_300),
      home(3, '02', 10_100, 10_000),
      home(2, '01', 10_100, 10_200),
      home(2, '02', 10_000, 10_100),
      home(1, '01', 10_000, 10_100),
    ]);
    expect(floors.map(({ floor, step, cheaper }) => [floor, step, cheaper])).toEqual([
      [3, 0, 1],
      [2, yuan(100), 0],
      [1, null, 0],
    ]);
    expect(floors[0]).toMatchObject({
      stepBefore: yuan(100),
      cheaperBefore: 0,
      lowest: yuan(10_000),
      highest: yuan(10_300),
    });
  });

  it('stays as it was where every home costs so much more for each m²', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 8000, max: 30_000 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 2000 }),
        (levels, more) => {
          for (const { step, stepBefore, cheaper, cheaperBefore } of fairnessByFloor(
            levels.map((price, index) => home(index + 1, '01', price, price + more)),
          )) {
            expect(step).toBe(stepBefore);
            expect(cheaper).toBe(cheaperBefore);
          }
        },
      ),
    );
  });
});

describe('The life of a price batch', () => {
  const none = { outsideBand: 0, areaMissing: 0, outOfRange: 0, belowFloor: 0 };
  const facts: PriceBatchFacts = {
    today: localDate('2026-11-23'),
    effectiveOn: localDate('2026-12-01'),
    whatIf: { units: 3, flags: none },
    overlap: null,
    tooEarly: null,
  };
  const refused = (patch: Partial<PriceBatchFacts>) =>
    decide(priceBatchLifecycle, 'draft', 'submit', { ...facts, ...patch }).refused?.code;

  it('is a sound table', () => {
    expect(lifecycleFaults(priceBatchLifecycle)).toEqual([]);
  });

  it('is asked for only when it changes something, can be reckoned, keeps to the band and has its day before it', () => {
    expect(refused({})).toBeUndefined();
    expect(refused({ whatIf: { units: 0, flags: none } })).toBe('BATCH_EMPTY');
    expect(refused({ effectiveOn: localDate('2026-11-22') })).toBe('BATCH_DAY_PAST');
    expect(refused({ whatIf: { units: 3, flags: { ...none, outOfRange: 1 } } })).toBe('BATCH_PRICE_IMPOSSIBLE');
    expect(refused({ whatIf: { units: 3, flags: { ...none, outsideBand: 1 } } })).toBe('BATCH_BREAKS_BAND');
    // Below the floor price is a matter of who agrees, not of refusal.
    expect(refused({ whatIf: { units: 3, flags: { ...none, belowFloor: 3 } } })).toBeUndefined();
    expect(refused({ overlap: 'TJ-2026-0001' })).toBe('BATCH_OVERLAPS');
    const lastOn = localDate('2026-11-20');
    const tooEarly = { units: 3, number: 'TJ-2026-0001', lastOn, days: 30, earliestOn: localDate('2026-12-20') };
    expect(refused({ tooEarly })).toBe('BATCH_FILED_TOO_EARLY');
  });

  it('is written no more once it is asked for, and takes effect on its day only', () => {
    expect(decide(priceBatchLifecycle, 'pending', 'edit', facts).refused?.code).toBe('BATCH_NOT_DRAFT');
    expect(decide(priceBatchLifecycle, 'approved', 'takeEffect', facts).refused?.code).toBe('BATCH_DAY_TO_COME');
    expect(decide(priceBatchLifecycle, 'approved', 'takeEffect', { ...facts, today: facts.effectiveOn })).toMatchObject(
      {
        next: 'effective',
      },
    );
    expect(decide(priceBatchLifecycle, 'effective', 'withdraw', facts).refused?.code).toBe('NOT_IN_THIS_STATE');
  });
});
