import { describe, expect, it } from 'vitest';
import { boardWidth, columnPlaces, layoutOf, stepFrom } from '#renderer/features/units/board/layout.ts';
import { roomOf } from '#shared/domain/units/room-column.ts';
import { buildCell } from './cells.ts';

describe('The board of a building', () => {
  const floors = [
    buildCell(1, 2, '01'),
    buildCell(2, 2, '02'),
    buildCell(3, 1, '01'),
    buildCell(4, 1, '02', { houseType: 'C1' }),
    buildCell(5, -1, '01', { floorName: '-1', roomNo: '-101' }),
  ];

  it('puts floors down, rooms across, and cellars below the ground floor', () => {
    const layout = layoutOf(floors);
    expect(layout.lines.map(({ floor }) => floor)).toEqual([2, 1, -1]);
    expect(layout.lines.map(({ units }) => units)).toEqual([
      [1, 2],
      [3, 4],
      [5, null],
    ]);
    expect(layout.entrances[0]?.columns.map(({ label, note }) => `${label} ${note}`)).toEqual([
      '01 B2 南北',
      '02 南北',
    ]);
  });

  it('counts the floors that have homes, and knows the highest of a tower that begins above the shops', () => {
    const tower = layoutOf([3, 4, 5].map((floor, index) => buildCell(index + 1, floor, '01')));
    expect([tower.floors, tower.top]).toEqual([3, 5]);
    const cellar = layoutOf([buildCell(1, -1, '01'), buildCell(2, -2, '01')]);
    expect([cellar.floors, cellar.top]).toEqual([2, 2]);
  });

  it('draws each room where the heads of its column stand: after the floor, with a wider gap between entrances', () => {
    const layout = layoutOf([...floors, buildCell(6, 2, '01', { entrance: '2单元' })]);
    expect(columnPlaces(layout, 34 + 3 * 100 + 3 * 2 + 8)).toEqual([
      { left: 36, width: 100 },
      { left: 138, width: 100 },
      { left: 248, width: 100 },
    ]);
  });

  it('never makes a room narrower than its words need, however narrow the window', () => {
    const layout = layoutOf(floors);
    const places = columnPlaces(layout, 10);
    expect(places).toEqual(columnPlaces(layout, boardWidth(layout)));
    const last = places.at(-1);
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBe(boardWidth(layout));
  });

  it('sets the entrances side by side', () => {
    const layout = layoutOf([...floors, buildCell(6, 2, '01', { entrance: '2单元' })]);
    expect(layout.entrances.map(({ name, from }) => [name, from])).toEqual([
      ['1单元', 0],
      ['2单元', 2],
    ]);
    expect(layout.lines[0]?.units).toEqual([1, 2, 6]);
  });

  it('breaks a garage with more places than columns into lines of one floor', () => {
    const places = Array.from({ length: 30 }, (_unused, index) =>
      buildCell(index + 1, -1, '', { floorName: '-1', roomNo: `P${index + 1}`, use: 'parking' }),
    );
    const layout = layoutOf(places);
    expect(layout.columns).toBe(12);
    expect(layout.lines.map(({ first }) => first)).toEqual([true, false, false]);
    expect(layout.lines[2]?.units.filter((id) => id !== null)).toEqual([25, 26, 27, 28, 29, 30]);
  });

  it('knows a room by the part of its number that is the same on every floor', () => {
    expect(roomOf({ roomNo: '1802', floorName: '18', floor: 18 })).toBe('02');
    expect(roomOf({ roomNo: '0902', floorName: '9', floor: 9 })).toBe('02');
    expect(roomOf({ roomNo: '01', floorName: '3', floor: 3 })).toBe('01');
  });

  it('moves by arrow keys over places without a room and stays inside', () => {
    const layout = layoutOf(floors);
    expect(stepFrom(layout, 1, 'ArrowRight', 10)).toBe(2);
    expect(stepFrom(layout, 2, 'ArrowDown', 10)).toBe(4);
    expect(stepFrom(layout, 4, 'ArrowDown', 10)).toBeUndefined();
    expect(stepFrom(layout, 5, 'PageUp', 10)).toBe(1);
    expect(stepFrom(layout, null, 'ArrowDown', 10)).toBe(1);
    expect(stepFrom(layout, 1, 'a', 10)).toBeUndefined();
  });
});
