import { describe, expect, it } from 'vitest';
import { areaDifference, areaPartsRefusal, homeFactsRefusal } from '#shared/domain/units/home-facts.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';

describe('What a home is', () => {
  it('is written anew only while nobody has it', () => {
    const open = unitCommercialStates.filter(
      (commercialState) => homeFactsRefusal({ commercialState, cameFrom: null }) === undefined,
    );
    expect(open).toEqual(['unreleased', 'available', 'frozen', 'notForSale']);
  });

  it('stays as agreed when a home that somebody had is frozen', () => {
    expect(homeFactsRefusal({ commercialState: 'frozen', cameFrom: 'booked' })).toEqual({ code: 'UNIT_FACTS_AGREED' });
    expect(homeFactsRefusal({ commercialState: 'frozen', cameFrom: 'available' })).toBeUndefined();
  });

  it('has areas that add up', () => {
    const areas = { builtArea: 10_000, innerArea: 8000, sharedArea: 2000 };
    expect(areaPartsRefusal(areas)).toBeUndefined();
    expect(areaPartsRefusal({ ...areas, sharedArea: null })).toBeUndefined();
    expect(areaPartsRefusal({ ...areas, sharedArea: 1999 })).toEqual({ code: 'AREA_PARTS_DIFFER' });
    expect(areaPartsRefusal({ ...areas, innerArea: 10_001, sharedArea: null })).toEqual({ code: 'AREA_PARTS_DIFFER' });
  });

  it('is measured within three per cent or beyond it, and three is within', () => {
    expect(areaDifference(10_000, 10_300)).toEqual({ ppm: 30_000, beyond: false });
    expect(areaDifference(10_000, 10_301)).toEqual({ ppm: 30_100, beyond: true });
    expect(areaDifference(10_000, 9_699)).toEqual({ ppm: -30_100, beyond: true });
    // 3.0001 % of a large area would round to three.
    expect(areaDifference(9_999_999, 10_300_000).beyond).toBe(true);
  });
});
