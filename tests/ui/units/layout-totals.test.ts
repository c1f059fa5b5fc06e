import { describe, expect, it } from 'vitest';
import type { BoardCell } from '#renderer/features/units/board/cell.ts';
import { totalsByLayout } from '#renderer/features/units/board/layout-totals.ts';
import { area } from '#shared/kernel/area.ts';
import { yuan } from '#shared/kernel/money.ts';

const home = (houseType: string, state: BoardCell['state'], price = 1_000_000): BoardCell => ({
  id: 1,
  buildingId: 1,
  entrance: '1单元',
  floor: 1,
  floorName: '1',
  roomNo: '101',
  use: 'home',
  houseType,
  orientation: '南',
  builtArea: area(10_000),
  innerArea: null,
  listPrice: yuan(price),
  state,
  since: 0,
  reason: '',
  offSaleUse: null,
  encumbrance: 'none',
  by: null,
  mine: false,
  until: null,
});

describe('The totals under a printed board', () => {
  const cells = [
    home('两室', 'available'),
    home('三室', 'signed', 2_000_000),
    home('三室', 'locked'),
    home('三室', 'subscribed'),
    home('', 'unreleased'),
  ];

  it('add up by layout, the most frequent first', () => {
    const { layouts } = totalsByLayout(cells);
    expect(layouts.map(({ name, units, free, claimed, sold }) => [name, units, free, claimed, sold])).toEqual([
      ['三室', 3, 0, 1, 2],
      ['', 1, 0, 0, 0],
      ['两室', 1, 1, 0, 0],
    ]);
  });

  it('come to the whole board, to the fen', () => {
    const { layouts, all } = totalsByLayout(cells);
    expect(all).toMatchObject({ units: 5, value: yuan(6_000_000), soldValue: yuan(3_000_000), area: area(50_000) });
    expect(layouts.reduce((sum, { value }) => sum + value, 0)).toBe(all.value);
  });
});
