import { z } from 'zod';
import type { Area } from '#shared/kernel/area.ts';
import { area, areaSchema, MAX_AREA } from '#shared/kernel/area.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { decorations } from '../projects/house-types.ts';
import { areaPartsRefusal } from './home-facts.ts';
import { unitUses } from './states.ts';

/** The most homes that one pattern makes. */
export const MOST_GENERATED = 5000;
/** The lowest and the highest floor that a pattern reaches. */
export const LOWEST_FLOOR = -9;
/** See {@link LOWEST_FLOOR}. */
export const HIGHEST_FLOOR = 120;

const someArea = z.int().min(1).max(MAX_AREA).transform(area).pipe(z.custom<Area>());
const word = z.string().trim().max(60);
const floorNumber = z.int().min(LOWEST_FLOOR).max(HIGHEST_FLOOR);

const columnSchema = z.strictObject({
  /** What the room numbers of this column end with: 01, 02, A. */
  room: z.string().trim().min(1).max(8),
  use: z.enum(unitUses),
  houseTypeId: z.int().positive().nullable(),
  houseType: word,
  orientation: word,
  decoration: z.enum(decorations).nullable(),
  builtArea: someArea,
  innerArea: someArea.nullable(),
  sharedArea: areaSchema.nullable(),
});

/** A pattern by which homes are made: buildings alike, each with its entrances, floors, and rooms on every floor. */
export const patternSchema = z.strictObject({
  buildings: z.array(z.string().trim().min(1).max(40)).min(1).max(60),
  entrances: z
    .array(z.strictObject({ name: z.string().trim().max(20), columns: z.array(columnSchema).min(1).max(40) }))
    .min(1)
    .max(12),
  fromFloor: floorNumber,
  toFloor: floorNumber,
  /** Floors that have no homes, or that there are not. */
  skipped: z.array(floorNumber).max(HIGHEST_FLOOR),
  /** Floors that are called otherwise: 14 is 13A. */
  named: z.array(z.strictObject({ floor: floorNumber, name: z.string().trim().min(1).max(10) })).max(HIGHEST_FLOOR),
  /** Room numbers begin with the floor (1802), or are the column's alone (02). */
  floorInRoom: z.boolean(),
  /** Places that stay empty: a lobby, a room that two floors share. By {@link placeInPattern}. */
  leftOut: z.array(z.string().max(60)).max(MOST_GENERATED),
});
/** See {@link patternSchema}. */
export type UnitPattern = z.output<typeof patternSchema>;

/** One column of rooms above each other. */
export type PatternColumn = UnitPattern['entrances'][number]['columns'][number];

/** A home as a pattern makes it. */
export type GeneratedUnit = Omit<PatternColumn, 'room'> & {
  readonly building: string;
  readonly entrance: string;
  readonly floor: number;
  readonly floorName: string;
  readonly roomNo: string;
};

/** A place of the pattern, the same in every building: by it a place is left out. */
export function placeInPattern(entrance: string, floor: number, room: string): string {
  return `${entrance}|${floor}|${room}`;
}

/** The floors of a pattern from the lowest up, with what is written on their doors. There is no floor 0. */
export function floorsOfPattern(
  pattern: Pick<UnitPattern, 'fromFloor' | 'toFloor' | 'skipped' | 'named'>,
): { readonly floor: number; readonly name: string }[] {
  const names = new Map(pattern.named.map(({ floor, name }) => [floor, name]));
  const floors: { floor: number; name: string }[] = [];
  for (let floor = pattern.fromFloor; floor <= pattern.toFloor; floor += 1)
    if (floor !== 0 && !pattern.skipped.includes(floor))
      floors.push({ floor, name: names.get(floor) ?? String(floor) });
  return floors;
}

/** The number on a room's door: the floor as it is called and the column, B1 for the first floor below ground. */
export function roomNumber(pattern: Pick<UnitPattern, 'floorInRoom'>, floorName: string, room: string): string {
  return pattern.floorInRoom ? `${floorName.replace(/^-/, 'B')}${room}` : room;
}

/** How many homes a pattern makes at most, without making them. */
export function patternSize(pattern: UnitPattern): number {
  const rooms = pattern.entrances.reduce((sum, { columns }) => sum + columns.length, 0);
  return pattern.buildings.length * floorsOfPattern(pattern).length * rooms;
}

/** What is wrong with a pattern in itself, whatever stands already. */
export function patternRefusal(pattern: UnitPattern): Refusal | undefined {
  if (patternSize(pattern) > MOST_GENERATED)
    return { code: 'PATTERN_TOO_MANY', params: { units: patternSize(pattern), limit: MOST_GENERATED } };
  if (hasTwins(pattern.buildings)) return { code: 'PATTERN_TWICE' };
  if (hasTwins(pattern.entrances.map(({ name }) => name))) return { code: 'PATTERN_TWICE' };
  if (hasTwins(floorsOfPattern(pattern).map(({ name }) => name))) return { code: 'PATTERN_TWICE' };
  for (const { columns } of pattern.entrances) {
    if (hasTwins(columns.map(({ room }) => room))) return { code: 'PATTERN_TWICE' };
    for (const column of columns) {
      const refusal = areaPartsRefusal(column);
      if (refusal !== undefined) return refusal;
    }
  }
  return generated(pattern).next().done === true ? { code: 'PATTERN_EMPTY' } : undefined;
}

function hasTwins(words: readonly string[]): boolean {
  return new Set(words.map((word) => word.toLowerCase())).size < words.length;
}

function* generated(pattern: UnitPattern): Generator<GeneratedUnit> {
  const empty = new Set(pattern.leftOut);
  const floors = floorsOfPattern(pattern);
  for (const building of pattern.buildings)
    for (const { name: entrance, columns } of pattern.entrances)
      for (const { floor, name: floorName } of floors)
        for (const { room, ...facts } of columns)
          if (!empty.has(placeInPattern(entrance, floor, room)))
            yield { ...facts, building, entrance, floor, floorName, roomNo: roomNumber(pattern, floorName, room) };
}

/** Every home of a pattern, from the lowest floor up. Throws PATTERN_…, AREA_PARTS_DIFFER. */
export function generateUnits(pattern: UnitPattern): GeneratedUnit[] {
  const refusal = patternRefusal(pattern);
  if (refusal !== undefined) throw DomainError.from(refusal);
  return [...generated(pattern)];
}
