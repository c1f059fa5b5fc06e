import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '#shared/domain/imports/places.ts';
import {
  floorsOfPattern,
  generateUnits,
  type PatternColumn,
  patternRefusal,
  placeInPattern,
  type UnitPattern,
} from '#shared/domain/units/generate.ts';
import { area } from '#shared/kernel/area.ts';

const column = (room: string, over: Partial<PatternColumn> = {}): PatternColumn => ({
  room,
  use: 'home',
  houseTypeId: null,
  houseType: 'A1',
  orientation: '南',
  decoration: 'bare',
  builtArea: area(10_000),
  innerArea: area(8000),
  sharedArea: area(2000),
  ...over,
});

const pattern = (over: Partial<UnitPattern> = {}): UnitPattern => ({
  buildings: ['1栋'],
  entrances: [{ name: '1', columns: [column('01'), column('02')] }],
  fromFloor: 1,
  toFloor: 3,
  skipped: [],
  named: [],
  floorInRoom: true,
  leftOut: [],
  ...over,
});

const rooms = (given: UnitPattern) => generateUnits(given).map(({ roomNo }) => roomNo);

const anyPattern = fc
  .record({
    buildings: fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 4 }),
    entrances: fc.integer({ min: 1, max: 3 }),
    columns: fc.integer({ min: 1, max: 6 }),
    from: fc.integer({ min: -3, max: 5 }),
    floors: fc.integer({ min: 1, max: 30 }),
    skipped: fc.uniqueArray(fc.integer({ min: -3, max: 35 }), { maxLength: 5 }),
    floorInRoom: fc.boolean(),
  })
  .map(({ buildings, entrances, columns, from, floors, skipped, floorInRoom }) =>
    pattern({
      buildings: buildings.map((number) => `${number}栋`),
      entrances: Array.from({ length: entrances }, (_unused, at) => ({
        name: `${at + 1}单元`,
        columns: Array.from({ length: columns }, (_none, room) => column(String(room + 1).padStart(2, '0'))),
      })),
      fromFloor: from,
      toFloor: from + floors,
      skipped,
      floorInRoom,
    }),
  );

describe('Homes made from a pattern', () => {
  it('are numbered by floor and column, without the floors that there are not', () => {
    expect(rooms(pattern())).toEqual(['101', '102', '201', '202', '301', '302']);
    const named = pattern({ fromFloor: 12, toFloor: 15, skipped: [13], named: [{ floor: 14, name: '13A' }] });
    expect(rooms(named)).toEqual(['1201', '1202', '13A01', '13A02', '1501', '1502']);
  });

  it('go below ground, where no floor is 0', () => {
    const garage = pattern({ fromFloor: -2, toFloor: 1, entrances: [{ name: '', columns: [column('001')] }] });
    expect(generateUnits(garage).map(({ floor, floorName, roomNo }) => [floor, floorName, roomNo])).toEqual([
      [-2, '-2', 'B2001'],
      [-1, '-1', 'B1001'],
      [1, '1', '1001'],
    ]);
  });

  it('leave places empty that are left out, in every building', () => {
    const lobby = pattern({ buildings: ['1栋', '2栋'], leftOut: [placeInPattern('1', 1, '02')] });
    expect(rooms(lobby)).toEqual(['101', '201', '202', '301', '302', '101', '201', '202', '301', '302']);
  });

  it('are refused where there would be two of one, none, too many, or areas that do not add up', () => {
    expect(patternRefusal(pattern({ buildings: ['1栋', '1栋'] }))).toEqual({ code: 'PATTERN_TWICE' });
    expect(patternRefusal(pattern({ named: [{ floor: 2, name: '1' }] }))).toEqual({ code: 'PATTERN_TWICE' });
    expect(patternRefusal(pattern({ fromFloor: 3, toFloor: 1 }))).toEqual({ code: 'PATTERN_EMPTY' });
    const wrong = [{ name: '1', columns: [column('01', { sharedArea: area(1) })] }];
    expect(patternRefusal(pattern({ entrances: wrong }))).toEqual({ code: 'AREA_PARTS_DIFFER' });
    const many = pattern({ buildings: Array.from({ length: 30 }, (_unused, at) => `${at}栋`), toFloor: 100 });
    expect(patternRefusal(many)).toMatchObject({ code: 'PATTERN_TOO_MANY', params: { units: 6000 } });
  });

  it('are as many as buildings, entrances, floors and rooms say, each place once', () => {
    fc.assert(
      fc.property(anyPattern, (given) => {
        const floors = floorsOfPattern(given);
        fc.pre(floors.length > 0);
        const units = generateUnits(given);
        const columns = given.entrances.reduce((sum, entrance) => sum + entrance.columns.length, 0);
        expect(units).toHaveLength(given.buildings.length * floors.length * columns);
        expect(new Set(units.map(placeKey)).size).toBe(units.length);
        expect(units.some(({ floor }) => floor === 0 || given.skipped.includes(floor))).toBe(false);
      }),
    );
  });
});
