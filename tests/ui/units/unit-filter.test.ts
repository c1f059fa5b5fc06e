import { describe, expect, it } from 'vitest';
import { filterUnits, unitRows, usesOffSale } from '#renderer/features/units/board/unit-filter.ts';
import { buildCell } from './cells.ts';

describe('The list of units', () => {
  const rows = unitRows(
    [
      buildCell(1, 18, '02', { state: 'locked', by: '赵敏' }),
      buildCell(2, 18, '03', { houseType: 'C1' }),
      buildCell(3, 9, '01', { buildingId: 2, state: 'notForSale', offSaleUse: 'showHome' }),
    ],
    [1, 2].map((id) => ({ id, name: `${id}栋`, phase: id === 1 ? '一期' : '二期', permitNumber: null })),
  );
  const found = (text: string, given: Partial<Parameters<typeof filterUnits>[1]> = {}) =>
    filterUnits(rows, { text, building: undefined, states: [], ...given }).map(({ id }) => id);

  it('speaks of a unit as people do', () => {
    expect(rows.map(({ label }) => label)).toEqual(['1-1-1802', '1-1-1803', '2-1-901']);
  });

  it('finds by label, type and by who has it, also from full-width typing', () => {
    expect(found('1-1-18')).toEqual([1, 2]);
    expect(found('１８０２')).toEqual([1]);
    expect(found('c1')).toEqual([2]);
    expect(found('1-1802')).toEqual([1]);
    expect(found('1栋1803')).toEqual([2]);
    expect(found('18 赵敏')).toEqual([1]);
    expect(found('')).toEqual([1, 2, 3]);
  });

  it('keeps what fits the building and the states', () => {
    expect(found('', { building: 2 })).toEqual([3]);
    expect(found('', { states: ['locked', 'notForSale'] })).toEqual([1, 3]);
  });

  it('keeps homes of a phase, and those off sale for one use', () => {
    expect(found('', { phase: '一期' })).toEqual([1, 2]);
    expect(found('', { offSale: 'showHome' })).toEqual([3]);
    expect(found('', { offSale: 'ownUse' })).toEqual([]);
  });

  it('offers the uses of homes off sale, none where no home has one, and the chosen one to take it back', () => {
    expect(usesOffSale(rows, undefined)).toEqual(['showHome']);
    expect(usesOffSale(rows.slice(0, 2), undefined)).toEqual([]);
    expect(usesOffSale(rows, 'ownUse')).toEqual(['ownUse', 'showHome']);
  });
});
