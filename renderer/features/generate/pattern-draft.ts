import { type Decoration } from '#shared/domain/projects/house-types.ts';
import { HIGHEST_FLOOR, LOWEST_FLOOR, type UnitPattern } from '#shared/domain/units/generate.ts';
import type { UnitUse } from '#shared/domain/units/states.ts';
import type { Area } from '#shared/kernel/area.ts';
import { foldWidth } from '#shared/kernel/full-width.ts';

/** A room of every floor while it is being typed. */
export type RoomDraft = {
  readonly key: number;
  readonly room: string;
  readonly use: UnitUse;
  readonly houseTypeId: number | null;
  readonly houseType: string;
  readonly orientation: string;
  readonly decoration: Decoration | null;
  readonly builtArea: Area | null;
  readonly innerArea: Area | null;
};

/** An entrance while it is being typed. */
export type EntranceDraft = { readonly key: number; readonly name: string; readonly rooms: readonly RoomDraft[] };

/** A pattern while it is being typed. */
export type PatternDraft = {
  readonly buildings: string;
  readonly fromFloor: string;
  readonly toFloor: string;
  readonly skipped: string;
  readonly named: string;
  readonly floorInRoom: boolean;
  readonly entrances: readonly EntranceDraft[];
  readonly leftOut: readonly string[];
};

let keys = 0;

/** A room that nobody has described yet. */
export function newRoom(rooms: readonly RoomDraft[]): RoomDraft {
  keys += 1;
  const last = rooms.at(-1);
  return {
    key: keys,
    room: String(rooms.length + 1).padStart(2, '0'),
    use: last?.use ?? 'home',
    houseTypeId: last?.houseTypeId ?? null,
    houseType: last?.houseType ?? '',
    orientation: last?.orientation ?? '',
    decoration: last?.decoration ?? null,
    builtArea: null,
    innerArea: null,
  };
}

/** An entrance like the one before it, or with one empty room. */
export function newEntrance(entrances: readonly EntranceDraft[]): EntranceDraft {
  keys += 1;
  const like = entrances.at(-1)?.rooms ?? [newRoom([])];
  return {
    key: keys,
    name: `${entrances.length + 1}单元`,
    rooms: like.map((room) => {
      keys += 1;
      return { ...room, key: keys };
    }),
  };
}

/** What stands in the wizard at first. */
export function emptyDraft(): PatternDraft {
  return {
    buildings: '',
    fromFloor: '1',
    toFloor: '',
    skipped: '',
    named: '',
    floorInRoom: true,
    entrances: [newEntrance([])],
    leftOut: [],
  };
}

/** Words with commas between them, however they are typed. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[,，、;；\s]+/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function floorOf(text: string): number | undefined {
  const folded = foldWidth(text).trim();
  const floor = /^-?\d{1,3}$/.test(folded) ? Number(folded) : undefined;
  return floor !== undefined && floor >= LOWEST_FLOOR && floor <= HIGHEST_FLOOR ? floor : undefined;
}

type Floors = Pick<UnitPattern, 'fromFloor' | 'toFloor' | 'skipped' | 'named'>;

/** The floors as they are typed; undefined while one of them can't be read. */
export function floorsOf({ fromFloor, toFloor, skipped, named }: PatternDraft): Floors | undefined {
  const [from, to] = [floorOf(fromFloor), floorOf(toFloor)];
  const without = wordsOf(skipped).map(floorOf);
  const names = wordsOf(named).map((word) => {
    const [floor = '', name = ''] = word.split(/[=＝]/u);
    return { floor: floorOf(floor), name: name.trim() };
  });
  if (from === undefined || to === undefined || to < from) return undefined;
  const known = names.flatMap(({ floor, name }) => (floor === undefined || name === '' ? [] : [{ floor, name }]));
  const gone = without.filter((floor) => floor !== undefined);
  if (known.length < names.length || gone.length < without.length) return undefined;
  return { fromFloor: from, toFloor: to, skipped: gone, named: known };
}

/** The pattern that was typed; undefined while something of it is missing. */
export function patternOf(draft: PatternDraft): UnitPattern | undefined {
  const floors = floorsOf(draft);
  const buildings = wordsOf(draft.buildings);
  if (floors === undefined || buildings.length === 0 || draft.entrances.length === 0) return undefined;
  const entrances = draft.entrances.map(({ name, rooms }) => ({
    name: name.trim(),
    columns: rooms.flatMap(({ key: _key, builtArea, innerArea, room, ...facts }) =>
      builtArea === null || room.trim() === ''
        ? []
        : {
            ...facts,
            room: room.trim(),
            builtArea,
            innerArea,
            sharedArea: innerArea === null ? null : ((builtArea - innerArea) as Area),
          },
    ),
  }));
  const complete = entrances.every(({ columns }, at) => columns.length === draft.entrances[at]?.rooms.length);
  const some = entrances.every(({ columns }) => columns.length > 0);
  if (!complete || !some) return undefined;
  return { buildings, entrances, ...floors, floorInRoom: draft.floorInRoom, leftOut: [...draft.leftOut] };
}
