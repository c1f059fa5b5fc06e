import { describe, expect, it } from 'vitest';
import type { WhatIfRow } from '#renderer/features/prices/batch-words.ts';
import { gridOf, movePpm } from '#renderer/features/prices/change-grid.ts';
import { changeKinds, changeOf, newRule, withAmount } from '#renderer/features/prices/rules.ts';
import { priceRuleSchema } from '#shared/domain/prices/formula.ts';
import { area } from '#shared/kernel/area.ts';
import { yuan } from '#shared/kernel/money.ts';

function home(floor: number, roomNo: string, more: Partial<WhatIfRow> = {}): WhatIfRow {
  const nothing = { before: null, after: null };
  return {
    unitId: floor * 100 + Number(roomNo.slice(-2)),
    buildingId: 1,
    entrance: '1单元',
    floor,
    floorName: String(floor),
    roomNo,
    use: 'home',
    houseType: 'A1',
    size: area(10_000),
    outcome: 'changed',
    list: nothing,
    filed: nothing,
    floorPrice: nothing,
    flags: [],
    ...more,
  };
}

describe('The picture of a building that changes', () => {
  it('stands as the building does: high floors above, rooms above each other, gaps left open', () => {
    const { heads, lines } = gridOf([home(1, '101'), home(2, '202'), home(2, '201'), home(10, '1001')]);
    expect(heads.map(({ room }) => room)).toEqual(['01', '02']);
    expect(lines.map(({ name, rows }) => [name, ...rows.map((row) => row?.roomNo ?? null)])).toEqual([
      ['10', '1001', null],
      ['2', '201', '202'],
      ['1', '101', null],
    ]);
  });

  it('keeps entrances apart, and sets the places of a garage one after the other', () => {
    const two = gridOf([home(1, '101'), home(1, '101', { entrance: '2单元', unitId: 7 })]);
    expect(two.heads.map(({ entrance, room }) => `${entrance} ${room}`)).toEqual(['1单元 01', '2单元 01']);
    const places = Array.from({ length: 45 }, (_unused, index) => home(-1, `B${index + 1}`, { unitId: index + 1 }));
    const garage = gridOf(places);
    expect(garage.lines).toHaveLength(3);
    expect(garage.lines.flatMap(({ rows }) => rows).filter((row) => row !== null)).toHaveLength(45);
  });

  it('tells how far a list price moves, and nothing where it does not', () => {
    expect(movePpm(home(1, '101', { list: { before: yuan(100), after: yuan(102) } }))).toBe(20_000);
    expect(movePpm(home(1, '101', { list: { before: yuan(100), after: yuan(95) } }))).toBe(-50_000);
    expect(movePpm(home(1, '101', { list: { before: yuan(100), after: yuan(100) } }))).toBeNull();
    expect(movePpm(home(1, '101', { list: { before: null, after: yuan(100) } }))).toBeNull();
  });
});

describe('A rule that is being written', () => {
  it('begins as one that the office takes, in each of its kinds', () => {
    for (const by of changeKinds)
      expect(priceRuleSchema.safeParse({ ...newRule(), price: 'floor', change: changeOf(by) }).success).toBe(true);
  });

  it('counts a figure that was deleted as none', () => {
    expect(withAmount(changeOf('amount'), null)).toEqual({ by: 'amount', amount: 0 });
    expect(withAmount(changeOf('percent'), 5)).toEqual(changeOf('percent'));
  });
});
